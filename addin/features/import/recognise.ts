import { registers } from '../../../shared/registers/index.ts';
import type { Binding } from '../../excel/port.ts';
import type { WorkbookFile } from '../../files/workbook-file.ts';
import { newId } from '../../work/new-id.ts';
import { bindingOf, draftOf, isComplete, noChoice } from '../bind/draft.ts';

export interface Recognised {
  /** The ledgers of a file in the order they are pushed: units first, so that names resolve. */
  readonly ledgers: readonly { readonly sheetId: string; readonly binding: Binding }[];
  /** The visible sheets that hold none, by name. */
  readonly others: readonly string[];
  /** Sheets that are reports the product wrote, by name: nothing of them is pushed. */
  readonly reports: readonly string[];
}

/**
 * The ledgers of a file: as a clerk has bound them, with what they have seen of the server, else as recognised, one a sheet.
 * A sheet that lacks a required column is none.
 */
export function recogniseLedgers(file: WorkbookFile, workspace: string): Recognised {
  const found = file.sheets.map((reading) => {
    const bound = file.bindings.filter(({ sheetName }) => sheetName === reading.sheetName);
    if (bound.length > 0) return { reading, bindings: bound };
    if (reading.isReport) return { reading, bindings: [] };
    const draft = draftOf(reading, noChoice);
    return { reading, bindings: draft !== null && isComplete(draft) ? [bindingOf(draft, reading, workspace, newId())] : [] };
  });
  const ledgers = found.flatMap(({ reading, bindings }) => bindings.map((binding) => ({ sheetId: reading.sheetId, binding })));
  const rank = ({ binding }: { readonly binding: Binding }): number => registers.findIndex(({ id }) => id === binding.register);
  const without = found.filter(({ bindings }) => bindings.length === 0).map(({ reading }) => reading);
  return {
    ledgers: ledgers.toSorted((a, b) => rank(a) - rank(b)),
    others: without.filter(({ isReport }) => !isReport).map(({ sheetName }) => sheetName),
    reports: without.filter(({ isReport }) => isReport).map(({ sheetName }) => sheetName),
  };
}
