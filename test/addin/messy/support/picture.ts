import { columnIndex } from '../../../../addin/preview/model/address.ts';
import type { Area, Book, Cell, ConditionalFormat, Sheet, Style } from '../../../../addin/preview/model/book.ts';

/** Columns of a sheet that are not the clerk's, from a row on. */
export interface Results {
  readonly sheet: string;
  readonly headerRow: number;
  readonly columns: ReadonlySet<number>;
}

/** Something at a row and a column. */
type Placed = readonly [row: number, column: number, what: unknown];

/** Everything of a workbook that is the clerk's, but for the columns given: what must be the same before and after. */
export function pictureOf(book: Book, results?: Results): unknown {
  return structuredClone({
    sheets: book.sheets.map((sheet) => sheetPicture(sheet, results?.sheet === sheet.name ? results : undefined)),
    names: book.names.map(({ name, formula, visible }) => ({ name, formula, visible })),
    active: book.activeSheet.name,
  });
}

function sheetPicture(sheet: Sheet, results: Results | undefined) {
  const isResult = (row: number, column: number) => results !== undefined && row >= results.headerRow && results.columns.has(column);
  const isResultColumn = (column: number) => results?.columns.has(column) === true;
  // The mark of the card at the row's start: it stands in the clerk's first column and goes with the results.
  const looksAtResults = (formula = '') => [...formula.matchAll(/\$([A-Z]+)\d+=/g)].some(([, letters]) => isResultColumn(columnIndex(letters ?? '')));
  const withoutResults = ({ row, column, rows, columns }: Area): Area => {
    let width = columns;
    while (width > 0 && isResultColumn(column + width - 1)) width -= 1;
    return { row, column, rows, columns: width };
  };
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    tabColor: sheet.tabColor,
    frozen: sheet.frozen,
    isProtected: sheet.isProtected,
    merges: sheet.merges,
    cells: inOrder(
      [...sheet.cells].flatMap(([row, line]) =>
        [...line].filter(([column]) => !isResult(row, column)).map(([column, cell]) => [row, column, cellPicture(cell)]),
      ),
    ),
    rows: inOrder(
      [...sheet.rows]
        .filter(([, { height, hidden }]) => height !== undefined || hidden === true)
        .map(([row, { height, hidden }]) => [row, 0, { height, hidden: hidden === true }]),
    ),
    columns: inOrder(
      [...sheet.columns]
        .filter(([column, { width, hidden }]) => !isResultColumn(column) && (width !== undefined || hidden === true))
        .map(([column, { width, hidden }]) => [0, column, { width, hidden: hidden === true }]),
    ),
    tables: sheet.tables.map(({ name, area, showTotals, showFilterButton, style, filter }) => ({
      name,
      area: withoutResults(area),
      showTotals,
      showFilterButton,
      style,
      isFiltered: filter?.isActive === true,
    })),
    filter: sheet.filter && {
      area: withoutResults(sheet.filter.area),
      isActive: sheet.filter.isActive,
      criteria: sheet.filter.criteria?.filter((one) => one !== null) ?? [],
    },
    conditionalFormats: sheet.conditionalFormats.filter(({ area, formula }) => !isResultColumn(area.column) && !looksAtResults(formula)).map(formatPicture),
    validations: sheet.validations.map(({ areas, list }) => ({ areas, list })),
    comments: sheet.comments.filter(({ row, column }) => !isResult(row, column)).map(({ row, column, text }) => ({ row, column, text })),
  };
}

function cellPicture({ value, formula, style }: Cell) {
  return { value, formula, style: style && lookOf(style) };
}

function formatPicture({ area, type, formula, format, stopIfTrue }: ConditionalFormat) {
  return { area, type, formula, format, stopIfTrue };
}

/** A style as it is seen, without what only the file knows of it. */
function lookOf({ origin: _ignored, ...look }: Style) {
  return look;
}

function inOrder(items: readonly Placed[]): readonly Placed[] {
  return items.toSorted((one, other) => one[0] - other[0] || one[1] - other[1]);
}
