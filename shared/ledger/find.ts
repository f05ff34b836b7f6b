import type { Cell } from '../cell.ts';
import { registers } from '../registers/index.ts';
import type { Register, RegisterId } from '../registers/index.ts';
import { isBlank, textOf } from './cells.ts';
import { isRunningNumber, POINTS } from './header.ts';
import type { HeaderMatch } from './header.ts';
import { matchColumns } from './match.ts';
import type { HeaderCell, MatchedColumn } from './match.ts';
import { findResultColumns } from './result-columns.ts';
import { readValue } from './values.ts';

export { dataRows } from './data-rows.ts';
export type { DataRows, LedgerColumns, SkipReason } from './data-rows.ts';

/** A ledger recognised in the cells of a sheet; rows and columns are zero-based positions in the cells given. */
export interface LedgerGuess {
  readonly register: RegisterId;
  readonly headerRow: number;
  /** Every named column but 序号 and our own result columns, in sheet order. */
  readonly columns: readonly MatchedColumn[];
  /** Required fields that no column feeds. */
  readonly missing: readonly string[];
  /** Higher is likelier. */
  readonly score: number;
}

/** Titles, notes and the like may stand above a header, but not more rows than this. */
const ROWS_SEARCHED = 60;

/** A ledger has at least this many columns that are recognised, or is nothing but its required ones. */
const LEAST_FIELDS = 2;

/** What a missing required field costs against another register's reading of the same header. */
const MISSING_COSTS = 4;

/** How many filled cells of a column are tried before its header is believed. */
const CELLS_TRIED = 50;

/**
 * The ledgers on a sheet, likeliest first; none when no row looks like a header (`lookedFor` says what would).
 *
 * `register` limits the search to one kind; `headerRow` is the clerk's word that this row is the header: it is taken
 * even if little in it is recognised.
 */
export function findLedgers(
  cells: readonly (readonly Cell[])[],
  options: { readonly register?: RegisterId; readonly headerRow?: number } = {},
): readonly LedgerGuess[] {
  const kinds = registers.filter((register) => options.register === undefined || register.id === options.register);
  const chosen = options.headerRow;
  if (chosen !== undefined) {
    if (cells[chosen] === undefined) return [];
    return byScore(kinds.map((register) => guessAt(cells, chosen, register)));
  }
  const guesses: LedgerGuess[] = [];
  for (let row = 0; row < Math.min(cells.length, ROWS_SEARCHED); row += 1) {
    const [best] = byScore(kinds.map((register) => guessAt(cells, row, register)).filter(isConvincing));
    if (best !== undefined) guesses.push(best);
  }
  return byScore(guesses);
}

/** The headers that would be recognised as the required columns of each register, most usual first. */
export function lookedFor(): readonly {
  readonly register: Register;
  readonly fields: readonly { readonly field: string; readonly names: readonly string[] }[];
}[] {
  return registers.map((register) => ({
    register,
    fields: register.fields
      .filter((field) => field.required)
      .map((field) => ({ field: field.id, names: [field.label['zh-CN'], ...field.aliases, field.label.en] })),
  }));
}

function byScore(guesses: readonly LedgerGuess[]): readonly LedgerGuess[] {
  return guesses.toSorted((a, b) => b.score - a.score || a.headerRow - b.headerRow);
}

function guessAt(cells: readonly (readonly Cell[])[], headerRow: number, register: Register): LedgerGuess {
  const headers = headerCells(cells[headerRow] ?? []);
  const columns = matchColumns(register, headers, doubts(cells, headerRow, register));
  const fed = new Set(columns.map((column) => column.field));
  const missing = register.fields.filter((field) => field.required && !fed.has(field.id)).map((field) => field.id);
  const points = columns.reduce((sum, column) => sum + (column.field === null ? 0 : POINTS[column.confidence]), 0);
  return { register: register.id, headerRow, columns, missing, score: points - MISSING_COSTS * missing.length };
}

function headerCells(row: readonly Cell[]): readonly HeaderCell[] {
  const own = findResultColumns(row);
  return row.flatMap((cell, column) => {
    if (typeof cell !== 'string' || isBlank(cell) || own.has(column) || isRunningNumber(cell)) return [];
    return [{ column, header: textOf(cell) }];
  });
}

/** A header: at least one required field, and enough else that a row of data or a caption is not taken for one. */
function isConvincing(guess: LedgerGuess): boolean {
  const register = registers.find((candidate) => candidate.id === guess.register);
  const required = register?.fields.filter((field) => field.required).length ?? 0;
  const fed = guess.columns.filter((column) => column.field !== null);
  if (guess.missing.length === required) return false;
  if (fed.length * 2 < guess.columns.length && fed.length <= LEAST_FIELDS) return false;
  return fed.length >= LEAST_FIELDS || (guess.missing.length === 0 && guess.columns.length === 1 && fed[0]?.confidence !== 'guess');
}

/**
 * Whether a column that is called like a field holds something else: 进展情况 is often a story, not a percentage. A
 * field's own name is believed; an alias is not when most of the first cells cannot be read.
 */
function doubts(cells: readonly (readonly Cell[])[], headerRow: number, register: Register): (column: number, match: HeaderMatch) => boolean {
  return (column, match) => {
    const field = register.fields.find((candidate) => candidate.id === match.field);
    if (field === undefined || match.confidence === 'exact' || field.kind === 'text' || field.kind === 'deadline' || field.kind === 'status') return false;
    let tried = 0;
    let unreadable = 0;
    for (let row = headerRow + 1; row < cells.length && tried < CELLS_TRIED; row += 1) {
      const cell = cells[row]?.[column] ?? null;
      if (isBlank(cell)) continue;
      tried += 1;
      if ('problem' in readValue(field, cell)) unreadable += 1;
    }
    return unreadable * 2 > tried;
  };
}
