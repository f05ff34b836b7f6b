import type { Content, Entry } from '../../shared/ledger/entry.ts';
import type { RegisterId } from '../../shared/registers/index.ts';
import type { RevisionKind, StoredEntry } from './port.ts';

/** A revision as it is kept, less the entries it wrote. */
export interface KeptRevision {
  readonly number: number;
  readonly kind: RevisionKind;
  readonly reverts: readonly number[];
  readonly register: RegisterId;
  readonly push: string | null;
  /** The credential that made it, and its name. */
  readonly principal: string;
  readonly by: string;
  /** Of a push from a package: who made it, as it says; else null. */
  readonly madeBy: string | null;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly asOf: string;
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
  /** The last revision that put it back; null when none did. */
  readonly revertedBy: number | null;
}

/** A version written by a revision, and what lived before it. */
export interface ChangedEntry extends Pick<Entry, 'id' | 'register'> {
  readonly content: Content;
  readonly isDeleted: boolean;
  /** Null when there was nothing, or a deletion. */
  readonly before: Content | null;
}

/** A version of an entry, less what it remembers. */
export type ChangedVersion = Omit<ChangedEntry, 'before'>;

/** The history of a workspace. `history.ts` is the implementation. */
export interface HistoryStore {
  /** Every version of some entries, by id, then oldest first. */
  versionsOf(workspace: string, ids: readonly string[]): Promise<readonly StoredEntry[]>;
  /** Of some entries the superseded versions that a reader of a revision may have seen since: the one that stood at it, and all later ones. */
  versionsSince(workspace: string, ids: readonly string[], since: number): Promise<readonly ChangedVersion[]>;
  /** The revisions before one, newest first, at most `limit`. */
  revisionsBefore(workspace: string, before: number, limit: number): Promise<readonly KeptRevision[]>;
  /** The revisions of these numbers, newest first; those that are not there are left out. */
  revisions(workspace: string, numbers: readonly number[]): Promise<readonly KeptRevision[]>;
  /** What a revision changed, in order of id, from the id after `after` on, at most `limit`. */
  changesOf(workspace: string, revision: number, after: string, limit: number): Promise<readonly ChangedEntry[]>;
  /** The revisions that a push made in a register, ascending, and the credential of each: a push may be begun under one and go on under another. */
  revisionsOfPush(workspace: string, register: RegisterId, push: string): Promise<readonly Pick<KeptRevision, 'number' | 'principal'>[]>;
  /** The revisions that put back any of some. */
  revertsOf(workspace: string, revisions: readonly number[]): Promise<ReadonlySet<number>>;
  /** The entries that revisions wrote, each with the last of them that did. */
  writtenBy(workspace: string, revisions: readonly number[]): Promise<ReadonlyMap<string, number>>;
  /** Of each entry the newest superseded version that is of none of the revisions; none where there was nothing before them. */
  versionsBefore(workspace: string, ids: readonly string[], revisions: readonly number[]): Promise<ReadonlyMap<string, StoredEntry>>;
}
