import type { Sheet } from '../../model/book.ts';
import type { UniverBook } from '../univer.ts';

/** One feature of a sheet beside its cells, drawn into Univer and taken back from it. */
export interface Part {
  /** Makes Univer's sheet `id` show what the model has. */
  draw(book: UniverBook, sheet: Sheet, id: string): void;
  /** Makes the model have what Univer's sheet `id` shows; whether anything was different. */
  read(book: UniverBook, sheet: Sheet, id: string): boolean;
}
