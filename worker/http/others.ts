import type { Conflict, Incoming } from '../../shared/contract/others.ts';
import type { Register } from '../../shared/registers/index.ts';
import type { RevisionAuthor } from '../store/port.ts';
import type { Others } from '../usecases/push/others.ts';

const NOBODY: RevisionAuthor = { by: '', at: '' };

/** What others changed, as it goes over the wire. */
export function incomingOf(register: Register, { incoming, authors }: Pick<Others, 'incoming' | 'authors'>): Incoming {
  const fields = register.fields.map(({ id }) => id);
  const { entries, deleted, more } = incoming;
  const changed = new Set([...entries, ...deleted].map(({ revision }) => revision));
  return {
    columns: ['id', ...fields],
    rows: entries.map(({ id, content }) => [id, ...fields.map((field) => content[field] ?? null)]),
    revisions: entries.map(({ revision }) => revision),
    deleted: deleted.map(({ id }) => id),
    deletedRevisions: deleted.map(({ revision }) => revision),
    changes: [...changed].toSorted((a, b) => a - b).map((revision) => ({ revision, ...(authors.get(revision) ?? NOBODY) })),
    more,
  };
}

/** Conflicts with who made theirs, and when. */
export function conflictsOf({ conflicts, authors }: Pick<Others, 'conflicts' | 'authors'>): Conflict[] {
  return conflicts.map((conflict) => ({ ...conflict, ...(authors.get(conflict.revision) ?? NOBODY) }));
}
