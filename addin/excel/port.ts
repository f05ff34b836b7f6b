import type { IsoDate } from '../../shared/calendar/day.ts';
import type { Cell } from '../../shared/cell.ts';
import type { Language } from '../../shared/message.ts';
import type { WordsUsed } from '../../shared/ledger/written-cell.ts';
import type { RegisterId } from '../../shared/registers/index.ts';
import type { SyncedStates } from '../../shared/sync/alignment.ts';
import type { ReportSheet } from './reports/report-sheet.ts';

/** A rectangle of a sheet: zero-based row and column of its corner, and its size. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

interface TableOnSheet {
  readonly id: string;
  readonly name: string;
  /** Header and data, without a totals row. */
  readonly area: Area;
}

/** Which sheet is meant. */
export interface SheetRef {
  readonly sheetId: string;
  readonly sheetName: string;
}

/** A sheet as it stands, enough to recognise the ledgers on it. */
export interface SheetReading extends SheetRef {
  readonly isProtected: boolean;
  /** Whether it is a report that the product wrote, which is never pushed; absent for no. */
  readonly isReport?: boolean;
  /** The used area; null for an empty sheet. */
  readonly area: Area | null;
  /** The cells of `area`, row by row. Percent-formatted numbers come as `60%`; error values as their text (`#REF!`). */
  readonly cells: readonly (readonly Cell[])[];
  readonly tables: readonly TableOnSheet[];
  /** Merged cells, counted from the first of `cells`; absent where this Excel cannot tell (before ExcelApi 1.13). */
  readonly merges?: readonly Area[];
}

/** Which column of the sheet feeds which field. */
export interface BoundColumn {
  readonly field: string;
  /** The header as written; columns are found again by it, so that inserting a column does no harm. */
  readonly header: string;
  /** Zero-based column of the sheet when last seen. */
  readonly column: number;
  /** Set when it was bound after the last push: what the server has in its field the sheet has not seen, whatever the base. */
  readonly isUnseen?: true;
}

/** By header, without what clerks add to it (`foldHeader`): the field its column feeds, null for a column that is not to be read. */
export type Mapping = Readonly<Record<string, string | null>>;
export type Mappings = Readonly<Partial<Record<RegisterId, Mapping>>>;

/** A ledger of this workbook, as the clerk confirmed it. Kept in the workbook's settings, never with a key. */
export interface Binding {
  readonly id: string;
  readonly register: RegisterId;
  readonly workspace: string;
  readonly sheetId: string;
  readonly sheetName: string;
  /** Set when the ledger is an Excel table. */
  readonly tableId: string | null;
  /** Zero-based row of the header when last seen. */
  readonly headerRow: number;
  /** How many rows the header has, `headerRow` being the last; 1 when absent. */
  readonly headerRows?: number;
  readonly columns: readonly BoundColumn[];
  /** The last revision this sheet has seen; the next push's base. */
  readonly base: number;
  /** Requests sent whose answer never came, and those of a push that broke off. */
  readonly pending: readonly string[];
  /**
   * Bases of their own, by id; absent when there are none. Older ones: rows not taken by the last push, and what others added that the
   * clerk has not decided on. Newer ones: rows settled since, each by itself.
   */
  readonly bases?: Readonly<Record<string, number>>;
  /** Entries whose rows are not in the sheet any more and are to be left so, by id with the revision they were left at; absent when there are none. */
  readonly left?: Readonly<Record<string, number>>;
  /** When results were last written, ISO 8601 UTC; null before the first push. */
  readonly syncedAt: string | null;
}

/** The rows of a bound ledger. `sheetRow` and `column` are zero-based positions in the sheet. */
export interface LedgerReading {
  readonly binding: Binding;
  /** What is written beside the rows is in this language, the workbook's. */
  readonly language: Language;
  /** The fields read, in the order of `rows[].cells`. */
  readonly fields: readonly string[];
  readonly rows: readonly LedgerRow[];
  /** Rows of the data area that are not entries (blank, section, total). */
  readonly skipped: readonly SkippedRow[];
}

interface SkippedRow {
  readonly sheetRow: number;
  /** Why it is no entry, as a message code. */
  readonly reason: string;
  /** The id it carries if it was an entry once; its results are no longer true. */
  readonly id: string | null;
}

export interface LedgerRow {
  readonly sheetRow: number;
  /** The id kept in the hidden 编号 column; null for a row never pushed. */
  readonly id: string | null;
  readonly cells: readonly Cell[];
}

/** A row of a ledger that is selected. */
export interface SelectedRow {
  readonly sheetRow: number;
  /** The id kept in the hidden 编号 column; null for a row never pushed. */
  readonly id: string | null;
}

/** A row and the id it is to carry. */
export interface RowId {
  readonly sheetRow: number;
  readonly id: string;
}

/** The id a row is to carry instead of the one it has; null for none. */
export interface RightId {
  readonly sheetRow: number;
  readonly id: string | null;
}

/** What stands in the result columns of one row. */
export interface RowResult {
  readonly id: string;
  /** 预警: the flag's label, or that the row was not taken. Its colour follows from the label. */
  readonly flag: string;
  /** 时限: an Excel serial, or null. */
  readonly due: number | null;
  /** 剩余天数 */
  readonly daysLeft: number | null;
  /** 得分: 0–100 */
  readonly score: number | null;
  /** 说明 */
  readonly explanation: string;
}

/** The values a row's cells are to hold, by field and canonical (domain, Values); null empties the cell. Fields not given are left. */
export interface RowValues {
  readonly id: string;
  readonly values: Readonly<Record<string, string | number | null>>;
}

/** What is to become of a ledger's rows, by id. */
export interface RowChanges {
  /** Rows of the sheet that get values. */
  readonly updated: readonly RowValues[];
  /** Rows to be added below the last. */
  readonly added: readonly RowValues[];
  /** Ids of rows to be taken off the sheet. */
  readonly removed: readonly string[];
}

/** How rows are written. */
export interface RowWriting {
  readonly language: Language;
  /** The words the sheet uses for statuses and choices. */
  readonly words: WordsUsed;
  /** Whether formulas may give way to values; else `formulaCells` names them and nothing is written. */
  readonly replacesFormulas: boolean;
}

/** Called as rows are done, for progress. */
export type OnRows = (done: number, total: number) => void;

/**
 * What the product needs of the workbook it sits in. `office-workbook.ts` is the only implementation.
 * Every method rejects with a `WorkbookError` whose code is translated for the clerk.
 */
export interface LedgerWorkbook {
  /** The sheet the clerk is looking at. */
  readActiveSheet(): Promise<SheetReading>;
  /** Which sheet the clerk is looking at, without reading its cells. */
  activeSheet(): Promise<SheetRef>;
  /** The workbook's visible sheets, in their order. */
  sheets(): Promise<readonly SheetRef[]>;
  /** Another sheet as it stands. */
  readSheet(sheetId: string): Promise<SheetReading>;
  /** The top left cell of what the clerk has selected. */
  selection(): Promise<{ readonly sheetId: string; readonly row: number; readonly column: number }>;
  /** The rows of a bound ledger, with ids; positions are those of this moment. */
  readLedger(binding: Binding, onRows?: OnRows): Promise<LedgerReading>;
  /** Says what would stop results from being written (a protected or filtered sheet, a vanished sheet or header); resolves when nothing does. */
  checkWritable(binding: Binding): Promise<void>;
  /**
   * Makes the result columns where they are absent and puts the ids beside their rows; `rows` are all entries of the ledger.
   * Nothing is written when the place is not free (`resultAreaTaken`, `resultAreaMerged`). To be done before a push is sent.
   */
  prepareResults(binding: Binding, rows: readonly RowId[], language: Language): Promise<void>;
  /**
   * Writes results beside their rows, coloured by card, and the legend; rows are found by their id, wherever they stand by now.
   * Rows without a result keep what they have. Rejects with `resultsGone` where there is no column or no row to write to.
   */
  writeResults(binding: Binding, results: readonly RowResult[], note: ResultNote, onRows?: OnRows): Promise<void>;
  /** Puts ids right in rows that carry others, in one write for 5,000 rows; rows not given keep theirs. */
  putIdsRight(binding: Binding, ids: readonly RightId[]): Promise<void>;
  /**
   * Changes rows of the ledger, found by their ids, in one go: values into the cells of bound columns (dates as dates, texts as text), new
   * rows below the last, looking like it, rows taken off. Nothing is written where something stands against it: `filtered`,
   * `sheetProtected`, `cellsMerged`, `formulaCells`, `rowsGone`.
   */
  writeRows(binding: Binding, changes: RowChanges, writing: RowWriting): Promise<void>;
  /** What each id's row held when it was last known to stand right; empty before the first push. */
  syncedStates(bindingId: string): Promise<SyncedStates>;
  /** Keeps the states in the workbook in place of those before; of more than about 70,000 the first. */
  saveSyncedStates(bindingId: string, states: SyncedStates): Promise<void>;
  /** The push of a ledger that could not be sent, as text; null when there is none. */
  unsent(bindingId: string): Promise<string | null>;
  /** Keeps such a push in the file in place of the one before; null takes it away. False when it is too long to be kept. */
  saveUnsent(bindingId: string, text: string | null): Promise<boolean>;
  /** Takes every result column off the sheet again and leaves the rest as it was. */
  removeResults(binding: Binding): Promise<void>;
  /** Creates an empty ledger of a register on a sheet of its own and shows it; headers are in the language given. */
  createLedger(register: RegisterId, language: Language): Promise<SheetRef>;
  /**
   * Writes a report on a sheet of its own and shows it. It replaces the report of the same name, unless someone wrote on that since;
   * a sheet that is not ours stays too, and the report's name gets a number.
   */
  writeReport(report: ReportSheet): Promise<SheetRef>;
  /** Selects a cell and brings it into view. */
  select(sheetId: string, row: number, column: number): Promise<void>;
  /** Selects the row whose hidden 编号 is `id`, wherever sorting has moved it; false when the ledger has no such row. */
  selectEntry(binding: Binding, id: string): Promise<boolean>;
  /** Which row of a ledger the clerk is on, read without the rows around it; null outside its rows. */
  selectedRow(binding: Binding): Promise<SelectedRow | null>;
  /** Selects the results of the ledger's first row, so that the clerk sees where they are; nothing before there are any. */
  showResults(binding: Binding): Promise<void>;

  bindings(): Promise<readonly Binding[]>;
  /** Adds a binding or replaces the one with its id, and saves the workbook's settings. */
  saveBinding(binding: Binding): Promise<void>;
  /** Forgets a binding and the states kept for it. */
  removeBinding(id: string): Promise<void>;
  /** What clerks of this workbook said that columns are, over what was recognised. */
  mappings(): Promise<Mappings>;
  /** Keeps what a clerk said of a register's columns beside what was said before. */
  rememberMapping(register: RegisterId, fields: Mapping): Promise<void>;
  /** The as-of day the clerk pinned for this workbook; null for today. */
  pinnedAsOf(): Promise<string | null>;
  pinAsOf(day: string | null): Promise<void>;

  /** Calls back when another sheet is activated; resolves to a function that stops it. */
  onSheetActivated(listener: () => void): Promise<() => Promise<void>>;
  /** Calls back when something else is selected on any sheet; resolves to a function that stops it. */
  onSelectionChanged(listener: () => void): Promise<() => Promise<void>>;
}

/** What the header's comment says of the results written; headers and legend are in this language too. */
export interface ResultNote {
  readonly language: Language;
  /** The day the results are for. */
  readonly asOf: IsoDate;
  /** When they were written, as the clerk's clock shows it, such as `2022-06-30 16:05`. */
  readonly updatedAt: string;
}

export type WorkbookErrorCode =
  | 'sheetGone'
  | 'sheetProtected'
  | 'headerChanged'
  | 'resultAreaMerged'
  | 'resultAreaTaken'
  | 'filtered'
  | 'idsMisaligned'
  | 'cellsMerged'
  | 'formulaCells'
  | 'rowsGone'
  | 'rowsChanged'
  | 'resultsGone'
  | 'hostLacks'
  | 'tooLarge'
  | 'busy'
  | 'host';

/** Why the workbook could not be read or written; `params` name the sheet, cell or header at fault. */
export class WorkbookError extends Error {
  readonly code: WorkbookErrorCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: WorkbookErrorCode, params: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.name = 'WorkbookError';
    this.code = code;
    this.params = params;
  }
}
