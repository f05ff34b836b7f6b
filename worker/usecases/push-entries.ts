import { MAX_BYTES, MAX_ROWS } from '../../shared/contract/push.ts';
import type { Register } from '../../shared/registers/index.ts';
import type { Principal } from '../auth/principal.ts';
import { requireMayPush } from '../auth/scope.ts';
import type { Deps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { requireColumns, type PushInput } from './push/input.ts';
import { weighPush, type PushResult } from './push/weigh.ts';

/** How often a push is settled anew because another one got in between, before the client is asked to wait. */
const MAX_ATTEMPTS = 8;

/**
 * Takes the rows of a ledger as one revision or none, and answers with their verdicts and the units' scores (api, Push).
 *
 * Rights are checked before `readInput` is called, so that nobody without them has a body read. Refuses with roleForbids,
 * otherWorkspace, invalid (columns), tooLarge (rows), requestReused, or busy when others kept getting in between.
 */
export async function pushEntries(deps: Deps, principal: Principal, register: Register, readInput: () => Promise<PushInput>): Promise<PushResult> {
  requireMayPush(principal, register.id);
  const input = await readInput();
  const { workspace } = principal;
  if (input.workspace !== undefined && input.workspace !== workspace.id) throw new Refusal('otherWorkspace', { workspace: workspace.name });
  if (input.rows.length > MAX_ROWS) throw new Refusal('tooLarge', { maxRows: MAX_ROWS, maxBytes: MAX_BYTES });
  requireColumns(register, input.columns);

  const marks = { request: input.request, pending: input.pending, push: input.push ?? null, principal: principal.credential.id };
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const snapshot = await deps.store.readToWrite(workspace.id, marks);
    const { result, inserted, updated } = await weighPush(deps, principal, register, input, snapshot);
    if (input.dryRun || inserted.length + updated.length === 0) return result;
    const number = snapshot.head + 1;
    const { request, push, principal: by } = marks;
    const at = deps.now().toISOString();
    const answer = await deps.store.commit({
      workspace: workspace.id,
      number,
      register: register.id,
      request,
      push,
      principal: by,
      at,
      asOf: result.asOf,
      inserted,
      updated,
    });
    if (answer === 'accepted') return { ...result, revision: number };
  }
  throw new Refusal('busy');
}
