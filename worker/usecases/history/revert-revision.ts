import { ulid } from 'ulid';
import { isoOf } from '../../../shared/calendar/day.ts';
import type { Principal } from '../../auth/principal.ts';
import { mayPush, requireRole, scopeOf } from '../../auth/scope.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../refusal.ts';
import type { KeptRevision } from '../../store/history-port.ts';
import type { RevisionAuthor } from '../../store/port.ts';
import { dayAsked, liveByRegister } from '../assess-workspace.ts';
import { writeInTurn } from '../write-in-turn.ts';
import { mayPutBack } from './may-revert.ts';
import { weighRevert, type LeftEntry } from './weigh-revert.ts';

/** The most entries that one revert may put back: their ids must fit one parameter of the database. */
const MAX_REVERT = 50_000;

export interface RevertResult {
  /** The new revision; null when there was nothing to put back. */
  readonly revision: number | null;
  readonly reverts: readonly number[];
  /** The last revision that has put entries of them back before; null when none has, or they were changed since. */
  readonly already: number | null;
  readonly counts: Readonly<Record<'inserted' | 'updated' | 'deleted', number>>;
  /** `author`: of the last change; undefined where it is not to be told. */
  readonly left: readonly (LeftEntry & { readonly author: RevisionAuthor | undefined })[];
}

/**
 * Puts back what a revision changed as a new revision, which can be put back in turn; of a push in several requests all of
 * it, at once. Who made only a part of the push puts back that, unless an admin. Entries changed since, and those of others' parts, are left and
 * listed. Sent again after a lost answer it says which revision has put them back already.
 *
 * Refuses with revisionUnknown, revisionNotYours, revertTooLarge, or busy when others kept getting in between.
 */
export async function revertRevision(deps: Deps, principal: Principal, number: number): Promise<RevertResult> {
  requireRole(principal, 'admin', 'assessor', 'clerk');
  const workspace = principal.workspace.id;
  const [revision] = await deps.history.revisions(workspace, [number]);
  // Asked for in any case: by the number of queries nobody can tell whether there is a revision of others.
  const ofPush = await deps.history.revisionsOfPush(workspace, revision?.register ?? 'measures', revision?.push ?? '');
  if (revision === undefined) throw new Refusal('revisionUnknown', { revision: number });
  const together = revision.push === null ? [revision] : ofPush;
  const numbersOf = (isMine: boolean): number[] =>
    together.filter(({ principal: maker }) => mayPutBack(principal, maker) === isMine).map((part) => part.number);
  const reverts = numbersOf(true);
  if (reverts.length === 0 || !mayPush(principal, revision.register)) {
    throw new Refusal(isHidden(principal, revision) ? 'revisionUnknown' : 'revisionNotYours', { revision: number });
  }
  const written = await deps.history.writtenBy(workspace, reverts);
  const writtenByOthers = await deps.history.writtenBy(workspace, numbersOf(false));
  if (written.size > MAX_REVERT) throw new Refusal('revertTooLarge', { max: MAX_REVERT });
  const today = dayAsked(deps, principal, undefined);
  const { register } = revision;

  const { result, revision: made } = await writeInTurn(deps, principal, { request: ulid(), pending: [], push: null, isTrial: false }, async (snapshot) => {
    const scope = scopeOf(deps, principal, { plans: snapshot.plans, units: liveByRegister(snapshot.entries).units });
    const touched = snapshot.entries.filter(({ id }) => written.has(id));
    const standing = touched.filter(({ id, revision: last }) => last === written.get(id)).map(({ id }) => id);
    const before = await deps.history.versionsBefore(workspace, standing, reverts);
    const undone = await deps.history.revertsOf(workspace, reverts);
    const ofOthers = snapshot.entries.filter(({ id }) => writtenByOthers.has(id) && !written.has(id));
    const weighed = weighRevert({ principal, scope, snapshot, today, register, touched, written, before, undone, ofOthers });
    const { left, inserted, updated, deleted, already } = weighed;
    const told = left.filter(({ isTold }) => isTold).map(({ entry }) => entry.revision);
    const authors = await deps.store.authorsOf(workspace, [...new Set(told)]);
    return {
      result: {
        already,
        counts: { inserted: inserted.length, updated: updated.length, deleted: deleted.length },
        left: left.map((one) => ({ ...one, author: one.isTold ? authors.get(one.entry.revision) : undefined })),
      },
      draft: { kind: 'revert', reverts, register, asOf: isoOf(today), inserted, updated, deleted },
    };
  });
  return { ...result, revision: made, reverts };
}

/** Whether a credential is not told that a revision is there: a clerk, of what others did. */
function isHidden({ role, credential }: Principal, { principal: maker }: KeptRevision): boolean {
  return role === 'clerk' && credential.id !== maker;
}
