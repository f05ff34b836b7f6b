import type { Book } from '../model/book.ts';
import type { Package } from './package.ts';

/** The package a workbook was opened from. Never changed: every save starts from a copy. */
export class BookOrigin {
  readonly source: Package;
  readonly workbookPath: string;
  #haveCellsChanged = false;

  constructor(source: Package, workbookPath: string) {
    this.source = source;
    this.workbookPath = workbookPath;
  }

  /** Whether a cell was written since opening, so that results kept with formulas may be stale. */
  get haveCellsChanged(): boolean {
    return this.#haveCellsChanged;
  }

  watch(book: Book): void {
    book.onChange((change) => {
      if (change.source !== 'file' && (change.kind === 'cells' || change.kind === 'sheets')) this.#haveCellsChanged = true;
    });
  }
}
