/** `npm run check`: everything that can be said of the code without running it. */
import { runSteps } from './lib/steps.ts';

/** A tsconfig per runtime: what one offers does not resolve in another. */
const PROGRAMS = ['shared', 'worker', 'addin', 'addin/preview/node', 'scripts', 'test', 'test/worker'];

await runSteps([
  ...PROGRAMS.map((folder) => ({ name: `types of ${folder}`, command: 'tsc', args: ['-p', folder] })),
  { name: 'lint and boundaries', command: 'oxlint', args: ['--deny-warnings'] },
  { name: 'format', command: 'oxfmt', args: ['--check', '.'] },
  { name: 'unused code', command: 'knip', args: [] },
  { name: 'OpenAPI document', command: 'node', args: ['scripts/build-openapi.ts', '--check'] },
  { name: 'manifest', command: 'node', args: ['scripts/check-manifest.ts'] },
]);
