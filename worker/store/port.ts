import type { Day, IsoDate } from '../../shared/calendar/day.ts';
import type { Content, Entry, EntryMemory } from '../../shared/ledger/entry.ts';
import type { RegisterId } from '../../shared/registers/index.ts';
import type { Plan } from '../../shared/scoring/plan.ts';
import type { AccessStore } from './access-port.ts';
import type { DrawStore } from './draw-port.ts';
import type { OrderStore } from './order-port.ts';
import type { Version } from '../../shared/sync/outcome.ts';

/** The newest version of an entry; a deleted one keeps its last content. */
export interface StoredEntry extends Entry {
  readonly isDeleted: boolean;
}

/** A workspace at one moment. */
export interface Snapshot {
  /** The last revision; 0 before the first. */
  readonly head: number;
  /** The hash of the last revision, which seals all before it too (shared/audit); empty before the first. */
  readonly hash: string;
  /** Every version of the plan, oldest first. */
  readonly plans: readonly Plan[];
  /** Every entry of every register, deleted ones too, in order of id. */
  readonly entries: readonly StoredEntry[];
}

/** What a writer needs to know of earlier requests. */
export interface RequestMarks {
  readonly request: string;
  /** Requests whose answer never came. */
  readonly pending: readonly string[];
  readonly push: string | null;
  /** The credential that sends it, which may be another one than sent the earlier requests. */
  readonly principal: string;
}

export interface WriterSnapshot extends Snapshot {
  /** The revision this very request made when it was accepted before. */
  readonly repeatOf: number | null;
  /** Whether that was sent under another credential, whose rights may have left out rows that this one may write. */
  readonly isRepeatOfOther: boolean;
  /** Whether a later request has called this very one lost: it must not write any more. */
  readonly isGivenUp: boolean;
  /** Revisions made by the pending requests and by the same push. */
  readonly own: ReadonlySet<number>;
}

/** A version to look for: the newest of the entry that a sheet of this base has seen. */
export interface WantedVersion {
  readonly id: string;
  readonly base: number;
}

/** Who made a revision, and when (ISO 8601 UTC). */
export interface RevisionAuthor {
  /** The name of the credential. */
  readonly by: string;
  readonly at: string;
}

export const revisionKinds = ['push', 'delete', 'revert'] as const;
/** What makes a revision. */
export type RevisionKind = (typeof revisionKinds)[number];

/** One accepted change set, about to be written. */
export interface NewRevision {
  readonly workspace: string;
  /** The snapshot's head + 1. */
  readonly number: number;
  /** The snapshot's hash. */
  readonly previous: string;
  readonly kind: RevisionKind;
  /** Of a revert: the revisions it puts back, ascending; else empty. */
  readonly reverts: readonly number[];
  readonly register: RegisterId;
  readonly request: string;
  readonly push: string | null;
  readonly principal: string;
  /** Of a push from a package: who made it, as it says; else null. */
  readonly madeBy: string | null;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly asOf: IsoDate;
  readonly inserted: readonly NewVersion[];
  readonly updated: readonly NewVersion[];
  /** With the content and memory that they keep. */
  readonly deleted: readonly NewVersion[];
}

export interface NewVersion {
  readonly id: string;
  readonly content: Content;
  readonly memory: EntryMemory;
  /** Whether it takes the place of a stored version, which is then kept. */
  readonly isReplacement: boolean;
}

/** A version of the plan and where it came from. */
export interface PlanVersion {
  readonly plan: Plan;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** The credential that made it, and its name; null where it is not known. */
  readonly principal: string | null;
  readonly by: string | null;
}

/** A version of the plan, about to be written: one more than the last. */
export interface NewPlan {
  readonly workspace: string;
  readonly plan: Plan;
  readonly principal: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** What the use cases need kept. `d1.ts` is the implementation. */
export interface Store extends AccessStore, DrawStore, OrderStore {
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  /** Every version of the plan, oldest first. */
  planVersions(workspace: string): Promise<readonly PlanVersion[]>;
  /** Writes the version, or nothing when the last one is not the one before it. */
  addPlan(plan: NewPlan): Promise<'accepted' | 'overtaken'>;
  read(workspace: string): Promise<Snapshot>;
  /** The same without entries that cannot count in the period of the plan for a day, such as reports of other years: for scores. */
  readCounting(workspace: string, day: Day): Promise<Snapshot>;
  readToWrite(workspace: string, marks: RequestMarks): Promise<WriterSnapshot>;
  /** Makes sure that the pending requests, where they have not been accepted, never will be, until a thousand newer ones of the same credential were given up. */
  giveUp(workspace: string, marks: Pick<RequestMarks, 'principal' | 'pending'>): Promise<void>;
  /** Of each entry wanted the newest version at or before its base, or of an own revision, by id; none where there was nothing yet. */
  versionsSeen(workspace: string, wanted: readonly WantedVersion[], own: ReadonlySet<number>): Promise<ReadonlyMap<string, Version>>;
  /** Who made the revisions of these numbers. */
  authorsOf(workspace: string, revisions: readonly number[]): Promise<ReadonlyMap<number, RevisionAuthor>>;
  /** Writes the revision whole, or nothing when another one took its number or its request was accepted meanwhile. */
  commit(revision: NewRevision): Promise<'accepted' | 'overtaken'>;
}
