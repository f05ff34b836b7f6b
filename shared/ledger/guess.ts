import type { Cell } from '../cell.ts';
import { registers } from '../registers/index.ts';
import type { Field, Register, RegisterId } from '../registers/index.ts';
import { isBlank, textOf } from './cells.ts';
import { foldHeader, POINTS } from './header.ts';
import type { HeaderMatch } from './header.ts';
import { headerCells } from './header-block.ts';
import type { HeaderBlock } from './header-block.ts';
import { matchColumns } from './match.ts';
import type { HeaderCell, MatchedColumn } from './match.ts';
import { readValue } from './values.ts';

/** A ledger recognised in the cells of a sheet; rows and columns are zero-based positions in the cells given. */
export interface LedgerGuess {
  readonly register: RegisterId;
  /** The header's last row; entries follow below. */
  readonly headerRow: number;
  /** How many rows the header has: more than one when names stand under groups. */
  readonly headerRows: number;
  /** Every named column but 序号 and our own result columns, in sheet order. */
  readonly columns: readonly MatchedColumn[];
  /** Required fields that no column feeds. */
  readonly missing: readonly string[];
  /** Higher is likelier. */
  readonly score: number;
}

/** A ledger has at least this many columns that are recognised, or is nothing but its required ones. */
const LEAST_FIELDS = 2;

/** What a missing required field costs against another register's reading of the same header. */
const MISSING_COSTS = 4;

/** What a title above the header that names the register is worth: as much as one required field. */
const TITLE_POINTS = 4;

/** Rows above a header that may hold its title, and the cells such a row may have. */
const TITLE_ROWS = 4;
const TITLE_CELLS = 3;

/** How many filled cells of a column are tried before its header is believed. */
const CELLS_TRIED = 50;

/** How one register reads a header, or a part of it. */
export function guessAt(cells: readonly (readonly Cell[])[], block: HeaderBlock, register: Register, headers = headerCells(block)): LedgerGuess {
  const columns = matchColumns(register, headers, doubts(cells, block.bottom, register));
  const fed = new Set(columns.map((column) => column.field));
  const missing = register.fields.filter((field) => field.required && !fed.has(field.id)).map((field) => field.id);
  const points = columns.reduce((sum, column) => sum + (column.field === null ? 0 : POINTS[column.confidence]), 0);
  const title = isTitled(cells, block, register) ? TITLE_POINTS : 0;
  return { register: register.id, headerRow: block.bottom, headerRows: block.rows, columns, missing, score: points + title - MISSING_COSTS * missing.length };
}

/** The likeliest register of a header, or of a part of it, among those that make sense of it; null when none does. */
export function bestGuess(
  cells: readonly (readonly Cell[])[],
  block: HeaderBlock,
  kinds: readonly Register[],
  headers?: readonly HeaderCell[],
): LedgerGuess | null {
  return byScore(kinds.map((register) => guessAt(cells, block, register, headers)).filter(isConvincing))[0] ?? null;
}

/** Guesses with the likeliest first; of equals the one further up, or the register that comes first. */
export function byScore(guesses: readonly LedgerGuess[]): readonly LedgerGuess[] {
  return guesses.toSorted((a, b) => b.score - a.score || a.headerRow - b.headerRow);
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

/** Whether a title above the header has words of the register: 问题清单 over columns that a list of measures has too. */
function isTitled(cells: readonly (readonly Cell[])[], block: HeaderBlock, { titles = [] }: Register): boolean {
  const top = block.bottom - block.rows + 1;
  for (let row = top - 1; row >= Math.max(0, top - TITLE_ROWS); row -= 1) {
    const texts = (cells[row] ?? []).filter((cell) => !isBlank(cell)).map(textOf);
    if (texts.length > TITLE_CELLS) return false;
    if (texts.some((text) => titles.some((title) => text.replace(/\s+/g, '').includes(title)))) return true;
  }
  return false;
}

/**
 * Whether a column that is called like a field holds something else: 进展情况 is often a story, not a percentage. A
 * field's own name is believed; an alias is not when most of the first cells cannot be read.
 */
function doubts(cells: readonly (readonly Cell[])[], headerRow: number, register: Register): (column: number, match: HeaderMatch) => boolean {
  return (column, match) => {
    const field = register.fields.find((candidate) => candidate.id === match.field);
    if (field === undefined || match.confidence === 'exact' || !canDoubt(field)) return false;
    const header = foldHeader(textOf(cells[headerRow]?.[column] ?? null));
    let tried = 0;
    let unreadable = 0;
    for (let row = headerRow + 1; row < cells.length && tried < CELLS_TRIED; row += 1) {
      const cell = cells[row]?.[column] ?? null;
      if (isBlank(cell) || (typeof cell === 'string' && foldHeader(cell) === header)) continue;
      tried += 1;
      if (isSomethingElse(field, cell)) unreadable += 1;
    }
    return unreadable * 2 > tried;
  };
}

function canDoubt({ kind }: Field): boolean {
  return kind !== 'text' && kind !== 'deadline' && kind !== 'status' && kind !== 'code';
}

/** Faults of a cell that show that its column is about something else. A date without its year, or of a day that does not exist, is a date all the same. */
const SOMETHING_ELSE: ReadonlySet<string> = new Set([
  'problem.unreadableDate',
  'problem.unreadableMonth',
  'problem.unreadableNumber',
  'problem.unreadableProgress',
  'problem.unknownChoice',
  'problem.refMalformed',
]);

function isSomethingElse(field: Field, cell: Cell): boolean {
  const reading = readValue(field, cell);
  return 'problem' in reading && SOMETHING_ELSE.has(reading.problem.code);
}
