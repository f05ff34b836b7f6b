import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { KEY, startScratch, type ScratchRuntime } from '../support/runtime.ts';
import { step } from './two-clerks/steps.ts';
import { post, World, type WorldCounts } from './two-clerks/world.ts';

/**
 * Two workbooks on Microsoft's own client and a server: whatever two clerks do and whoever gets in between, nothing accepted is lost,
 * nothing is overwritten unseen, and what differs is offered until it is decided.
 */
const RUNS = 24;
const STEPS = 25;
const MISHAP_FREE = { line: 'good', overtaken: null } as const;

let runtime: ScratchRuntime;
beforeAll(async () => {
  runtime = await startScratch(inject('bundle'));
});
afterAll(() => runtime.stop());

test(`${RUNS} × ${STEPS} steps of two clerks and a bad line: nothing accepted is lost, nothing overwritten unseen, nothing that differs hidden`, async () => {
  const totals: Partial<Record<keyof WorldCounts, number>> = {};
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: STEPS, maxLength: STEPS }), async (steps) => {
      const { adminKey: key } = (await post(`${runtime.url}/v1/workspaces`, KEY, { name: '两人区', planYear: 2022 })) as { readonly adminKey: string };
      const world = await World.open(runtime, { url: runtime.url, key });
      for (const { act } of steps) await act(world);
      for (const which of [0, 1]) await world.push(which, MISHAP_FREE);
      for (const [name, count] of Object.entries(world.counts) as [keyof WorldCounts, number][]) totals[name] = (totals[name] ?? 0) + count;
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  for (const [name, count] of Object.entries(totals)) expect([name, count > 0]).toEqual([name, true]);
  const { pushes, lost, kept, sent, reopened, conflicts, undone, overtaken, theirs, mine, leave, deleted } = totals;
  console.log(
    `two clerks: ${RUNS} runs, ${pushes} pushes, ${lost} acts without answer or stopped, ${kept} kept in the workbook (${sent} sent from there), ${reopened} reopened without saving, ${overtaken} overtaken, ${conflicts} rows in conflict, ${theirs} theirs, ${mine} mine (${deleted} deleted) and ${leave} left chosen, ${undone} undone, 0 accepted versions lost, 0 overwritten unseen, 0 hidden`,
  );
});
