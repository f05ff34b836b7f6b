import type { Cell } from '../cell.ts';
import { isBlank, textOf } from './cells.ts';
import { isRunningNumber } from './header.ts';
import type { HeaderCell } from './match.ts';
import type { Merge } from './merges.ts';
import { findResultColumns } from './result-columns.ts';

/** Rows that a header may have: groups, groups of groups, names. */
const MOST_ROWS = 3;

/** A longer text in a header's lower rows is content. */
const LONGEST_NAME = 60;

/** A header as it is to be read, of one row or of several with groups (进展情况 over 完成进度 and 完成时间). */
export interface HeaderBlock {
  /** The last of its rows; entries follow below. */
  readonly bottom: number;
  readonly rows: number;
  /** By column: the lowest text, which names the column; null where there is none. */
  readonly line: readonly Cell[];
  /** By column: the texts above the lowest, top first. */
  readonly groups: readonly (readonly string[])[];
}

/** The header blocks that may end at a row, the lowest first: the row alone, and with the rows above it that group its names. */
export function headerBlocks(cells: readonly (readonly Cell[])[], bottom: number, merges: readonly Merge[]): readonly HeaderBlock[] {
  const blocks: HeaderBlock[] = [];
  for (let rows = 1; rows <= Math.min(MOST_ROWS, bottom + 1); rows += 1) {
    const block = headerBlock(cells, bottom, rows, merges);
    if (block !== null) blocks.push(block);
  }
  return blocks;
}

/**
 * The header of so many rows that ends at a row; null when the lower rows do not stand under the upper as names stand under
 * groups: under blanks, or under a name that spans several columns. A row of data never does, for it fills named columns.
 */
export function headerBlock(cells: readonly (readonly Cell[])[], bottom: number, rows: number, merges: readonly Merge[]): HeaderBlock | null {
  const top = bottom - rows + 1;
  const first = cells[top] ?? [];
  if (rows === 1) return { bottom, rows, line: first, groups: [] };
  if (first.filter((cell) => !isBlank(cell)).length < 2) return null;
  const width = Math.max(...cells.slice(top, bottom + 1).map((row) => row.length));
  let names: readonly Name[] = namesOfRow(cells, top, width, merges, null);
  for (let row = top + 1; row <= bottom; row += 1) {
    const lower = cells[row] ?? [];
    if (lower.every(isBlank)) return null;
    const allowed = lower.every((cell, column) => isBlank(cell) || (isName(cell) && (names[column]?.text === null || names[column]?.spans === true)));
    if (!allowed) return null;
    names = namesOfRow(cells, row, width, merges, names);
  }
  return { bottom, rows, line: names.map(({ text, inherited }) => (inherited ? null : text)), groups: names.map(({ path }) => path) };
}

interface Name {
  readonly text: string | null;
  /** Whether it spans further columns to the right, or is such a column. */
  readonly spans: boolean;
  /** Whether it is a column that a group further left spans, without a name of its own. */
  readonly inherited: boolean;
  readonly path: readonly string[];
}

const NO_NAME: Name = { text: null, spans: false, inherited: false, path: [] };

/** What names each column after a row; `above` is what did before it. */
function namesOfRow(cells: readonly (readonly Cell[])[], row: number, width: number, merges: readonly Merge[], above: readonly Name[] | null): readonly Name[] {
  const names: Name[] = [];
  for (let column = 0; column < width; column += 1) {
    const cell = cells[row]?.[column] ?? null;
    const upper = above?.[column] ?? NO_NAME;
    if (!isBlank(cell)) {
      const text = textOf(cell);
      const path = upper.text === null ? upper.path : [...upper.path, upper.text];
      names.push({ text, spans: spansRight(cells, row, column, merges, above), inherited: false, path });
      continue;
    }
    const left = names[column - 1];
    const isFree = upper.text === null || upper.inherited;
    names.push(isFree && left?.spans === true && isContinued(row, column, merges) ? { ...left, inherited: true } : upper);
  }
  return names;
}

/** Whether a text stands over the column to its right as well: merged with it, or, where nothing of the row is merged, followed by a blank. */
function spansRight(cells: readonly (readonly Cell[])[], row: number, column: number, merges: readonly Merge[], above: readonly Name[] | null): boolean {
  const merge = mergeAt(row, column, merges);
  if (merge !== undefined) return merge.columns > 1;
  if (merges.some((other) => other.row === row && other.columns > 1)) return false;
  const next = above?.[column + 1];
  return isBlank(cells[row]?.[column + 1] ?? null) && (next === undefined || next.text === null || next.inherited);
}

/** Whether a blank cell belongs to what stands left of it. */
function isContinued(row: number, column: number, merges: readonly Merge[]): boolean {
  const merge = mergeAt(row, column, merges);
  if (merge !== undefined) return merge.column < column;
  return !merges.some((other) => other.row === row && other.columns > 1);
}

function mergeAt(row: number, column: number, merges: readonly Merge[]): Merge | undefined {
  return merges.find((merge) => merge.row <= row && row < merge.row + merge.rows && merge.column <= column && column < merge.column + merge.columns);
}

function isName(cell: Cell): boolean {
  return typeof cell === 'string' && cell.length <= LONGEST_NAME;
}

/** The columns of a header block that may feed fields: not 序号, and not our own results. */
export function headerCells({ line, groups }: HeaderBlock): readonly HeaderCell[] {
  const own = findResultColumns(line);
  return line.flatMap((cell, column) => {
    if (typeof cell !== 'string' || isBlank(cell) || own.has(column) || isRunningNumber(cell)) return [];
    const header = textOf(cell);
    const group = groups[column] ?? [];
    return [group.length === 0 ? { column, header } : { column, header, groups: group }];
  });
}
