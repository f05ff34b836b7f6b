/** `npm run faults`: lost answers, kills, crowds and tampering against the real worker and database; prints what was counted. Longer than a test run should be, so not part of `npm test`. */
import { runSteps } from './lib/steps.ts';

await runSteps([{ name: 'faults', command: 'vitest', args: ['run', '--config', 'test/fault/vitest.config.ts'] }]);
