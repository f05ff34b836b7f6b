import { changeOf, fieldChanges, type Change, type FieldChange } from '../../../shared/audit/field-changes.ts';
import type { Content } from '../../../shared/ledger/entry.ts';
import type { Register } from '../../../shared/registers/index.ts';
import type { Principal } from '../../auth/principal.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../refusal.ts';
import type { KeptRevision } from '../../store/history-port.ts';
import { readerOf } from './reader.ts';

/** One version of an entry, beside the one before. */
export interface ShownVersion {
  readonly revision: KeptRevision;
  readonly change: Change;
  readonly changes: readonly FieldChange[];
}

/**
 * The versions of an entry, newest first. Refuses with entryUnknown, also for an entry that is not the credential's to read;
 * versions from when it was another unit's are kept back from a clerk.
 */
export async function showHistory(deps: Deps, principal: Principal, register: Register, id: string): Promise<readonly ShownVersion[]> {
  const reader = await readerOf(deps, principal);
  const entry = reader.entries.find((candidate) => candidate.id === id && candidate.register === register.id);
  if (entry === undefined || !reader.mayRead(entry)) throw new Refusal('entryUnknown', { id });
  const versions = await deps.history.versionsOf(principal.workspace.id, [id]);
  const kept = await deps.history.revisions(
    principal.workspace.id,
    versions.map(({ revision }) => revision),
  );
  const revisions = new Map(kept.map((revision) => [revision.number, revision]));
  const fields = register.fields.map((field) => field.id);
  const shown: ShownVersion[] = [];
  let before: Content | null = null;
  for (const version of versions) {
    const revision = revisions.get(version.revision);
    const after = version.isDeleted || !reader.mayRead(version) ? null : version.content;
    if (revision !== undefined && reader.mayRead(version))
      shown.push({ revision, change: changeOf(before, after), changes: fieldChanges(before, after, fields) });
    before = after;
  }
  return shown.toReversed();
}
