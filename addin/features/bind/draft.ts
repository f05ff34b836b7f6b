import { dataRows, findLedgers } from '../../../shared/ledger/find.ts';
import type { LedgerGuess } from '../../../shared/ledger/find.ts';
import { foldHeader } from '../../../shared/ledger/header.ts';
import { registerById } from '../../../shared/registers/index.ts';
import type { Field, RegisterId } from '../../../shared/registers/index.ts';
import { findHeader } from '../../excel/find-header.ts';
import type { HeaderPlace } from '../../excel/find-header.ts';
import { WorkbookError } from '../../excel/port.ts';
import type { Binding, Mapping, Mappings, SheetReading } from '../../excel/port.ts';

/** How sure it is that a column holds its field; `chosen` when the clerk said so, `remembered` when one did before, `none` when it is not read. */
export type DraftConfidence = LedgerGuess['columns'][number]['confidence'] | 'chosen' | 'remembered' | 'none';

export interface DraftColumn {
  /** Zero-based column of the sheet. */
  readonly column: number;
  readonly header: string;
  readonly field: string | null;
  readonly confidence: DraftConfidence;
}

/** A binding as recognised and corrected so far. */
export interface Draft {
  readonly register: RegisterId;
  /** Zero-based row of the sheet. */
  readonly headerRow: number;
  /** How many rows the header has, `headerRow` being the last. */
  readonly headerRows: number;
  readonly tableId: string | null;
  readonly columns: readonly DraftColumn[];
}

/** What the clerk chose over what was recognised. Rows and columns are those of the sheet, zero-based. */
export interface Choice {
  /** Which of several ledgers (`ledgersOn`), likeliest first. */
  readonly ledger?: number;
  readonly register?: RegisterId | undefined;
  readonly headerRow?: number | undefined;
  readonly fields: ReadonlyMap<number, string | null>;
}

export const noChoice: Choice = { fields: new Map() };

/** A ledger recognised on a sheet, to be told from others there. Rows and columns are those of the sheet, zero-based. */
export interface LedgerOption {
  readonly register: RegisterId;
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** The ledgers a sheet holds, likeliest first: the likeliest, and every other that has all its required columns. */
export function ledgersOn({ area, cells, merges = [] }: SheetReading): readonly LedgerOption[] {
  if (!area) return [];
  return wholeOnes(findLedgers(cells, { merges })).map(({ register, headerRow, columns }) => ({
    register,
    headerRow: headerRow + area.row,
    firstColumn: (columns[0]?.column ?? 0) + area.column,
    lastColumn: (columns.at(-1)?.column ?? 0) + area.column,
  }));
}

function wholeOnes(guesses: readonly LedgerGuess[]): readonly LedgerGuess[] {
  return guesses.filter((guess, at) => at === 0 || guess.missing.length === 0);
}

/**
 * The likeliest ledger of a sheet, or the one chosen, with what clerks said of its columns before (`mappings`) and the clerk's choices
 * applied; null when no header was recognised or chosen.
 */
export function draftOf(reading: SheetReading, choice: Choice, mappings: Mappings = {}): Draft | null {
  const { area } = reading;
  if (!area) return null;
  const guesses = findLedgers(reading.cells, {
    merges: reading.merges ?? [],
    ...(choice.register && { register: choice.register }),
    ...(choice.headerRow !== undefined && { headerRow: choice.headerRow - area.row }),
  });
  const guess = wholeOnes(guesses)[choice.ledger ?? 0];
  if (!guess) return null;
  const remembered = new Map(Object.entries(mappings[guess.register] ?? {}));
  const headerRow = guess.headerRow + area.row;
  const table = reading.tables.find((one) => one.area.row === headerRow);
  const columns = guess.columns.map(({ column, header, field, confidence }): DraftColumn => {
    const at = column + area.column;
    const chosen = choice.fields.get(at);
    if (chosen !== undefined && chosen !== field) return { column: at, header, field: chosen, confidence: chosen === null ? 'none' : 'chosen' };
    const before = remembered.get(foldHeader(header));
    if (chosen === undefined && before !== undefined && before !== field) {
      return { column: at, header, field: before, confidence: before === null ? 'none' : 'remembered' };
    }
    return { column: at, header, field, confidence: field === null ? 'none' : confidence };
  });
  return { register: guess.register, headerRow, headerRows: guess.headerRows, tableId: table?.id ?? null, columns };
}

/** What keeps a draft from being confirmed: required fields without a column, fields with two. */
export function faultsOf(draft: Draft): { readonly missing: readonly Field[]; readonly twice: readonly Field[] } {
  const fields = registerById(draft.register)?.fields ?? [];
  const columnsOf = (field: Field): number => draft.columns.filter((column) => column.field === field.id).length;
  return { missing: fields.filter((field) => field.required && columnsOf(field) === 0), twice: fields.filter((field) => columnsOf(field) > 1) };
}

/** Whether a draft can be confirmed: nothing required is missing, and no field has two columns. */
export function isComplete(draft: Draft): boolean {
  const { missing, twice } = faultsOf(draft);
  return missing.length === 0 && twice.length === 0;
}

/** What the clerk said of columns, by header, to be remembered. */
export function mappingOf(draft: Draft, { fields }: Choice): Mapping {
  return Object.fromEntries(draft.columns.filter(({ column }) => fields.has(column)).map(({ header, field }) => [foldHeader(header), field]));
}

/** The entries below a draft's header, and the rows that are none. */
export function rowsBelow({ area, cells, merges = [] }: SheetReading, draft: Draft): Pick<ReturnType<typeof dataRows>, 'entries' | 'skipped'> {
  if (!area) return { entries: [], skipped: [] };
  const columns = draft.columns.map(({ column, field }) => ({ column: column - area.column, field }));
  return dataRows(cells, { register: draft.register, headerRow: draft.headerRow - area.row, headerRows: draft.headerRows, columns }, { merges });
}

/**
 * The binding a confirmed draft becomes. The same ledger bound again (`before`) stays what it was to the server: its id, base and
 * what is still unanswered or left. Of fields it did not have before it has seen nothing.
 */
export function bindingOf(draft: Draft, reading: SheetReading, workspace: string, id: string, before: Binding | null = null): Binding {
  const kept = before !== null && isSameLedger(before, draft, reading, workspace) ? before : null;
  const seen = new Set(kept?.columns.flatMap((column) => (column.isUnseen ? [] : [column.field])));
  const isUnseen = (field: string): boolean => kept !== null && !seen.has(field);
  return {
    id: kept?.id ?? id,
    register: draft.register,
    workspace,
    sheetId: reading.sheetId,
    sheetName: reading.sheetName,
    tableId: draft.tableId,
    headerRow: draft.headerRow,
    ...(draft.headerRows > 1 && { headerRows: draft.headerRows }),
    columns: draft.columns.flatMap(({ field, header, column }) =>
      field === null ? [] : [{ field, header, column, ...(isUnseen(field) && { isUnseen: true }) }],
    ),
    base: kept?.base ?? 0,
    pending: kept?.pending ?? [],
    ...(kept?.bases && { bases: kept.bases }),
    ...(kept?.left && { left: kept.left }),
    syncedAt: kept?.syncedAt ?? null,
  };
}

/** Whether a draft is of what is bound already: the same register in the same workspace, and not another one on the sheet where that is still found. */
export function isSameLedger(before: Binding, draft: Draft, reading: SheetReading, workspace: string): boolean {
  if (before.workspace !== workspace || before.register !== draft.register) return false;
  const place = placeOf(before, reading);
  return place === null || (place.headerRow === draft.headerRow && draft.columns.some(({ column }) => place.columns.includes(column)));
}

/** Where a bound ledger's header stands by now; null where it is not found, such as when a header was renamed. */
function placeOf(binding: Binding, { area, cells }: SheetReading): HeaderPlace | null {
  if (area === null) return null;
  try {
    return findHeader({ row: area.row, column: area.column, values: cells }, binding);
  } catch (fault) {
    if (fault instanceof WorkbookError) return null;
    throw fault;
  }
}

/** Rows offered as header rows, with their text to know them by. */
const ROWS_OFFERED = 20;

/** The first rows of a sheet, zero-based, with what stands in them. */
export function headerRowChoices(reading: SheetReading): readonly { readonly row: number; readonly text: string }[] {
  const top = reading.area?.row ?? 0;
  return reading.cells.slice(0, ROWS_OFFERED).map((cells, index) => ({
    row: top + index,
    text: cells
      .filter((cell) => cell !== null && cell !== '')
      .map((cell) => String(cell).replace(/\s+/g, ' '))
      .join(' '),
  }));
}
