/** A revision as it is kept, without its hash. */
export interface RevisionRecord {
  readonly workspace: string;
  readonly number: number;
  readonly kind: string;
  /** Of a revert: the revisions it put back, ascending. */
  readonly reverts: readonly number[];
  readonly register: string;
  readonly request: string;
  readonly push: string | null;
  readonly principal: string;
  /** Of a push from a package: the name of its maker; null of all others, and of those from before it was kept. */
  readonly madeBy: string | null;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly asOf: string;
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
  /** The entries it wrote, in order of id. */
  readonly ids: readonly string[];
}

/** A version of an entry as it is kept: content and memory are the very texts stored. */
export interface VersionRecord {
  readonly id: string;
  readonly register: string;
  /** 1: a deletion, 0: none; what is kept may have been tampered with and be any other number. */
  readonly deleted: number;
  readonly content: string;
  readonly memory: string;
}

/**
 * The text whose SHA-256 is the hash of a revision: the hash of the one before (empty before the first), what is kept of
 * the revision, and every version it wrote in order of id. Every part goes with its length in front, so that no two
 * revisions have the same text.
 */
export function revisionText(previous: string, revision: RevisionRecord, versions: readonly VersionRecord[]): string {
  const { workspace, number, kind, reverts, register, request, push, principal, madeBy, at, asOf, inserted, updated, deleted, ids } = revision;
  const parts = [previous, workspace, number, kind, reverts, register, request, push, principal, at, asOf, inserted, updated, deleted, ids, versions.length];
  // Last, and only where there is one: revisions from before it was kept have the hash they had.
  const lines = [measured(JSON.stringify(madeBy === null ? parts : [...parts, madeBy]))];
  for (const { id, register: of, deleted: mark, content, memory } of versions) {
    lines.push(`${measured(id)}${measured(of)}${mark}${measured(memory)}${measured(content)}`);
  }
  return lines.join('\n');
}

/** A text after its length, so that where it ends cannot be moved. */
function measured(text: string): string {
  return `${text.length}:${text}`;
}
