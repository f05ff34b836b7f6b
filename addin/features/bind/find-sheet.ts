import { findLedgers } from '../../../shared/ledger/find.ts';
import type { RegisterId } from '../../../shared/registers/index.ts';
import type { LedgerWorkbook, SheetRef } from '../../excel/port.ts';

/** Sheets looked at; a workbook may have dozens, and each is read whole. */
const SHEETS_TRIED = 8;

/** The first other sheet of the workbook that is recognised as a whole ledger of the register; null when there is none. */
export async function findSheetWith(workbook: LedgerWorkbook, register: RegisterId, except: string): Promise<SheetRef | null> {
  const others = (await workbook.sheets()).filter((sheet) => sheet.sheetId !== except).slice(0, SHEETS_TRIED);
  for (const { sheetId, sheetName } of others) {
    const { cells, merges = [], isReport } = await workbook.readSheet(sheetId);
    if (isReport) continue;
    const [guess] = findLedgers(cells, { merges });
    if (guess?.register === register && guess.missing.length === 0) return { sheetId, sheetName };
  }
  return null;
}
