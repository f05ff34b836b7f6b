import type { HistoryAnswer } from '../../../shared/contract/revisions.ts';

/** What people call an entry, its title or a unit's name, by its versions (newest first); null when it has none. */
export function titleNow(versions: HistoryAnswer['versions']): string | null {
  for (const { change, changes } of versions) {
    const title = changes.find(({ field }) => field === 'title' || field === 'name');
    if (title) return textOf(change === 'deleted' ? title.before : title.after);
  }
  return null;
}

function textOf(value: string | number | null): string | null {
  return value === null ? null : String(value);
}
