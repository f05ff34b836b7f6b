import type { Sheet } from '../model/book.ts';

/** Which of Univer's sheets is which of the model's. A sheet the person deletes is remembered, so that undoing the deletion brings the same one back. */
export class SheetIds {
  readonly #sheets = new Map<string, Sheet>();
  readonly #ids = new WeakMap<Sheet, string>();

  /** Univer's id of a sheet: the model's own, unless the sheet was made in Univer. */
  idOf(sheet: Sheet): string {
    const known = this.#ids.get(sheet);
    if (known !== undefined) return known;
    this.join(sheet, sheet.id);
    return sheet.id;
  }

  sheetOf(id: string): Sheet | undefined {
    return this.#sheets.get(id);
  }

  join(sheet: Sheet, id: string): void {
    this.#sheets.set(id, sheet);
    this.#ids.set(sheet, id);
  }
}
