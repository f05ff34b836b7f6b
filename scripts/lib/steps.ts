import { spawn } from 'node:child_process';

/** One command of a script, with what it is for. */
export interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

/** How a step ended; `output` is what it said, unless that was shown while it ran. */
interface Outcome {
  readonly passed: boolean;
  readonly output: string;
}

function run({ command, args }: Step, isShown: boolean): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: isShown ? 'inherit' : ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => said.push(part));
    const end = (passed: boolean, last = ''): void => resolve({ passed, output: Buffer.concat(said).toString() + last });
    child.on('error', (error) => end(false, `${error.message}\n`));
    child.on('close', (code) => end(code === 0));
  });
}

/**
 * Runs every step, also after one has failed, and says at the end which did. Ends the process with status 1 if any failed. Of `atOnce` steps that run side
 * by side what each said is shown when it has ended. Commands are found in `node_modules/.bin` because npm puts it first on the path.
 */
export async function runSteps(steps: readonly Step[], atOnce = 1): Promise<void> {
  const waiting = [...steps];
  const failed: string[] = [];
  async function runOnes(): Promise<void> {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const started = performance.now();
      const { passed, output } = await run(step, atOnce === 1);
      process.stdout.write(output);
      console.log(`${passed ? '✓' : '✗'} ${step.name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
      if (!passed) failed.push(step.name);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, runOnes));
  if (failed.length > 0) {
    console.error(`failed: ${failed.join(', ')}`);
    process.exit(1);
  }
}
