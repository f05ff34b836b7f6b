import { isoOf } from '../../shared/calendar/day.ts';
import type { Register } from '../../shared/registers/index.ts';
import { planOfDay } from '../../shared/scoring/plan-of-day.ts';
import type { Principal } from '../auth/principal.ts';
import { requireMayPush, scopeOf } from '../auth/scope.ts';
import type { Deps } from '../deps.ts';
import { dayAsked, liveByRegister } from './assess-workspace.ts';
import { settleDeletions, unsettledIds, type DeleteInput, type SettledDeletion } from './delete/settle.ts';
import { lockOf } from './push/list-lock.ts';
import { requireOwnWorkspace } from './push/input.ts';
import { conflictsOf, type Others } from './push/others.ts';
import { writeInTurn } from './write-in-turn.ts';

/** The answer to a request for deletion. */
export interface DeleteResult extends Pick<Others, 'conflicts' | 'authors'> {
  readonly revision: number;
  readonly rows: readonly SettledDeletion[];
}

/**
 * Deletes entries as one revision or none; an entry that others changed since the base stays and is a conflict (architecture, How a push goes).
 * The versions stay in the history. Refuses with roleForbids, otherWorkspace, or busy when others kept getting in between.
 */
export async function deleteEntries(deps: Deps, principal: Principal, register: Register, readInput: () => Promise<DeleteInput>): Promise<DeleteResult> {
  requireMayPush(principal, register.id);
  const input = await readInput();
  requireOwnWorkspace(principal, input.workspace);
  const today = dayAsked(deps, principal, undefined);

  const sent = { request: input.request, pending: input.pending, push: input.push ?? null, isTrial: input.dryRun };
  const { result, revision } = await writeInTurn(deps, principal, sent, async (snapshot) => {
    const plan = planOfDay(snapshot.plans, today);
    const scope = scopeOf(deps, principal, { plans: snapshot.plans, units: liveByRegister(snapshot.entries).units });
    // What is not the credential's to read is as if it were not there: as what is gone already.
    const stored = new Map(snapshot.entries.filter((entry) => scope.mayRead(entry)).map((entry) => [entry.id, entry]));
    const known = await deps.store.versionsSeen(principal.workspace.id, unsettledIds(input, stored, snapshot), snapshot.own);
    const rows = settleDeletions({ register, input, snapshot, stored, scope, lockedOn: lockOf(principal, plan, isoOf(today)) }, known);
    const conflicts = conflictsOf(rows, scope);
    const authors = await deps.store.authorsOf(
      principal.workspace.id,
      conflicts.map((conflict) => conflict.revision),
    );
    const deleted = rows.flatMap(({ id, outcome, stored: entry }) =>
      outcome === 'deleted' && entry !== null ? [{ id, content: entry.content, memory: entry.memory, isReplacement: true }] : [],
    );
    return {
      result: { revision: snapshot.head, rows, conflicts, authors },
      draft: input.dryRun ? null : { kind: 'delete', reverts: [], register: register.id, asOf: isoOf(today), inserted: [], updated: [], deleted },
    };
  });
  return revision === null ? result : { ...result, revision };
}
