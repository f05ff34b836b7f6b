/** `npm run check`: everything that can be said of the code without running it. */
import { availableParallelism } from 'node:os';
import { runSteps } from './lib/steps.ts';

/** A tsconfig per runtime: what one offers does not resolve in another. */
const PROGRAMS = ['shared', 'worker', 'addin', 'addin/preview/node', 'scripts', 'test', 'test/worker'];

/** The longest first. */
const steps = [
  { name: 'lint and boundaries', command: 'oxlint', args: ['--deny-warnings'] },
  ...PROGRAMS.map((folder) => ({ name: `types of ${folder}`, command: 'tsc', args: ['-p', folder] })),
  { name: 'format', command: 'oxfmt', args: ['--check', '.'] },
  { name: 'unused code', command: 'knip', args: [] },
  { name: 'OpenAPI document', command: 'node', args: ['scripts/build-openapi.ts', '--check'] },
  { name: 'manifest', command: 'node', args: ['scripts/check-manifest.ts'] },
];

await runSteps(steps, availableParallelism());
