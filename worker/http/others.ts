import type { Conflict, Incoming } from '../../shared/contract/others.ts';
import type { Counts } from '../../shared/contract/push.ts';
import type { Register } from '../../shared/registers/index.ts';
import type { Others } from '../usecases/push/others.ts';

/** How many rows came to what. */
export function countsOf(rows: readonly { readonly outcome: keyof Counts }[]): Counts {
  const counts = { inserted: 0, updated: 0, unchanged: 0, deleted: 0, incoming: 0, conflict: 0, rejected: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}

/** What others did, as it goes over the wire. */
export function othersOf(register: Register, { incoming, conflicts, authors }: Others): { incoming: Incoming; conflicts: readonly Conflict[] } {
  const fields = register.fields.map(({ id }) => id);
  const { entries, deleted, more } = incoming;
  const changed = new Set([...entries, ...deleted].map(({ revision }) => revision));
  const authorOf = (revision: number) => authors.get(revision) ?? { by: '', at: '' };
  return {
    incoming: {
      columns: ['id', ...fields],
      rows: entries.map(({ id, content }) => [id, ...fields.map((field) => content[field] ?? null)]),
      revisions: entries.map(({ revision }) => revision),
      deleted: deleted.map(({ id }) => id),
      deletedRevisions: deleted.map(({ revision }) => revision),
      changes: [...changed].toSorted((a, b) => a - b).map((revision) => ({ revision, ...authorOf(revision) })),
      more,
    },
    conflicts: conflicts.map((conflict) => ({ ...conflict, ...authorOf(conflict.revision) })),
  };
}
