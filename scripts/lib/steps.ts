import { spawn } from 'node:child_process';

/** One command of a script, with what it is for. */
export interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

function run({ command, args }: Step): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(false);
    });
    child.on('exit', (code) => resolve(code === 0));
  });
}

/**
 * Runs every step, also after one has failed, and says at the end which did. Ends the process with status 1 if any failed.
 * Commands are found in `node_modules/.bin` because npm puts it first on the path.
 */
export async function runSteps(steps: readonly Step[]): Promise<void> {
  const failed: string[] = [];
  for (const step of steps) {
    const started = performance.now();
    const passed = await run(step);
    console.log(`${passed ? '✓' : '✗'} ${step.name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    if (!passed) failed.push(step.name);
  }
  if (failed.length > 0) {
    console.error(`failed: ${failed.join(', ')}`);
    process.exit(1);
  }
}
