import { MAX_BYTES, MAX_ROWS } from '../../shared/contract/push.ts';
import type { Register } from '../../shared/registers/index.ts';
import type { Principal } from '../auth/principal.ts';
import { requireMayPush } from '../auth/scope.ts';
import type { Deps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { requireColumns, requireOwnWorkspace, type PushInput } from './push/input.ts';
import { weighPush, type PushResult } from './push/weigh.ts';
import { writeInTurn } from './write-in-turn.ts';

/**
 * Takes the rows of a ledger as one revision or none, and answers with their verdicts and the units' scores (architecture, How a push goes).
 *
 * Rights are checked before `readInput` is called, so that nobody without them has a body read. Refuses with roleForbids,
 * otherWorkspace, invalid (columns), tooLarge (rows), requestReused, or busy when others kept getting in between.
 */
export async function pushEntries(deps: Deps, principal: Principal, register: Register, readInput: () => Promise<PushInput>): Promise<PushResult> {
  requireMayPush(principal, register.id);
  const input = await readInput();
  requireOwnWorkspace(principal, input.workspace);
  if (input.rows.length > MAX_ROWS) throw new Refusal('tooLarge', { maxRows: MAX_ROWS, maxBytes: MAX_BYTES });
  requireColumns(register, input.columns);

  const sent = { request: input.request, pending: input.pending, push: input.push ?? null, isTrial: input.dryRun, madeBy: input.madeBy };
  const { result, revision } = await writeInTurn(deps, principal, sent, async (snapshot) => {
    const weighed = await weighPush(deps, principal, register, input, snapshot);
    return input.dryRun ? { ...weighed, draft: null } : weighed;
  });
  return revision === null ? result : { ...result, revision };
}
