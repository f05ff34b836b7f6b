import type { Principal } from '../../auth/principal.ts';
import type { Deps } from '../../deps.ts';
import type { KeptRevision } from '../../store/history-port.ts';
import type { StoredEntry } from '../../store/port.ts';
import { mayRevert } from './may-revert.ts';
import { readerOf, type Reader } from './reader.ts';

/** A revision as a credential sees it: the counts are of the entries that are its to read. */
export interface SeenRevision extends KeptRevision {
  readonly mayRevert: boolean;
}

export interface RevisionsPage {
  readonly head: number;
  readonly revisions: readonly SeenRevision[];
  readonly next: number | null;
}

/** One page of revisions, newest first. A clerk sees those that changed entries naming the own unit. */
export async function listRevisions(
  deps: Deps,
  principal: Principal,
  { cursor, limit }: { cursor?: number | undefined; limit: number },
): Promise<RevisionsPage> {
  const { workspace, role } = principal;
  const reader = await readerOf(deps, principal);
  const before = cursor ?? reader.head + 1;
  const found =
    role === 'clerk' ? await clerksRevisions(deps, principal, reader, before, limit + 1) : await deps.history.revisionsBefore(workspace.id, before, limit + 1);
  const page = found.slice(0, limit);
  return {
    head: reader.head,
    revisions: page.map((revision) => ({ ...revision, mayRevert: mayRevert(principal, revision) })),
    next: found.length > limit ? (page.at(-1)?.number ?? null) : null,
  };
}

type Counts = Record<'inserted' | 'updated' | 'deleted', number>;

async function clerksRevisions(deps: Deps, principal: Principal, reader: Reader, before: number, limit: number): Promise<readonly KeptRevision[]> {
  const ids = reader.entries.filter((entry) => reader.mayRead(entry)).map(({ id }) => id);
  const counts = countsByRevision(await deps.history.versionsOf(principal.workspace.id, ids), reader);
  const numbers = [...counts.keys()].filter((number) => number < before).toSorted((a, b) => b - a);
  const revisions = await deps.history.revisions(principal.workspace.id, numbers.slice(0, limit));
  return revisions.map((revision) => ({ ...revision, ...counts.get(revision.number) }));
}

/** What each revision did to the entries whose versions these are: by id, then oldest first. */
function countsByRevision(versions: readonly StoredEntry[], reader: Reader): ReadonlyMap<number, Counts> {
  const counts = new Map<number, Counts>();
  versions.forEach((version, at) => {
    if (!reader.mayRead(version)) return;
    const previous = versions[at - 1];
    const wasThere = previous?.id === version.id && !previous.isDeleted;
    const of = counts.get(version.revision) ?? { inserted: 0, updated: 0, deleted: 0 };
    of[version.isDeleted ? 'deleted' : wasThere ? 'updated' : 'inserted'] += 1;
    counts.set(version.revision, of);
  });
  return counts;
}
