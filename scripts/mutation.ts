/**
 * `npm run mutation [area …] [-- --incremental]`: breaks the rules in every small way Stryker knows and counts how many of these mutants the rules' own tests
 * notice. Prints each that none did and a table by area; fails below 85 % overall. Takes a while, so not part of `npm test`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { inProject } from './lib/project.ts';

const LEAST_PERCENT = 85;

/** What is mutated, and the tests that stand for it: those of the area alone, so that no rule rests on being used elsewhere. */
interface Area {
  readonly mutate: string;
  readonly tests: string;
}

const AREAS: Readonly<Record<string, Area>> = {
  auth: { mutate: 'worker/auth/**/*.ts', tests: 'test/worker/auth' },
  deadline: { mutate: 'shared/deadline/**/*.ts', tests: 'test/shared/deadline' },
  verdict: { mutate: 'shared/verdict/**/*.ts', tests: 'test/shared/verdict' },
  scoring: { mutate: 'shared/scoring/**/*.ts', tests: 'test/shared/scoring' },
  sync: { mutate: 'shared/sync/**/*.ts', tests: 'test/shared/sync' },
};

/** Everything but what the areas need stays out of the copies that Stryker makes. */
const LEFT_OUT = ['/*', '!/package.json', '!/tsconfig.json', '!/shared', '!/worker', '!/test', '/test/{addin,bench,browser,fault,fixtures,project}'];

const incrementalFile = (area: string): string => `.stryker/${area}.json`;

/** Stryker's report, as far as it is read here. */
interface Report {
  readonly files: Readonly<Record<string, { mutants: readonly { readonly status: string }[] }>>;
}

/**
 * Forgets which mutants no test noticed, so that an incremental run tries them all again: of code that runs when a file is loaded, such as a table of words,
 * Stryker cannot tell which tests reach it, and would not see that a new one does.
 */
async function forgetSurvivors(area: string): Promise<void> {
  const text = await readFile(incrementalFile(area), 'utf8').catch(() => null);
  if (text === null) return;
  const report = JSON.parse(text) as Report;
  for (const file of Object.values(report.files)) file.mutants = file.mutants.filter(({ status }) => status !== 'Survived' && status !== 'NoCoverage');
  await writeFile(incrementalFile(area), JSON.stringify(report));
}

type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

/** What the tests of an area made of its mutants. */
async function mutantsOf(area: string, { mutate, tests }: Area, isIncremental: boolean): Promise<readonly Mutant[]> {
  process.env['MUTATION_TESTS'] = tests;
  if (isIncremental) await forgetSurvivors(area);
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
    incrementalFile: incrementalFile(area),
    tempDirName: '.stryker/copies',
    cleanTempDir: 'always',
    reporters: ['progress', 'html'],
    htmlReporter: { fileName: `.stryker/${area}.html` },
  }).runMutationTest();
}

/** The line of the table over mutants, and their score in percent: a mutant that makes the tests run endlessly is noticed, one that does not compile is none. */
function tally(name: string, mutants: readonly Mutant[]): { readonly line: string; readonly score: number } {
  const count = (status: Mutant['status']): number => mutants.filter((mutant) => mutant.status === status).length;
  const [killed, timedOut, survived, uncovered] = [count('Killed'), count('Timeout'), count('Survived'), count('NoCoverage')];
  const all = killed + timedOut + survived + uncovered;
  const score = (100 * (killed + timedOut)) / all;
  const cells = [all, killed, timedOut, survived, uncovered, `${score.toFixed(2)} %`];
  return { line: name.padEnd(10) + cells.map((cell) => String(cell).padStart(12)).join(''), score };
}

process.chdir(inProject(''));
const { values, positionals } = parseArgs({ options: { incremental: { type: 'boolean', default: false } }, allowPositionals: true });
const unknown = positionals.filter((name) => AREAS[name] === undefined);
if (unknown.length > 0) throw new Error(`no area ${unknown.join(', ')}; there are ${Object.keys(AREAS).join(', ')}`);

const everyMutant: Mutant[] = [];
const table = ['area'.padEnd(10) + ['mutants', 'killed', 'timed out', 'survived', 'uncovered', 'score'].map((head) => head.padStart(12)).join('')];
for (const [name, area] of Object.entries(AREAS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const started = performance.now();
  const mutants = await mutantsOf(name, area, values.incremental);
  for (const { fileName, location, mutatorName, replacement, status } of mutants) {
    if (status !== 'Survived' && status !== 'NoCoverage') continue;
    const at = `${relative(inProject(''), fileName)}:${location.start.line}:${location.start.column}`;
    console.log(`${status === 'Survived' ? 'survived' : 'uncovered'} ${at} ${mutatorName} → ${replacement.replaceAll(/\s+/g, ' ')}`);
  }
  console.log(`${name}: ${mutants.length} mutants in ${((performance.now() - started) / 60_000).toFixed(1)} min`);
  everyMutant.push(...mutants);
  table.push(tally(name, mutants).line);
}
const { line, score } = tally('all', everyMutant);
console.log([...table, line].join('\n'));
if (score < LEAST_PERCENT) {
  console.error(`fewer than ${LEAST_PERCENT} % of the mutants were noticed`);
  process.exitCode = 1;
}
