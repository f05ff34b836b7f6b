import { findLedgers } from '../../../shared/ledger/find.ts';
import type { LedgerGuess } from '../../../shared/ledger/find.ts';
import { registerById } from '../../../shared/registers/index.ts';
import type { Field, RegisterId } from '../../../shared/registers/index.ts';
import type { Binding, SheetReading } from '../../excel/port.ts';

/** How sure it is that a column holds its field; `chosen` when the clerk said so, `none` when it is not read. */
export type DraftConfidence = LedgerGuess['columns'][number]['confidence'] | 'chosen' | 'none';

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
  readonly register?: RegisterId;
  readonly headerRow?: number;
  readonly fields: ReadonlyMap<number, string | null>;
}

export const noChoice: Choice = { fields: new Map() };

/** The likeliest ledger of a sheet, with the clerk's choices applied; null when no header was recognised or chosen. */
export function draftOf(reading: SheetReading, choice: Choice): Draft | null {
  const { area } = reading;
  if (!area) return null;
  const [guess] = findLedgers(reading.cells, {
    merges: reading.merges ?? [],
    ...(choice.register && { register: choice.register }),
    ...(choice.headerRow !== undefined && { headerRow: choice.headerRow - area.row }),
  });
  if (!guess) return null;
  const headerRow = guess.headerRow + area.row;
  const table = reading.tables.find((one) => one.area.row === headerRow);
  const columns = guess.columns.map(({ column, header, field, confidence }): DraftColumn => {
    const at = column + area.column;
    const chosen = choice.fields.get(at);
    if (chosen !== undefined && chosen !== field) return { column: at, header, field: chosen, confidence: chosen === null ? 'none' : 'chosen' };
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

/** The binding a confirmed draft becomes; a sheet bound before in the same workspace keeps its base. */
export function bindingOf(draft: Draft, reading: SheetReading, workspace: string, id: string): Binding {
  return {
    id,
    register: draft.register,
    workspace,
    sheetId: reading.sheetId,
    sheetName: reading.sheetName,
    tableId: draft.tableId,
    headerRow: draft.headerRow,
    ...(draft.headerRows > 1 && { headerRows: draft.headerRows }),
    columns: draft.columns.flatMap(({ field, header, column }) => (field === null ? [] : [{ field, header, column }])),
    base: 0,
    pending: [],
    syncedAt: null,
  };
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

/** The letters of a zero-based column: 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
