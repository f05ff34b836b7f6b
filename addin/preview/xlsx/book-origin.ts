import type { Book, Sheet } from '../model/book.ts';
import type { Package } from './package.ts';

/** The package a workbook was opened from. Never changed: every save starts from a copy. */
export class BookOrigin {
  readonly source: Package;
  readonly workbookPath: string;
  #activeSheet: Sheet | null = null;
  #haveCellsChanged = false;

  constructor(source: Package, workbookPath: string) {
    this.source = source;
    this.workbookPath = workbookPath;
  }

  /** Whether a cell was written since opening, so that results kept with formulas may be stale. */
  get haveCellsChanged(): boolean {
    return this.#haveCellsChanged;
  }

  /** The sheet that was active in the file. */
  get activeSheet(): Sheet | null {
    return this.#activeSheet;
  }

  /** Takes note of the book as it was read, and from now on of changes. */
  watch(book: Book): void {
    this.#activeSheet = book.activeSheet;
    book.onChange((change) => {
      if (change.source !== 'file' && (change.kind === 'cells' || change.kind === 'sheets')) this.#haveCellsChanged = true;
    });
  }
}
