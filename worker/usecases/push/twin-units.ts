import type { Entry } from '../../../shared/ledger/entry.ts';
import { unitDirectory } from '../../../shared/ledger/unit-names.ts';
import { message } from '../../../shared/message.ts';
import type { StoredEntry } from '../../store/port.ts';
import { rejected, type SettledRow } from './settle.ts';

/**
 * The rows with those rejected whose name folds to that of another unit (domain, Unit names): a stored unit comes before a
 * pushed one, an earlier row before a later one. A row rejected so leaves its stored name in place, which may clash in
 * turn, hence the repetition; each round rejects at least one row more.
 */
export function rejectTwins(rows: readonly SettledRow[], storedUnits: readonly StoredEntry[], district: string): readonly SettledRow[] {
  const changing = rows.flatMap((row): Entry[] =>
    row.id !== null && row.content !== null && (row.outcome === 'inserted' || row.outcome === 'updated')
      ? [{ id: row.id, register: 'units', revision: 0, content: row.content, memory: {} }]
      : [],
  );
  const ids = new Set(changing.map(({ id }) => id));
  const { clashes } = unitDirectory([...storedUnits.filter(({ id }) => !ids.has(id)), ...changing], district);
  const twins = new Map(clashes.filter(({ entry }) => ids.has(entry.id)).map(({ entry, first }) => [entry.id, first]));
  if (twins.size === 0) return rows;
  const settled = rows.map((row) => {
    const first = row.id === null ? undefined : twins.get(row.id);
    if (first === undefined) return row;
    const name = row.content?.['name'] ?? '';
    return rejected(row, [{ ...message('problem.unitTwice', { name, other: first.content['name'] ?? '' }), column: 'name', value: name }]);
  });
  return rejectTwins(settled, storedUnits, district);
}
