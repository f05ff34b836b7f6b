import type { Cell } from '../cell.ts';
import { registers } from '../registers/index.ts';
import type { Register } from '../registers/index.ts';
import { isBlank } from './cells.ts';
import { bestGuess } from './guess.ts';
import type { LedgerGuess } from './guess.ts';
import { isRunningNumber } from './header.ts';
import { headerCells } from './header-block.ts';
import type { HeaderBlock } from './header-block.ts';

/** Columns of a sheet that belong to one ledger; both ends included. */
export interface Columns {
  readonly first: number;
  readonly last: number;
}

/** The ledgers that one header row begins, side by side; a header that is not of several is one. */
export interface HeaderParts {
  readonly guesses: readonly LedgerGuess[];
  /** The columns of each, in the order of `guesses`; empty when there is only one ledger. */
  readonly columns: readonly Columns[];
}

/**
 * Reads a header as one ledger, or as several side by side: parted by an unnamed column or by 序号 standing anew, each with
 * all its required columns. A ledger that only has a gap in its header stays one.
 */
export function guessParts(cells: readonly (readonly Cell[])[], block: HeaderBlock, kinds: readonly Register[] = registers): HeaderParts {
  const whole = bestGuess(cells, block, kinds);
  const spans = spansOf(block);
  if (spans.length > 1) {
    const headers = headerCells(block);
    const found = spans.flatMap((columns) => {
      const own = headers.filter(({ column }) => column >= columns.first && column <= columns.last);
      const guess = own.length === 0 ? null : bestGuess(cells, block, kinds, own);
      return guess !== null && guess.missing.length === 0 ? [{ guess, columns }] : [];
    });
    if (found.length > 1) return { guesses: found.map(({ guess }) => guess), columns: found.map(({ columns }) => columns) };
  }
  return { guesses: whole === null ? [] : [whole], columns: [] };
}

/** Runs of named columns; 序号 begins a new one. */
function spansOf({ line }: HeaderBlock): readonly Columns[] {
  const spans: { first: number; last: number }[] = [];
  let open = false;
  line.forEach((cell, column) => {
    const last = spans.at(-1);
    if (isBlank(cell)) open = false;
    else if (open && last !== undefined && !(typeof cell === 'string' && isRunningNumber(cell))) last.last = column;
    else {
      spans.push({ first: column, last: column });
      open = true;
    }
  });
  return spans;
}
