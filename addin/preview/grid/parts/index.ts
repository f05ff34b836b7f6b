import type { ChangeKind } from '../../model/book.ts';
import { comments } from './comments.ts';
import { conditionalFormats } from './conditional-formats.ts';
import { filter } from './filter.ts';
import { freeze, merges } from './layout.ts';
import type { Part } from './part.ts';
import { columns, rows } from './sizes.ts';
import { tables } from './tables.ts';
import { validations } from './validations.ts';

/** The kinds of change that one part each draws and reads. */
export type PartKind = Extract<ChangeKind, 'columns' | 'rows' | 'merges' | 'freeze' | 'filter' | 'tables' | 'conditionalFormats' | 'validations' | 'comments'>;

/** The parts of one view, in the order in which they are drawn and read: the filter before the rows it hides. */
export function createParts(): ReadonlyMap<PartKind, Part> {
  return new Map<PartKind, Part>([
    ['merges', merges],
    ['freeze', freeze],
    ['columns', columns],
    ['tables', tables],
    ['filter', filter],
    ['rows', rows],
    ['conditionalFormats', conditionalFormats],
    ['validations', validations()],
    ['comments', comments()],
  ]);
}

/** Those a fresh snapshot does not hold already. */
export const BESIDE_SNAPSHOT: readonly PartKind[] = ['tables', 'filter', 'conditionalFormats', 'validations', 'comments'];
