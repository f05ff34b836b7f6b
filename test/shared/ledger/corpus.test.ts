import { describe, expect, it } from 'vitest';
import { dataRows, findLedgers } from '../../../shared/ledger/find.ts';
import type { LedgerGuess } from '../../../shared/ledger/find.ts';
import { readRow } from '../../../shared/ledger/rows.ts';
import { registerById } from '../../../shared/registers/index.ts';
import { headerSheets } from './corpus/headers.ts';
import { registerSheets } from './corpus/registers.ts';
import { rowSheets } from './corpus/rows.ts';
import { severalSheets } from './corpus/several.ts';
import type { ExpectedLedger, MessySheet } from './corpus/sheet.ts';
import { valueSheets } from './corpus/values.ts';

/** What is read of a ledger on a sheet, in the shape the corpus writes it. */
function read({ cells, merges = [], formulas = [] }: MessySheet, guess: LedgerGuess) {
  const register = registerById(guess.register);
  if (register === undefined) throw new Error(`no register ${guess.register}`);
  const isFormula = (row: number, column: number) => formulas.some(([atRow, atColumn]) => atRow === row && atColumn === column);
  const rows = dataRows(cells, guess, { merges, isFormula });
  const fed = guess.columns.filter(({ field }) => field !== null);
  const fields = fed.map(({ field }) => field ?? '');
  const readings = rows.entries.map((row) => {
    const line = fed.map(({ column }) => rows.cells[row]?.[column] ?? null);
    return { row, ...readRow(register, fields, line, { isNew: true }) };
  });
  const sound = readings.filter(({ problems }) => problems.length === 0);
  return {
    register: guess.register,
    headerRow: guess.headerRow,
    entries: Object.fromEntries(sound.map(({ row, content }) => [row, content])),
    problems: readings.flatMap(({ row, problems }) => problems.map(({ column, code }) => `${row} ${column} ${code.replace('problem.', '')}`)),
    skipped: Object.fromEntries(rows.skipped.map(({ row, reason }) => [row, reason.replace('problem.skipped', '')])),
    unread: guess.columns.filter(({ field }) => field === null).map(({ header }) => header),
  };
}

function inOrder<Ledger extends Pick<ExpectedLedger, 'headerRow' | 'register'>>(ledgers: readonly Ledger[]): readonly Ledger[] {
  return ledgers.toSorted((a, b) => a.headerRow - b.headerRow || (a.register < b.register ? -1 : 1));
}

describe.each([
  ['headers', headerSheets],
  ['rows', rowSheets],
  ['values', valueSheets],
  ['several ledgers on a sheet', severalSheets],
  ['registers', registerSheets],
])('%s', (_, sheets) => {
  it.each(sheets.map((sheet) => [sheet.name, sheet] as const))('%s', (_name, sheet) => {
    const found = findLedgers(sheet.cells, { merges: sheet.merges ?? [] });
    const expected = sheet.ledgers.map((ledger) => ({ problems: [], skipped: {}, unread: [], ...ledger }));
    expect(inOrder(found.map((guess) => read(sheet, guess)))).toEqual(inOrder(expected));
  });
});
