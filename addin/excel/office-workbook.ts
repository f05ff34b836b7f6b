import { allAbilities } from './abilities.ts';
import type { Abilities } from './abilities.ts';
import { pinAsOf, readBindings, readPinnedAsOf, removeBinding, saveBinding } from './bindings.ts';
import { createLedger } from './create-ledger.ts';
import { readMappings, rememberMapping } from './mappings.ts';
import type { LedgerWorkbook } from './port.ts';
import { checkWritable, prepareResults } from './prepare-results.ts';
import { readLedger } from './read-ledger.ts';
import { activeSheet, readSheet, visibleSheets } from './read-sheet.ts';
import { removeResults } from './remove-results.ts';
import { writeReport } from './reports/write-report.ts';
import { onSelectionChanged, onSheetActivated, readSelection, selectCell, selectedRow, selectEntry, showResults } from './select.ts';
import { readSyncedStates, saveSyncedStates } from './synced-states.ts';
import { readUnsent, writeUnsent } from './unsent.ts';
import { putIdsRight } from './write-ids.ts';
import { writeResults } from './write-results.ts';
import { writeRows } from './write-rows.ts';

/** The workbook the add-in runs in, through Office.js. `abilities` are what this Excel can do beyond ExcelApi 1.9. */
export function officeWorkbook(abilities: Abilities = allAbilities): LedgerWorkbook {
  return {
    readActiveSheet: () => readSheet(null, abilities),
    activeSheet,
    sheets: visibleSheets,
    readSheet: (sheetId) => readSheet(sheetId, abilities),
    selection: readSelection,
    readLedger: (binding, onRows) => readLedger(binding, abilities, onRows),
    checkWritable,
    prepareResults: (binding, rows, language) => prepareResults(binding, rows, language, abilities),
    writeResults: (binding, results, note, onRows) => writeResults(binding, results, note, abilities, onRows),
    putIdsRight,
    writeRows: (binding, changes, writing) => writeRows(binding, changes, writing, abilities),
    syncedStates: readSyncedStates,
    saveSyncedStates,
    unsent: readUnsent,
    saveUnsent: writeUnsent,
    removeResults: (binding) => removeResults(binding, abilities),
    createLedger,
    writeReport,
    select: selectCell,
    selectEntry,
    selectedRow,
    showResults,
    bindings: readBindings,
    saveBinding,
    removeBinding,
    mappings: readMappings,
    rememberMapping,
    pinnedAsOf: readPinnedAsOf,
    pinAsOf,
    onSheetActivated,
    onSelectionChanged,
  };
}
