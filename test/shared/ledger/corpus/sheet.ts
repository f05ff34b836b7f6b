import type { Cell } from '../../../../shared/cell.ts';
import type { Content } from '../../../../shared/ledger/entry.ts';
import type { Merge } from '../../../../shared/ledger/merges.ts';
import type { RegisterId } from '../../../../shared/registers/index.ts';

/** A ledger that must be found on a sheet, and what must be read from it. Rows are zero-based. */
export interface ExpectedLedger {
  readonly register: RegisterId;
  readonly headerRow: number;
  /** The content of every row that is an entry and has no fault. */
  readonly entries: Readonly<Record<number, Content>>;
  /** `row field code` of every fault, the code without its area. */
  readonly problems?: readonly string[];
  /** Rows passed over, with the reason's last word. */
  readonly skipped?: Readonly<Record<number, string>>;
  /** Headers of columns that feed no field. */
  readonly unread?: readonly string[];
}

/** A sheet with one trouble. */
export interface MessySheet {
  readonly name: string;
  readonly cells: readonly (readonly Cell[])[];
  readonly merges?: readonly Merge[];
  /** Zero-based positions of cells that are formulas. */
  readonly formulas?: readonly (readonly [row: number, column: number])[];
  /** In any order: the clerk picks. */
  readonly ledgers: readonly ExpectedLedger[];
}

/**
 * Cells drawn as text: one line a row, cells parted by |. An empty cell is blank, `#44742` a number, `\n` a line break in the cell; what else
 * stands there is text, blanks within it kept.
 */
export function grid(drawing: string): readonly (readonly Cell[])[] {
  return drawing
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.replace(/^\|/, '').replace(/\|$/, '').split('|').map(cellOf));
}

function cellOf(drawn: string): Cell {
  const text = drawn.trim();
  if (text === '') return null;
  return /^#-?[\d.]+$/.test(text) ? Number(text.slice(1)) : text.replaceAll('\\n', '\n').replaceAll('␣', ' ');
}

/** Merged cells by their corners: `A1:C1`. */
export function merge(...areas: readonly string[]): readonly Merge[] {
  return areas.map((area) => {
    const [, left = 'A', top = '1', right = 'A', bottom = '1'] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(area) ?? [];
    const column = left.charCodeAt(0) - 65;
    const row = Number(top) - 1;
    return { row, column, rows: Number(bottom) - row, columns: right.charCodeAt(0) - 64 - column };
  });
}
