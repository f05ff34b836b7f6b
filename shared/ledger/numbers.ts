import type { Cell } from '../cell.ts';
import { foldWidth } from '../text/fold.ts';
import { textOf } from './cells.ts';

/** `60`, `-1.5`, `1,000`, `5分`, `60%` after folding. */
const NUMBER = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[+-]?\.\d+)\s*(%|分)?$/;

/** A number larger than this in a ledger is a slip of the keyboard, and would not stay exact in sums. */
const LARGEST = 1_000_000_000;

/** Formulas leave noise in the last digits (59.99999999999999); beyond six decimals it is no change. */
const DECIMALS = 1_000_000;

/** The number in a cell; `percent` tells `60%` from `60`. Null when the cell is no number. */
export function readNumber(cell: Cell): { readonly value: number; readonly percent: boolean } | null {
  if (typeof cell === 'number') return Number.isFinite(cell) && Math.abs(cell) <= LARGEST ? { value: rounded(cell), percent: false } : null;
  if (typeof cell === 'boolean') return null;
  const match = NUMBER.exec(foldWidth(textOf(cell)).trim());
  if (match === null) return null;
  const value = Number(match[1]?.replaceAll(',', ''));
  return Math.abs(value) <= LARGEST ? { value: rounded(value), percent: match[2] === '%' } : null;
}

function rounded(value: number): number {
  const result = Math.round(value * DECIMALS) / DECIMALS;
  return result === 0 ? 0 : result;
}
