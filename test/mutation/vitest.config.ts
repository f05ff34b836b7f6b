import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Examples before random ones and tables of everything: the first test that fails ends a mutant, and most fail at an example. */
class ExamplesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification): number => Number(/(?:properties|grammar|entra)\.test\.ts$/.test(moduleId));
    return files.toSorted((a, b) => isSlow(a) - isSlow(b) || a.moduleId.localeCompare(b.moduleId));
  }
}

/** The tests of one area of the rules, in Node, without database or browser: `scripts/mutation.ts` names the area, and Stryker runs them in its copy of the project. */
export default defineConfig({
  test: {
    include: [`${process.env['MUTATION_TESTS'] ?? 'test/worker/auth'}/**/*.test.ts`],
    setupFiles: ['test/mutation/setup.ts'],
    globalSetup: ['test/issuer/setup.ts'],
    // A mutant has a worker of its own anyway; one for each file of tests beside it would double the time.
    isolate: false,
    sequence: { sequencer: ExamplesFirst },
  },
});
