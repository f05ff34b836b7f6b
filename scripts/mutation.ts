/**
 * `npm run mutation [area …] [-- --incremental]`: breaks the rules in every small way Stryker knows and counts how many of these mutants the rules' own tests
 * notice. Prints each that none did and a table by area; fails below 85 % overall. Takes a while, so not part of `npm test`.
 */
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { inProject } from './lib/project.ts';

const LEAST_PERCENT = 85;

/** What is mutated, and the tests that stand for it: those of the area alone, so that no rule rests on being used elsewhere. */
const AREAS: Readonly<Record<string, { readonly mutate: string; readonly tests: string }>> = {
  auth: { mutate: 'worker/auth/**/*.ts', tests: 'test/worker/auth' },
  deadline: { mutate: 'shared/deadline/**/*.ts', tests: 'test/shared/deadline' },
  verdict: { mutate: 'shared/verdict/**/*.ts', tests: 'test/shared/verdict' },
  scoring: { mutate: 'shared/scoring/**/*.ts', tests: 'test/shared/scoring' },
  sync: { mutate: 'shared/sync/**/*.ts', tests: 'test/shared/sync' },
};

/** Everything but what the areas need stays out of the copies that Stryker makes. */
const LEFT_OUT = ['/*', '!/package.json', '!/tsconfig.json', '!/shared', '!/worker', '!/test', '/test/{addin,bench,browser,fault,fixtures,project}'];

type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

/** What the tests of an area made of its mutants. */
async function mutantsOf(area: string, isIncremental: boolean): Promise<readonly Mutant[]> {
  const { mutate, tests } = AREAS[area] ?? unknownArea(area);
  process.env['MUTATION_TESTS'] = tests;
  return new Stryker({
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
    // Stryker would read it with an API that TypeScript 7 does not have; nothing in it leads out of the copy.
    tsconfigFile: 'none',
    mutate: [mutate],
    ignorePatterns: LEFT_OUT,
    coverageAnalysis: 'perTest',
    concurrency: 2,
    timeoutMS: 30_000, // on a busy machine a mutant must not count as noticed only because its tests had to wait
    incremental: true,
    force: !isIncremental,
    incrementalFile: `.stryker/${area}.json`,
    tempDirName: '.stryker/copies',
    cleanTempDir: 'always',
    reporters: process.stdout.isTTY ? ['progress', 'html'] : ['progress-append-only', 'html'],
    htmlReporter: { fileName: `.stryker/${area}.html` },
  }).runMutationTest();
}

function unknownArea(area: string): never {
  throw new Error(`no area ${area}; there are ${Object.keys(AREAS).join(', ')}`);
}

/** One line of the table. A mutant that makes the tests run endlessly is noticed; one that no longer compiles is none. */
function lineOf(
  area: string,
  mutants: readonly Mutant[],
): { readonly area: string; readonly mutants: number; readonly noticed: number; readonly text: string } {
  const count = (status: Mutant['status']): number => mutants.filter((mutant) => mutant.status === status).length;
  const [killed, timeout, survived, uncovered] = (['Killed', 'Timeout', 'Survived', 'NoCoverage'] as const).map(count) as [number, number, number, number];
  const all = killed + timeout + survived + uncovered;
  const cells = [all, killed, timeout, survived, uncovered, all === 0 ? '–' : `${(((killed + timeout) / all) * 100).toFixed(1)} %`];
  return { area, mutants: all, noticed: killed + timeout, text: area.padEnd(10) + cells.map((cell) => String(cell).padStart(12)).join('') };
}

process.chdir(inProject(''));
const { values, positionals } = parseArgs({ options: { incremental: { type: 'boolean', default: false } }, allowPositionals: true });
const everyMutant: Mutant[] = [];
const lines: string[] = [];
for (const area of positionals.length > 0 ? positionals : Object.keys(AREAS)) {
  const started = performance.now();
  const mutants = await mutantsOf(area, values.incremental);
  everyMutant.push(...mutants);
  lines.push(lineOf(area, mutants).text);
  for (const { fileName, location, mutatorName, replacement, status } of mutants) {
    if (status !== 'Survived' && status !== 'NoCoverage') continue;
    console.log(`${status.toLowerCase()} ${fileName}:${location.start.line}:${location.start.column} ${mutatorName} → ${replacement.replaceAll(/\s+/g, ' ')}`);
  }
  console.log(`${area}: ${mutants.length} mutants in ${((performance.now() - started) / 60_000).toFixed(1)} min`);
}
const total = lineOf('all', everyMutant);
console.log(
  [
    'area'.padEnd(10) + ['mutants', 'killed', 'timed out', 'survived', 'uncovered', 'score'].map((head) => head.padStart(12)).join(''),
    ...lines,
    total.text,
  ].join('\n'),
);
if (total.noticed * 100 < LEAST_PERCENT * total.mutants) {
  console.error(`fewer than ${LEAST_PERCENT} % of the mutants were noticed`);
  process.exitCode = 1;
}
