import { MAX_INCOMING } from '../../../shared/contract/others.ts';
import type { Content } from '../../../shared/ledger/entry.ts';
import type { Register } from '../../../shared/registers/index.ts';
import { hasSeen, type Version } from '../../../shared/sync/outcome.ts';
import type { Principal } from '../../auth/principal.ts';
import type { Scope } from '../../auth/scope.ts';
import type { Deps } from '../../deps.ts';
import type { RevisionAuthor, StoredEntry, WantedVersion, WriterSnapshot } from '../../store/port.ts';
import { baseOf, type Bases, type SettledRow } from './settle.ts';

/** What others changed and the sheet did not. */
export interface Incoming {
  readonly entries: readonly StoredEntry[];
  readonly deleted: readonly StoredEntry[];
  /** Whether entries were left out. */
  readonly more: boolean;
}

/** An entry that others changed and the sheet too. */
export interface Conflict {
  readonly id: string;
  readonly base: Content | null;
  readonly yours: Content | null;
  readonly theirs: Content | null;
  readonly revision: number;
}

/** What others did: `authors` are those of every revision in `incoming` and `conflicts`. */
export interface Others {
  readonly incoming: Incoming;
  readonly conflicts: readonly Conflict[];
  readonly authors: ReadonlyMap<number, RevisionAuthor>;
}

/** What conflicts are told from: a pushed row or an entry to be deleted. */
type Contested = Pick<SettledRow, 'id' | 'content' | 'stored' | 'seen'> & { readonly outcome: string };

interface Context {
  readonly register: Register;
  readonly input: Bases;
  readonly snapshot: WriterSnapshot;
  readonly scope: Scope;
}

/** What others did, as far as the push has not settled it. */
export async function othersOf(deps: Deps, principal: Principal, rows: readonly SettledRow[], context: Context): Promise<Others> {
  const incoming = incomingOf(rows, context, await deps.store.versionsSeen(principal.workspace.id, ownDeletedSince(context), context.snapshot.own));
  const conflicts = conflictsOf(rows, context.scope);
  const revisions = new Set([...incoming.entries, ...incoming.deleted, ...conflicts].map(({ revision }) => revision));
  return { incoming, conflicts, authors: await deps.store.authorsOf(principal.workspace.id, [...revisions]) };
}

/** Deleted entries that a sheet without a base may have written itself, by an earlier request of this push or a lost one. */
function ownDeletedSince({ register, input, snapshot }: Context): WantedVersion[] {
  const first = Math.min(...snapshot.own);
  return snapshot.entries.flatMap((entry) =>
    entry.isDeleted && entry.register === register.id && entry.revision > first && baseOf(entry.id, input, snapshot) === 0 ? [{ id: entry.id, base: 0 }] : [],
  );
}

/**
 * What others changed in the whole register since the sheet's base, less what the push has settled: what is the same in the
 * sheet, was written now, or is a conflict. Of entries that were not pushed at most MAX_INCOMING are told. To a sheet that
 * has never seen the register no deletions are news but those of what it wrote itself (`written`).
 */
function incomingOf(rows: readonly SettledRow[], { register, input, snapshot, scope }: Context, written: ReadonlyMap<string, Version>): Incoming {
  const outcomes = new Map(rows.map(({ id, outcome }) => [id, outcome]));
  const entries: StoredEntry[] = [];
  const deleted: StoredEntry[] = [];
  let others = 0;
  for (const entry of snapshot.entries) {
    if (entry.register !== register.id) continue;
    const base = baseOf(entry.id, input, snapshot);
    if (hasSeen({ base, own: snapshot.own }, entry)) continue;
    const outcome = outcomes.get(entry.id);
    if (outcome !== undefined && outcome !== 'incoming' && outcome !== 'rejected') continue;
    if (!scope.mayRead(entry)) continue;
    if (entry.isDeleted) {
      if (base > 0 || outcome === 'incoming' || written.has(entry.id)) deleted.push(entry);
    } else if (outcome === 'incoming' || (others += 1) <= MAX_INCOMING) entries.push(entry);
  }
  return { entries, deleted, more: others > MAX_INCOMING };
}

/** The rows or ids in conflict, each with the three versions. What the sheet last knew is kept back where it was another unit's. */
export function conflictsOf(rows: readonly Contested[], scope: Scope): Conflict[] {
  return rows.flatMap(({ id, outcome, content, stored, seen }) => {
    if (outcome !== 'conflict' || id === null || stored === null) return [];
    const base = seen === null || seen.isDeleted || !scope.mayRead({ register: stored.register, content: seen.content }) ? null : seen.content;
    return [{ id, base, yours: content, theirs: stored.isDeleted ? null : stored.content, revision: stored.revision }];
  });
}
