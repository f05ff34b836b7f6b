import type { Link } from '../../shared/audit/chain.ts';
import type { VersionRecord } from '../../shared/audit/revision-text.ts';

/** A revision with every version it wrote, in order of id, as they are kept. */
export interface LoggedRevision {
  readonly link: Link;
  readonly versions: readonly VersionRecord[];
}

/** The whole history as it is kept, for checking and taking it along. `audit.ts` is the implementation. */
export interface AuditStore {
  /** Every revision in order, a few thousand versions in memory at a time. */
  log(workspace: string): AsyncIterable<LoggedRevision>;
  /** The first revision with versions that it did not write, or without being there; null when there is none. */
  firstStray(workspace: string): Promise<number | null>;
  /** The first revision of a superseded version that is not older than the entry's newest; null when there is none. */
  firstMisplaced(workspace: string): Promise<number | null>;
}
