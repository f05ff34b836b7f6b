import { areaOf, MAX_COLUMNS, MAX_ROWS } from '../../model/areas.ts';
import type { Sheet } from '../../model/book.ts';
import { ApiObject } from '../api-object.ts';
import type { HostContext } from '../context.ts';
import { invalidArgument, itemNotFound } from '../errors.ts';
import type { Range } from './range.ts';

export class WorksheetFreezePanes extends ApiObject {
  readonly apiClass = 'WorksheetFreezePanes';
  readonly #context: HostContext;
  readonly #sheet: Sheet;

  constructor(context: HostContext, sheet: Sheet) {
    super();
    this.#context = context;
    this.#sheet = sheet;
  }

  freezeRows(count?: number | null): void {
    this.#freeze(count ?? 1, 0);
  }
  freezeColumns(count?: number | null): void {
    this.#freeze(0, count ?? 1);
  }
  /** Freezes the rows and columns up to the end of the range. */
  freezeAt(range: unknown): void {
    const { area } = this.#context.place(range, this.#sheet);
    this.#freeze(area.rows === MAX_ROWS ? 0 : area.row + area.rows, area.columns === MAX_COLUMNS ? 0 : area.column + area.columns);
  }
  unfreeze(): void {
    this.#freeze(0, 0);
  }
  getLocation(): Range {
    const range = this.getLocationOrNullObject();
    if (!range) throw itemNotFound();
    return range;
  }
  getLocationOrNullObject(): Range | null {
    const { rows, columns } = this.#sheet.frozen;
    return rows + columns > 0 ? this.#context.make.range(this.#sheet, areaOf(0, 0, rows || MAX_ROWS, columns || MAX_COLUMNS)) : null;
  }

  #freeze(rows: number, columns: number): void {
    if (!Number.isInteger(rows) || !Number.isInteger(columns) || rows < 0 || columns < 0) throw invalidArgument();
    this.#sheet.frozen = { rows, columns };
    this.#context.changed('freeze', this.#sheet);
  }
}
