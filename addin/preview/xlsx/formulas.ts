/** Formulas that a file shares between cells, spelled out for each. */

import { columnIndex, columnName } from '../model/address.ts';

// Text, quoted sheet names and table references stand as they are; then cell, column and row references outside names and functions.
const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|(?<![\w.$\p{L}])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w.(!\p{L}])|(?<![\w.$\p{L}:])(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\w.(!$\p{L}])|(?<![\w.$\p{L}:])(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w.(!$\p{L}])/gu;

const OUTSIDE = '#REF!';

function movedColumn(dollar: string, name: string, by: number): string | null {
  if (dollar === '$') return dollar + name;
  const column = columnIndex(name) + by;
  return column < 0 || column > 16_383 ? null : columnName(column);
}

function movedRow(dollar: string, digits: string, by: number): string | null {
  if (dollar === '$') return dollar + digits;
  const row = Number(digits) + by;
  return row < 1 || row > 1_048_576 ? null : String(row);
}

/** The formula as it reads when copied `rows` down and `columns` to the right: references without `$` move along. */
export function movedFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(TOKEN, (token: string, ...groups: (string | undefined)[]) => {
    const [cellColumnLock, cellColumn, cellRowLock, cellRow, lock1, column1, lock2, column2, rowLock1, row1, rowLock2, row2] = groups;
    if (cellColumn !== undefined && cellRow !== undefined) {
      const column = movedColumn(cellColumnLock ?? '', cellColumn, columns);
      const row = movedRow(cellRowLock ?? '', cellRow, rows);
      return column === null || row === null ? OUTSIDE : column + row;
    }
    if (column1 !== undefined && column2 !== undefined) {
      const first = movedColumn(lock1 ?? '', column1, columns);
      const last = movedColumn(lock2 ?? '', column2, columns);
      return first === null || last === null ? OUTSIDE : `${first}:${last}`;
    }
    if (row1 !== undefined && row2 !== undefined) {
      const first = movedRow(rowLock1 ?? '', row1, rows);
      const last = movedRow(rowLock2 ?? '', row2, rows);
      return first === null || last === null ? OUTSIDE : `${first}:${last}`;
    }
    return token;
  });
}
