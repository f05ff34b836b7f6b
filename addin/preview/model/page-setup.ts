/** How a sheet is printed. */
import { areaOf, MAX_COLUMNS } from './areas.ts';
import type { Area } from './book.ts';
import type { AreaMapper } from './shift.ts';

/** In points from the paper's edge; of header and footer, to their own text. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly header: number;
  readonly footer: number;
}

/** The three parts of a page's header or footer, with Excel's codes in them: `&P` for the page, `&N` for how many there are. */
export interface PageLine {
  readonly left: string;
  readonly center: string;
  readonly right: string;
}

/** What is absent is as the file had it. */
export interface PageSetup {
  readonly orientation?: 'portrait' | 'landscape';
  /** As .xlsx numbers paper: 9 is A4. */
  readonly paper?: number;
  /** Pages across and down that the sheet is made to fit; 0 for as many as it takes. */
  readonly fit?: { readonly wide: number; readonly tall: number };
  readonly isCentered?: boolean;
  readonly margins?: Margins;
  readonly header?: PageLine;
  readonly footer?: PageLine;
  /** Rows printed again on every page. */
  readonly titleRows?: { readonly first: number; readonly count: number };
  /** What is printed; the used area where absent. */
  readonly printArea?: Area;
}

/** The set-up after cells moved: printed area and title rows go along. */
export function movedPage(page: PageSetup, move: AreaMapper): PageSetup {
  const { printArea, titleRows, ...rest } = page;
  const area = printArea && move(printArea);
  const rows = titleRows && move(areaOf(titleRows.first, 0, titleRows.count, MAX_COLUMNS));
  return { ...rest, ...(area && { printArea: area }), ...(rows && { titleRows: { first: rows.row, count: rows.rows } }) };
}
