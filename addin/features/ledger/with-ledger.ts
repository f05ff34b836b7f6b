import type { Binding, LedgerWorkbook } from '../../excel/port.ts';

/** What is under way with each ledger, by binding. The pane sits in one workbook. */
const underWay = new Map<string, Promise<unknown>>();

/**
 * Does something with a bound ledger once everything begun with it before has ended, however that ended, and with the binding as the workbook has it
 * by then: of two acts at once each would move rows under the other and save a binding without what the other has seen.
 */
export function withLedger<Result>(workbook: LedgerWorkbook, binding: Binding, act: (binding: Binding) => Promise<Result>): Promise<Result> {
  const turn = afterwards(underWay.get(binding.id), async () => act((await workbook.bindings()).find(({ id }) => id === binding.id) ?? binding));
  underWay.set(
    binding.id,
    turn.catch(() => undefined),
  );
  return turn;
}

async function afterwards<Result>(before: Promise<unknown> | undefined, act: () => Promise<Result>): Promise<Result> {
  await before;
  return act();
}
