import { cellAt } from '../model/book.ts';
import type { CellValue, Style } from '../model/book.ts';
import type { Session } from './session.ts';

/** What the browser tests see of the preview, besides its looks. Positions are zero-based, on the active sheet. */
export interface PreviewHandle {
  readonly session: Session;
  /** A cell as the workbook has it. */
  cell(row: number, column: number): { readonly value: CellValue; readonly formula: string | undefined; readonly style: Omit<Style, 'origin'> };
  /** A cell as the grid shows it, conditional formats included. */
  drawn(row: number, column: number): { readonly text: string; readonly fill: string | null };
  /** The colours of a cell's borders as the grid shows them. */
  drawnBorders(row: number, column: number): ReturnType<Session['view']['drawnBorders']>;
}

declare global {
  interface Window {
    preview?: PreviewHandle;
  }
}

/** Lets the tests look at a session through `window.preview`. */
export function exposeSession(session: Session): void {
  window.preview = {
    session,
    cell: (row, column) => {
      const { value, formula, style = {} } = cellAt(session.book.activeSheet, row, column);
      const { origin: _origin, ...look } = style;
      return { value, formula, style: look };
    },
    drawn: (row, column) => session.view.drawn(row, column),
    drawnBorders: (row, column) => session.view.drawnBorders(row, column),
  };
}
