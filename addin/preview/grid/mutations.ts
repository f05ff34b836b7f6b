import type { PartKind } from './parts/index.ts';

/** What a mutation of Univer may have changed in a sheet. */
export interface Touched {
  readonly cells?: 'named' | 'all';
  readonly parts?: readonly PartKind[];
  /** The list of sheets, their names or visibility. */
  readonly sheets?: boolean;
}

const EVERYTHING: readonly PartKind[] = ['merges', 'freeze', 'columns', 'tables', 'filter', 'rows', 'conditionalFormats', 'validations', 'comments'];
const MOVED: Touched = { cells: 'all', parts: EVERYTHING };

/** By mutation id. What is missing here changes nothing the model knows. */
export const TOUCHED: Readonly<Record<string, Touched>> = {
  'sheet.mutation.set-range-values': { cells: 'named' },
  'sheet.mutation.move-range': MOVED,
  'sheet.mutation.reorder-range': MOVED,
  'sheet.mutation.insert-row': MOVED,
  'sheet.mutation.insert-col': MOVED,
  'sheet.mutation.remove-rows': MOVED,
  'sheet.mutation.remove-col': MOVED,
  'sheet.mutation.move-rows': MOVED,
  'sheet.mutation.move-columns': MOVED,
  'sheet.mutation.add-worksheet-merge': { cells: 'all', parts: ['merges'] },
  'sheet.mutation.remove-worksheet-merge': { parts: ['merges'] },
  'sheet.mutation.set-worksheet-col-width': { parts: ['columns'] },
  'sheet.mutation.set-col-hidden': { parts: ['columns'] },
  'sheet.mutation.set-col-visible': { parts: ['columns'] },
  'sheet.mutation.set-worksheet-row-height': { parts: ['rows'] },
  'sheet.mutation.set-worksheet-row-is-auto-height': { parts: ['rows'] },
  'sheet.mutation.set-row-data': { parts: ['rows'] },
  'sheet.mutation.set-row-hidden': { parts: ['rows'] },
  'sheet.mutation.set-row-visible': { parts: ['rows'] },
  'sheet.mutation.set-frozen': { parts: ['freeze'] },
  'sheet.mutation.set-filter-range': { parts: ['filter', 'rows'] },
  'sheet.mutation.set-filter-criteria': { parts: ['filter', 'rows'] },
  'sheet.mutation.re-calc-filter': { parts: ['filter', 'rows'] },
  'sheet.mutation.remove-filter': { parts: ['filter', 'rows'] },
  'sheet.mutation.set-table-filter': { parts: ['tables', 'rows'] },
  'sheet.mutation.set-sheet-table': { parts: ['tables'] },
  'sheet.mutation.delete-table': { parts: ['tables', 'rows'] },
  'sheet.mutation.set-conditional-rule': { parts: ['conditionalFormats'] },
  'sheet.mutation.delete-conditional-rule': { parts: ['conditionalFormats'] },
  'data-validation.mutation.updateRule': { parts: ['validations'] },
  'data-validation.mutation.removeRule': { parts: ['validations'] },
  'sheet.mutation.update-note': { parts: ['comments'] },
  'sheet.mutation.update-note-position': { parts: ['comments'] },
  'sheet.mutation.remove-note': { parts: ['comments'] },
  'sheet.mutation.insert-sheet': { sheets: true },
  'sheet.mutation.remove-sheet': { sheets: true },
  'sheet.mutation.set-worksheet-name': { sheets: true },
  'sheet.mutation.set-worksheet-order': { sheets: true },
  'sheet.mutation.set-worksheet-hidden': { sheets: true },
  'sheet.mutation.set-tab-color': { sheets: true },
};
