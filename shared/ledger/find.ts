import type { Cell } from '../cell.ts';
import { registers } from '../registers/index.ts';
import type { Register, RegisterId } from '../registers/index.ts';
import { isBlank, textOf } from './cells.ts';
import { byScore, guessAt } from './guess.ts';
import type { LedgerGuess } from './guess.ts';
import { foldHeader, namesHeaders } from './header.ts';
import { headerBlocks } from './header-block.ts';
import type { Merge } from './merges.ts';
import { guessParts } from './parts.ts';

export { dataRows } from './data-rows.ts';
export type { LedgerGuess } from './guess.ts';

/** So many rows are searched for a header however little it looks like one; further down only rows with several known names are. */
const ROWS_SEARCHED = 60;

/** Names that a row further down must have to be looked at as a header. */
const LEAST_NAMES = 2;

/**
 * The ledgers on a sheet, likeliest first, one above the other and side by side; none when no row looks like a header
 * (`lookedFor` says what would). A header printed again further down goes on with the same ledger.
 *
 * `register` limits the search to one kind; `headerRow` is the clerk's word that this row is the header: it is taken
 * even if little in it is recognised. `merges` are the sheet's merged cells, where they are known.
 */
export function findLedgers(
  cells: readonly (readonly Cell[])[],
  options: { readonly register?: RegisterId; readonly headerRow?: number; readonly merges?: readonly Merge[] } = {},
): readonly LedgerGuess[] {
  const kinds = registers.filter((register) => options.register === undefined || register.id === options.register);
  const merges = options.merges ?? [];
  if (options.headerRow !== undefined) return guessesAtChosen(cells, options.headerRow, kinds, merges);
  const guesses: LedgerGuess[] = [];
  for (let row = 0; row < cells.length; row += 1) {
    if (row >= ROWS_SEARCHED && !namesHeaders(cells[row] ?? [], LEAST_NAMES)) continue;
    guesses.push(...guessesAt(cells, row, kinds, merges));
  }
  return byScore(withoutRepeats(cells, withoutInner(guesses)));
}

/** The headers that would be recognised as the required columns of each register, most usual first. */
export function lookedFor(): readonly {
  readonly register: Register;
  readonly fields: readonly { readonly field: string; readonly names: readonly string[] }[];
}[] {
  return registers.map((register) => ({
    register,
    fields: register.fields
      .filter((field) => field.required)
      .map((field) => ({ field: field.id, names: [field.label['zh-CN'], ...field.aliases, field.label.en] })),
  }));
}

/** The ledgers whose header ends at a row: read with the fewest rows above it that make the most of it. */
function guessesAt(cells: readonly (readonly Cell[])[], row: number, kinds: readonly Register[], merges: readonly Merge[]): readonly LedgerGuess[] {
  let best: readonly LedgerGuess[] = [];
  for (const block of headerBlocks(cells, row, merges)) {
    const { guesses } = guessParts(cells, block, kinds);
    if (total(guesses) > total(best)) best = guesses;
  }
  return best;
}

function total(guesses: readonly LedgerGuess[]): number {
  return guesses.reduce((sum, { score }) => sum + score, guesses.length === 0 ? -Infinity : 0);
}

/** What each register makes of the row that the clerk chose, and of the rows that belong to the same header. */
function guessesAtChosen(cells: readonly (readonly Cell[])[], chosen: number, kinds: readonly Register[], merges: readonly Merge[]): readonly LedgerGuess[] {
  if (cells[chosen] === undefined) return [];
  const blocks = [0, 1, 2].flatMap((below) => headerBlocks(cells, chosen + below, merges)).filter(({ bottom, rows }) => bottom - rows < chosen);
  // Of all kinds, so that one kind is not taken to reach over its neighbours of other kinds.
  const sideBySide = blocks.map((block) => guessParts(cells, block)).find(({ columns }) => columns.length > 1);
  const fitting = sideBySide?.guesses.filter(({ register }) => kinds.some(({ id }) => id === register)) ?? [];
  if (fitting.length > 0) return byScore(fitting);
  return byScore(kinds.flatMap((register) => mostOf(blocks.map((block) => guessAt(cells, block, register)))));
}

/** The best of several readings of one header, of equals the one with the fewest rows. */
function mostOf(guesses: readonly LedgerGuess[]): readonly LedgerGuess[] {
  const best = guesses.toSorted((a, b) => b.score - a.score || a.headerRows - b.headerRows)[0];
  return best === undefined ? [] : [best];
}

/** Whether a row that is one guess's header is an upper row of the other's. */
function covers(outer: LedgerGuess, inner: LedgerGuess): boolean {
  return inner.headerRow < outer.headerRow && inner.headerRow > outer.headerRow - outer.headerRows;
}

/** Without the groups of a header of several rows read as a header of their own, or the other way round: the better reading stays. */
function withoutInner(guesses: readonly LedgerGuess[]): readonly LedgerGuess[] {
  return guesses.filter((guess) =>
    guesses.every((other) => (covers(other, guess) ? guess.score > other.score : covers(guess, other) ? guess.score >= other.score : true)),
  );
}

/** Without headers that repeat one further up word for word: the next page of the same ledger. */
function withoutRepeats(cells: readonly (readonly Cell[])[], guesses: readonly LedgerGuess[]): readonly LedgerGuess[] {
  const seen = new Set<string>();
  return guesses
    .toSorted((a, b) => a.headerRow - b.headerRow)
    .filter((guess) => {
      const rows = cells.slice(guess.headerRow - guess.headerRows + 1, guess.headerRow + 1);
      const first = guess.columns[0]?.column ?? 0;
      const last = guess.columns.at(-1)?.column ?? 0;
      const words = JSON.stringify([first, rows.map((row) => row.slice(first, last + 1).map((cell) => (isBlank(cell) ? '' : foldHeader(textOf(cell)))))]);
      const isNew = !seen.has(words);
      seen.add(words);
      return isNew;
    });
}
