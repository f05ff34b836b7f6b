import { revisionText, type RevisionRecord, type VersionRecord } from '../../shared/audit/revision-text.ts';
import type { Digest } from '../../shared/text/digest.ts';
import type { NewRevision } from './port.ts';

/** A revision as it is kept, and the hash that links it to the one before; `versions` are all that it writes. */
export async function sealed(
  { previous, inserted, updated, deleted, ...revision }: NewRevision,
  versions: readonly VersionRecord[],
  digest: Digest,
): Promise<{ readonly record: RevisionRecord; readonly hash: string }> {
  const inOrder = versions.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const counts = { inserted: inserted.length, updated: updated.length, deleted: deleted.length };
  const record = { ...revision, ...counts, ids: inOrder.map(({ id }) => id) };
  return { record, hash: await digest(revisionText(previous, record, inOrder)) };
}

/** The record as parameters, in the order of the table's columns, less hash and ids. */
export function columnsOf(record: RevisionRecord): (string | number | null)[] {
  const { workspace, number, kind, reverts, register, request, push, principal, madeBy, at, asOf, inserted, updated, deleted } = record;
  return [workspace, number, kind, JSON.stringify(reverts), register, request, push, principal, at, asOf, inserted, updated, deleted, madeBy];
}
