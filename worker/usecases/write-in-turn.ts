import type { Principal } from '../auth/principal.ts';
import type { Deps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { inTurn } from '../turns.ts';
import type { NewRevision, RequestMarks, WriterSnapshot } from '../store/port.ts';

/** How often a change is weighed anew because another one got in between, before the client is asked to wait. */
const MAX_ATTEMPTS = 8;

/** What a request wants written; the rest of the revision follows from the request and the moment. */
export type Draft = Pick<NewRevision, 'kind' | 'reverts' | 'register' | 'asOf' | 'inserted' | 'updated' | 'deleted'>;

export interface Weighed<Result> {
  readonly result: Result;
  /** Null: nothing is to be written. */
  readonly draft: Draft | null;
}

export interface Written<Result> {
  readonly result: Result;
  /** The revision written; null when there was nothing to write. */
  readonly revision: number | null;
}

/**
 * Weighs a change over the workspace as it stands and writes it as one revision or none; when another one got in between it
 * is weighed again. Refuses with requestGivenUp, or busy when others kept getting in between.
 */
export async function writeInTurn<Result>(
  deps: Deps,
  principal: Principal,
  sent: Omit<RequestMarks, 'principal'> & { readonly isTrial: boolean; readonly madeBy?: string | undefined },
  weigh: (snapshot: WriterSnapshot) => Promise<Weighed<Result>>,
): Promise<Written<Result>> {
  const workspace = principal.workspace.id;
  const { request, pending, push } = sent;
  const marks = { request, pending, push, principal: principal.credential.id };
  // Before anything is read: what was lost is either among the revisions read, or never will be.
  if (marks.pending.length > 0 && !sent.isTrial) await deps.store.giveUp(workspace, marks);
  const act = () => writeOrNothing(deps, workspace, { ...marks, madeBy: sent.madeBy ?? null }, weigh);
  return sent.isTrial ? act() : inTurn(workspace, act);
}

async function writeOrNothing<Result>(
  deps: Deps,
  workspace: string,
  marks: RequestMarks & Pick<NewRevision, 'madeBy'>,
  weigh: (snapshot: WriterSnapshot) => Promise<Weighed<Result>>,
): Promise<Written<Result>> {
  const { request, push, principal, madeBy } = marks;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const snapshot = await deps.store.readToWrite(workspace, marks);
    if (snapshot.isGivenUp) throw new Refusal('requestGivenUp', { request });
    const { result, draft } = await weigh(snapshot);
    if (draft === null || draft.inserted.length + draft.updated.length + draft.deleted.length === 0) return { result, revision: null };
    const number = snapshot.head + 1;
    const at = deps.now().toISOString();
    const answer = await deps.store.commit({ workspace, number, previous: snapshot.hash, request, push, principal, madeBy, at, ...draft });
    if (answer === 'accepted') return { result, revision: number };
  }
  throw new Refusal('busy');
}
