import { execFile } from 'node:child_process';
import { inProject, projectDir } from '../../../scripts/lib/project.ts';

/** How a script ended and what it printed. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script of `scripts/` as npm does; `env` comes on top of the environment. */
export function runScript(name: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const options = { cwd: projectDir, env: { ...process.env, ...env }, maxBuffer: 50_000_000 };
    execFile(process.execPath, [inProject(`scripts/${name}.ts`), ...args], options, (error, stdout, stderr) => {
      // A code that is no number: the script could not be started.
      resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, stdout, stderr });
    });
  });
}
