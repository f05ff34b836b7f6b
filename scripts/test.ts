/** `npm test`: everything that must pass, the real worker and the real browser included. */
import { runSteps } from './lib/steps.ts';

await runSteps([
  { name: 'tools for the tests', command: 'node', args: ['scripts/setup-test-tools.ts'] },
  { name: 'check', command: 'node', args: ['scripts/check.ts'] },
  { name: 'domain, add-in and host', command: 'vitest', args: ['run'] },
  { name: 'worker', command: 'vitest', args: ['run', '--config', 'test/worker/vitest.config.ts'] },
  { name: 'browser', command: 'vitest', args: ['run', '--config', 'test/browser/vitest.config.ts'] },
]);
