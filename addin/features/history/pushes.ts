import type { RevisionView } from '../../../shared/contract/revisions.ts';
import type { RegisterId } from '../../../shared/registers/index.ts';

/** One act of a person as the history lists it: all requests of a push, a deletion, or an undo. */
export interface Push {
  readonly kind: RevisionView['kind'];
  readonly register: RegisterId;
  readonly by: string;
  /** Of a push from a package: who made it; else null. */
  readonly madeBy: string | null;
  /** When its last request was accepted, ISO 8601 UTC. */
  readonly at: string;
  /** Its revisions, ascending; at least one. */
  readonly revisions: readonly number[];
  readonly counts: RevisionView['counts'];
  /** Of an undo: the revisions it put back. */
  readonly reverts: readonly number[];
  /** The revision that put it back last; null when none did. */
  readonly revertedBy: number | null;
  /** Whether what put it back stands itself; `restored` when that was undone in turn. */
  readonly standing: 'stands' | 'undone' | 'restored';
  readonly mayRevert: boolean;
}

/**
 * Revisions, newest first, as acts: the requests of one push are one, at the place of its newest. While older revisions are
 * still to be asked for (`hasMore`) the last act is kept back, because some of its requests may be among them.
 */
export function pushesOf(revisions: readonly RevisionView[], hasMore: boolean): readonly Push[] {
  const byKey = new Map<string, Unweighed>();
  for (const revision of revisions) {
    const key = keyOf(revision);
    const newer = byKey.get(key);
    byKey.set(key, newer === undefined ? { ...revision, revisions: [revision.revision] } : together(newer, revision));
  }
  const pushes = withStanding([...byKey.values()]);
  return hasMore && pushes.length > 1 ? pushes.slice(0, -1) : pushes;
}

type Unweighed = Omit<Push, 'standing'>;

/** What put an act back is newer, so whether that stands is known before it is asked. */
function withStanding(newestFirst: readonly Unweighed[]): readonly Push[] {
  const undone = new Set<number>();
  return newestFirst.map((act): Push => {
    const standing = act.revertedBy === null ? 'stands' : undone.has(act.revertedBy) ? 'restored' : 'undone';
    if (standing === 'undone') act.revisions.forEach((revision) => undone.add(revision));
    return { ...act, standing };
  });
}

/** Requests belong together as the server takes them: of one push, in one register, whoever sent them. */
function keyOf({ push, register, kind, revision }: RevisionView): string {
  return push === null ? String(revision) : [push, register, kind].join(' ');
}

function together(newer: Unweighed, older: RevisionView): Unweighed {
  const add = (one: keyof Push['counts']): number => newer.counts[one] + older.counts[one];
  const reverting = [newer.revertedBy, older.revertedBy].filter((revision) => revision !== null);
  return {
    ...newer,
    by: [...new Set([...older.by.split('、'), ...newer.by.split('、')])].join('、'),
    madeBy: newer.madeBy ?? older.madeBy,
    revisions: [older.revision, ...newer.revisions],
    counts: { inserted: add('inserted'), updated: add('updated'), deleted: add('deleted') },
    revertedBy: reverting.length > 0 ? Math.max(...reverting) : null,
    mayRevert: newer.mayRevert || older.mayRevert,
  };
}

/** Revisions as text: 12, or 12–14 of a push in several requests. */
export function revisionsText(revisions: readonly number[]): string {
  const [first = 0, last = first] = [revisions[0], revisions.at(-1)];
  return first === last ? String(first) : `${first}–${last}`;
}
