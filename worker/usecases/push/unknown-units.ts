import type { Content } from '../../../shared/ledger/entry.ts';
import type { CellProblem } from '../../../shared/ledger/rows.ts';
import { splitUnits, type UnitDirectory } from '../../../shared/ledger/unit-names.ts';
import { message } from '../../../shared/message.ts';
import type { Scope } from '../../auth/scope.ts';
import type { StoredEntry } from '../../store/port.ts';
import { namingUnits, unknownUnits } from './new-units.ts';
import { rejected, type SettledRow } from './settle.ts';

/** The cells that name units, in every register a clerk may push. */
const NAMING = ['unit', 'coUnits'] as const;

/**
 * The rows of a clerk with those rejected that would make a unit (domain, Unit names). Besides the units with a row of their own there are the clerk's, and
 * those that `entries` in scope name already: one that only others' rows name is as unknown as one that nobody names.
 */
export function rejectUnknownUnits(
  rows: readonly SettledRow[],
  directory: UnitDirectory,
  scope: Scope,
  entries: readonly StoredEntry[],
): readonly SettledRow[] {
  let named: ReadonlySet<string> | null = null; // looked through when a name has no row
  const isThere = (name: string): boolean => {
    const unit = directory.resolve(name);
    if (unit.entry !== null || scope.isOwnUnit(name)) return true;
    named ??= unknownUnits(namingUnits(entries, scope), directory);
    return named.has(unit.name);
  };
  return rows.map((row) => {
    const { outcome, content } = row;
    if (content === null || (outcome !== 'inserted' && outcome !== 'updated')) return row;
    const problems = NAMING.flatMap((column) => problemsIn(content, column));
    return problems.length === 0 ? row : rejected(row, problems);
  });

  function problemsIn(content: Content, column: (typeof NAMING)[number]): CellProblem[] {
    const unknown = splitUnits(String(content[column] ?? '')).filter((name) => !isThere(name));
    return unknown.map((unit) => ({ ...message('problem.unitNotThere', { unit }), column, value: content[column] ?? null }));
  }
}
