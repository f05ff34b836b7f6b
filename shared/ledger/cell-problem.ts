import type { Cell } from '../cell.ts';
import type { Message } from '../message.ts';

/** What is wrong with one cell of a row; `column` is the field's id, null when it is the row as a whole. */
export type CellProblem = Message & { readonly column: string | null; readonly value: Cell };
