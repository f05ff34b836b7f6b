import { execFile } from 'node:child_process';
import { delimiter } from 'node:path';
import { inProject, projectDir } from '../../../scripts/lib/project.ts';

/** How a script ended and what it printed. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script of `scripts/` as npm does; `env` comes on top of the environment, `typed` is what somebody types in. */
export function runScript(name: string, args: readonly string[], env: Readonly<Record<string, string>> = {}, typed = ''): Promise<Ran> {
  return new Promise((resolve) => {
    const PATH = `${inProject('node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
    const options = { cwd: projectDir, env: { ...process.env, PATH, ...env }, maxBuffer: 50_000_000 };
    const child = execFile(process.execPath, [inProject(`scripts/${name}.ts`), ...args], options, (error, stdout, stderr) => {
      // A code that is no number: the script could not be started.
      resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, stdout, stderr });
    });
    child.stdin?.end(typed);
  });
}
