import { changeOf, fieldChanges, type Change, type FieldChange } from '../../../shared/audit/field-changes.ts';
import type { Content } from '../../../shared/ledger/entry.ts';
import { registerById } from '../../../shared/registers/index.ts';
import type { Principal } from '../../auth/principal.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../refusal.ts';
import type { ChangedEntry } from '../../store/history-port.ts';
import type { SeenRevision } from './list-revisions.ts';
import { mayRevert } from './may-revert.ts';
import { readerOf } from './reader.ts';

/** An entry that a revision changed. */
export interface ShownChange {
  readonly id: string;
  /** As it is now, or last was. */
  readonly content: Content;
  readonly change: Change;
  readonly changes: readonly FieldChange[];
}

export interface RevisionPage {
  readonly revision: SeenRevision;
  readonly entries: readonly ShownChange[];
  readonly next: string | null;
}

/** More than any revision writes. */
const ALL = 1_000_000;

/**
 * A revision and one page of what it changed, in order of id. A clerk sees the entries naming the own unit; a revision
 * without any is as if it were not there. Refuses with revisionUnknown.
 */
export async function showRevision(
  deps: Deps,
  principal: Principal,
  { revision: number, cursor = '', limit }: { revision: number; cursor?: string | undefined; limit: number },
): Promise<RevisionPage> {
  const { workspace, role } = principal;
  const reader = await readerOf(deps, principal);
  const [revision] = await deps.history.revisions(workspace.id, [number]);
  // Asked for in any case: by the time it takes nobody can tell whether there is a revision of others.
  const changes = await deps.history.changesOf(workspace.id, number, ...(role === 'clerk' ? (['', ALL] as const) : ([cursor, limit + 1] as const)));
  if (revision === undefined) throw new Refusal('revisionUnknown', { revision: number });
  const fields = registerById(revision.register)?.fields.map(({ id }) => id) ?? [];
  const seen = { ...revision, mayRevert: mayRevert(principal, revision) };
  if (role !== 'clerk') return { revision: seen, ...pageOf(changes, limit, fields) };

  const own = changes.filter((entry) => reader.mayRead(entry));
  if (own.length === 0) throw new Refusal('revisionUnknown', { revision: number });
  const counts = { inserted: 0, updated: 0, deleted: 0 };
  // What an entry was when it was another unit's is not told.
  const told = own.map((entry) => ({ ...entry, before: entry.before !== null && reader.mayRead({ ...entry, content: entry.before }) ? entry.before : null }));
  for (const { isDeleted, before, content } of told) counts[changeOf(before, isDeleted ? null : content)] += 1;
  return {
    revision: { ...seen, ...counts },
    ...pageOf(
      told.filter(({ id }) => id > cursor),
      limit,
      fields,
    ),
  };
}

/** `found` may hold one more than the page: then there is a next one. */
function pageOf(found: readonly ChangedEntry[], limit: number, fields: readonly string[]): Pick<RevisionPage, 'entries' | 'next'> {
  const page = found.slice(0, limit);
  return {
    entries: page.map(({ id, content, isDeleted, before }) => {
      const after = isDeleted ? null : content;
      return { id, content, change: changeOf(before, after), changes: fieldChanges(before, after, fields) };
    }),
    next: found.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}
