/** References inside a formula, followed when cells are inserted or deleted. */
import { columnIndex, columnName, parseAddress } from './address.ts';
import { areaOf, isOnSheet } from './areas.ts';
import type { Area } from './book.ts';

/** How far the cell that a formula is written for has moved; what is relative in its references moves along. */
export interface Step {
  readonly rows: number;
  readonly columns: number;
}

const CELL = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}`;
const LINES = String.raw`\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7}`;
/** Texts and references to other sheets come first: what looks like a reference within them is none of this sheet's. */
const TEXT_OR_OTHER_SHEET = String.raw`"(?:[^"]|"")*"|(?:'(?:[^']|'')*'|[\p{L}\p{N}_.]+)![$\w:]+`;
const TOKEN = new RegExp(String.raw`${TEXT_OR_OTHER_SHEET}|(?<![\p{L}\p{N}_.$])(?:${CELL}(?::${CELL})?|${LINES})(?![\p{L}\p{N}_.(!:])`, 'giu');
const CORNER = /^(\$?)([A-Z]{1,3})(\$?)(\d{1,7})$/i;

/** The formula with its references where `move` puts what they name, `#REF!` for what is deleted. Those to other sheets stay. */
export function movedReferences(formula: string, move: (area: Area) => Area | null, step: Step): string {
  return formula.replaceAll(TOKEN, (token) => (/["!]/.test(token) ? token : movedReference(token, move, step)));
}

function movedReference(reference: string, move: (area: Area) => Area | null, step: Step): string {
  const corners = reference.split(':').map((corner) => stepped(corner, step));
  const area = parseAddress(corners.join(':'));
  if (!area || !isOnSheet(area)) return '#REF!';
  const moved = move(area);
  if (!moved) return '#REF!';
  const ends = [areaOf(moved.row, moved.column), areaOf(moved.row + moved.rows - 1, moved.column + moved.columns - 1)];
  return corners.map((corner, at) => corner.replace(/[A-Z]+/i, columnName(ends[at]?.column ?? 0)).replace(/\d+/, String((ends[at]?.row ?? 0) + 1))).join(':');
}

/** A corner such as `$J4` with its relative parts moved on by the step. */
function stepped(corner: string, { rows, columns }: Step): string {
  const [whole, columnMark, column, rowMark, row] = CORNER.exec(corner) ?? [];
  if (whole === undefined || column === undefined) return corner;
  return `${columnMark}${columnMark ? column : columnName(columnIndex(column) + columns)}${rowMark}${rowMark ? row : Number(row) + rows}`;
}
