import { overlaid } from '../overlay.ts';
import type { NewRevision, NewVersion, StoredEntry } from './port.ts';

/** Workspaces kept per isolate, and the most entries of one that is kept: an isolate has 128 MB. */
const MAX_WORKSPACES = 4;
const MAX_ENTRIES = 30_000;

/** A workspace as of its last known revision. */
export interface Remembered {
  readonly head: number;
  /** The hash of `head`: a database put back to an earlier day may count up to the same number again. */
  readonly hash: string;
  /** In order of id. */
  readonly entries: readonly StoredEntry[];
}

/**
 * What an isolate remembers of the workspaces it served last. Every read still asks the database for the head, and for the
 * entries of later revisions, in one transaction; only what has not changed since is taken from here.
 */
export interface SnapshotCache {
  get(workspace: string): Remembered | null;
  set(workspace: string, remembered: Remembered): void;
  /** Takes in a revision just accepted, so that the next read need not fetch what was written from here. */
  add(revision: NewRevision, hash: string): void;
}

export function snapshotCache(): SnapshotCache {
  const known = new Map<string, Remembered>();
  const set = (workspace: string, remembered: Remembered): void => {
    known.delete(workspace);
    if (remembered.entries.length > MAX_ENTRIES) return;
    known.set(workspace, remembered);
    const [oldest] = known.keys();
    if (known.size > MAX_WORKSPACES && oldest !== undefined) known.delete(oldest);
  };
  return {
    get: (workspace) => known.get(workspace) ?? null,
    set,
    add({ workspace, number, register, inserted, updated, deleted }, hash) {
      const before = known.get(workspace);
      if (before?.head !== number - 1) return;
      const entryOf =
        (isDeleted: boolean) =>
        ({ id, content, memory }: NewVersion): StoredEntry => ({ id, register, revision: number, isDeleted, content, memory });
      const entries = overlaid(overlaid(before.entries, inserted.map(entryOf(false))), updated.map(entryOf(false)));
      set(workspace, { head: number, hash, entries: overlaid(entries, deleted.map(entryOf(true))) });
    },
  };
}
