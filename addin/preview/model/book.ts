/**
 * The workbook behind the preview: what Excel would keep in memory. Plain data with change notices; it knows neither
 * Office.js nor Univer nor .xlsx. Three faces work on it: `host/` (the Excel API), `xlsx/` (open and save), `grid/` (the view).
 */

import type { Chart } from './chart.ts';
import type { PageSetup } from './page-setup.ts';

/** An error value such as `#REF!`. */
interface CellError {
  readonly error: string;
}

export type CellValue = string | number | boolean | null | CellError;

export interface Font {
  readonly name?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  /** `#RRGGBB` */
  readonly color?: string;
}

export interface Border {
  readonly style: 'thin' | 'medium' | 'thick' | 'dashed' | 'dotted' | 'double' | 'hair';
  readonly color?: string;
}

/** What of a cell's look the add-in can see or the grid can draw. Immutable, shared between cells. */
export interface Style {
  readonly numberFormat?: string;
  /** `#RRGGBB` */
  readonly fill?: string;
  readonly font?: Font;
  readonly horizontal?: 'left' | 'center' | 'right' | 'justify' | 'fill' | 'distributed';
  readonly vertical?: 'top' | 'middle' | 'bottom';
  readonly wrap?: boolean;
  readonly borders?: { readonly top?: Border; readonly right?: Border; readonly bottom?: Border; readonly left?: Border };
  readonly locked?: boolean;
  /** The style as the file had it, opaque to all but `xlsx/`: what the model does not know of a style survives in it. */
  readonly origin?: unknown;
}

export interface Cell {
  readonly value: CellValue;
  /** With the leading `=`. `value` is its last known result. */
  readonly formula?: string;
  readonly style?: Style;
  /** What else the file had in the cell (rich text, hyperlink), opaque to all but `xlsx/`; dropped when the value changes. */
  readonly origin?: unknown;
}

/** Zero-based corner and size. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Column {
  /** In characters of the default font, as .xlsx has it. */
  width?: number;
  hidden?: boolean;
  /** What else the file said of the column; opaque to all but `xlsx/`. Moves with the column. */
  readonly origin?: unknown;
}

export interface Row {
  /** In points. */
  height?: number;
  hidden?: boolean;
  /** What else the file said of the row; opaque to all but `xlsx/`. Moves with the row. */
  readonly origin?: unknown;
}

export interface Table {
  readonly id: string;
  name: string;
  /** Header, data and totals row. */
  area: Area;
  showTotals: boolean;
  showFilterButton: boolean;
  style: string | null;
  /** What its filter buttons filter by; absent while nothing is filtered. Rows it hides are `hidden` in the sheet's `rows`. */
  filter?: FilterState;
  /** The ids the Excel API knows its columns by, in order; kept in step by `shift.ts`, given out by `host/`. */
  columnIds?: number[];
  /** As the file had it; opaque to all but `xlsx/`. */
  readonly origin?: unknown;
}

/** What a filter lets through, per column counted from its area's first; null or absent for a column without a criterion. */
export interface FilterState {
  readonly isActive: boolean;
  /** As the Excel API has them (`FilterCriteria`). */
  readonly criteria?: readonly (Readonly<Record<string, unknown>> | null)[];
}

/** What a conditional format lays over a cell's own look. */
export type ConditionalLook = { -readonly [Part in 'fill' | 'font' | 'borders']?: NonNullable<Style[Part]> };

export interface ConditionalFormat {
  readonly id: string;
  area: Area;
  /** The areas beyond `area` of a format that covers several. */
  moreAreas?: readonly Area[];
  readonly type: 'custom' | 'cellValue' | 'containsText' | 'other';
  /** `custom`: the formula with its leading `=`, relative to the area's corner. `cellValue`: its operand with leading `=`. `containsText`: the text looked for. */
  formula?: string;
  /** `cellValue` with `between` and `notBetween`: the upper operand. */
  formula2?: string;
  /** `cellValue`: `lessThan`, `greaterThanOrEqual`, `equalTo`, `between` …; `containsText`: `contains`, `notContains`, `beginsWith`, `endsWith`. */
  operator?: string;
  format: ConditionalLook;
  priority: number;
  stopIfTrue: boolean;
  readonly origin?: unknown;
}

export interface Validation {
  readonly areas: readonly Area[];
  /** A list's items or its source formula (with leading `=`); other kinds stay opaque in `origin`. */
  readonly list?: readonly string[] | string;
  readonly errorAlert?: { readonly title: string; readonly message: string };
  readonly origin?: unknown;
}

export interface Comment {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** The id the Excel API knows it by; given out by `host/`. */
  readonly id?: string;
  readonly origin?: unknown;
}

/** The sheet's own AutoFilter. Rows it hides are `hidden` in `rows`. */
export interface AutoFilter {
  area: Area;
  /** Whether any column has a criterion. */
  isActive: boolean;
  /** See `FilterState`. */
  criteria?: NonNullable<FilterState['criteria']>;
  readonly origin?: unknown;
}

/** Who made a change: the add-in through Office.js, the person in the grid, or a file being opened. */
export type ChangeSource = 'addin' | 'person' | 'file';

export type ChangeKind =
  | 'cells'
  | 'columns'
  | 'rows'
  | 'merges'
  | 'tables'
  | 'conditionalFormats'
  | 'validations'
  | 'comments'
  | 'charts'
  | 'freeze'
  | 'filter'
  | 'protection'
  | 'page'
  | 'sheets'
  | 'names'
  | 'settings'
  | 'customXml'
  | 'selection';

/** For `cells`: what happened there. `inserted` and `deleted` cells moved others, see `shift.ts`: redraw the whole sheet. */
export type CellsChange = 'edited' | 'formatted' | 'cellsInserted' | 'cellsDeleted' | 'rowsInserted' | 'rowsDeleted' | 'columnsInserted' | 'columnsDeleted';

export interface Change {
  readonly kind: ChangeKind;
  readonly source: ChangeSource;
  /** Absent for changes of the workbook as a whole. */
  readonly sheet?: Sheet;
  /** For `cells`: where. */
  readonly area?: Area;
  /** For `cells`; absent means edited. */
  readonly what?: CellsChange;
}

export interface Sheet {
  /** `{00000001-0001-0000-0000-000000000000}`; kept over a rename. */
  readonly id: string;
  name: string;
  visibility: 'visible' | 'hidden' | 'veryHidden';
  tabColor: string | null;
  /** Sparse: row → column → cell. Read through `cellAt`, write through `Book.write…` so that notices go out. */
  readonly cells: Map<number, Map<number, Cell>>;
  readonly columns: Map<number, Column>;
  readonly rows: Map<number, Row>;
  merges: Area[];
  tables: Table[];
  conditionalFormats: ConditionalFormat[];
  validations: Validation[];
  comments: Comment[];
  charts: Chart[];
  filter: AutoFilter | null;
  frozen: { rows: number; columns: number };
  isProtected: boolean;
  page?: PageSetup;
  readonly origin?: unknown;
}

export interface DefinedName {
  readonly name: string;
  /** With leading `=`. */
  readonly formula: string;
  readonly visible: boolean;
  readonly comment?: string;
  readonly origin?: unknown;
}

/** A piece of XML an add-in keeps in the file. */
export interface CustomXmlPart {
  readonly id: string;
  readonly xml: string;
}

export class Book {
  /** The file name shown, such as `台账.xlsx`. */
  name = 'Book1.xlsx';
  readonly sheets: Sheet[] = [];
  activeSheet!: Sheet;
  selection: Area = { row: 0, column: 0, rows: 1, columns: 1 };
  names: DefinedName[] = [];
  /** The add-in's document settings, saved in the file. Values are any JSON. */
  readonly settings = new Map<string, unknown>();
  customXmlParts: CustomXmlPart[] = [];
  /** The package as opened; opaque to all but `xlsx/`. */
  origin: unknown = null;

  readonly #listeners = new Set<(change: Change) => void>();
  #nextSheet = 1;

  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  notify(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }

  /** Adds an empty sheet at the end; the first one becomes active. The caller notifies. */
  addSheet(name: string, origin?: unknown): Sheet {
    const id = `{${String(this.#nextSheet++).padStart(8, '0')}-0001-0000-0000-000000000000}`;
    const sheet: Sheet = {
      id,
      name,
      visibility: 'visible',
      tabColor: null,
      cells: new Map(),
      columns: new Map(),
      rows: new Map(),
      merges: [],
      tables: [],
      conditionalFormats: [],
      validations: [],
      comments: [],
      charts: [],
      filter: null,
      frozen: { rows: 0, columns: 0 },
      isProtected: false,
      origin,
    };
    this.sheets.push(sheet);
    this.activeSheet ??= sheet;
    return sheet;
  }

  sheetNamed(name: string): Sheet | undefined {
    const wanted = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
  }
}

const BLANK: Cell = Object.freeze({ value: null });

/** The cell at a position; a blank one where nothing stands. */
export function cellAt(sheet: Sheet, row: number, column: number): Cell {
  return sheet.cells.get(row)?.get(column) ?? BLANK;
}

/** Puts a cell; one without value, formula or style is taken away. The caller notifies once per area. */
export function putCell(sheet: Sheet, row: number, column: number, cell: Cell): void {
  const isBlank = cell.value === null && cell.formula === undefined && cell.style === undefined && cell.origin === undefined;
  const line = sheet.cells.get(row);
  if (isBlank) {
    line?.delete(column);
    if (line?.size === 0) sheet.cells.delete(row);
  } else if (line) line.set(column, cell);
  else sheet.cells.set(row, new Map([[column, cell]]));
}

/** The area that holds every cell with a value or formula, and, with `styled`, every cell with a fill or border too; null when there is none. */
export function usedArea(sheet: Sheet, styled = false): Area | null {
  let top = Infinity;
  let left = Infinity;
  let bottom = -1;
  let right = -1;
  for (const [row, line] of sheet.cells) {
    for (const [column, cell] of line) {
      const counts = cell.value !== null || cell.formula !== undefined || (styled && (cell.style?.fill !== undefined || cell.style?.borders !== undefined));
      if (!counts) continue;
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    }
  }
  return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
