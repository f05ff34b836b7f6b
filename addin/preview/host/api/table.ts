import type { Sheet, Table } from '../../model/book.ts';
import { holds, overlaps } from '../../model/areas.ts';
import { ApiObject } from '../api-object.ts';
import { bodyOf, type HostContext } from '../context.ts';
import { accessDenied, invalidArgument, itemNotFound } from '../errors.ts';
import { TableAutoFilter } from './auto-filter.ts';
import { nameHeaders } from './cells.ts';
import type { Range } from './range.ts';
import { RangeSort } from './sort.ts';
import { TableColumnCollection } from './table-columns.ts';
import { TableRowCollection } from './table-rows.ts';
import { requireTableName } from './tables.ts';
import type { Worksheet } from './worksheet.ts';

/** Excel's Table. */
export class TableObject extends ApiObject {
  readonly apiClass = 'Table';
  readonly #context: HostContext;
  readonly #sheet: Sheet;
  readonly #table: Table;

  constructor(context: HostContext, sheet: Sheet, table: Table) {
    super();
    this.#context = context;
    this.#sheet = sheet;
    this.#table = table;
  }

  override get scalars(): readonly string[] {
    return ['id', 'name', 'showFilterButton', 'showHeaders', 'showTotals', 'style'];
  }
  override get identity(): Readonly<Record<string, unknown>> {
    return { Id: this.id };
  }

  get id(): string {
    return this.#table.id;
  }
  get name(): string {
    return this.#table.name;
  }
  set name(name: unknown) {
    this.#table.name = requireTableName(this.#context, name, this.#table);
    this.#changed();
  }
  /** Tables without a header row are not modelled. */
  get showHeaders(): boolean {
    return true;
  }
  get showTotals(): boolean {
    return this.#table.showTotals;
  }
  get showFilterButton(): boolean {
    return this.#table.showFilterButton;
  }
  set showFilterButton(show: boolean) {
    if (!show && this.#table.filter) this.autoFilter.clearCriteria();
    this.#table.showFilterButton = show;
    this.#changed();
  }
  get style(): string {
    return this.#table.style ?? '';
  }
  set style(style: string) {
    this.#table.style = style || null;
    this.#changed();
  }

  get worksheet(): Worksheet {
    return this.#context.make.worksheet(this.#sheet);
  }
  get columns(): TableColumnCollection {
    return new TableColumnCollection(this.#context, this.#sheet, this.#table);
  }
  get rows(): TableRowCollection {
    return new TableRowCollection(this.#context, this.#sheet, this.#table);
  }
  get autoFilter(): TableAutoFilter {
    return new TableAutoFilter(this.#context, this.#sheet, this.#table);
  }
  get sort(): RangeSort {
    return new RangeSort(this.#context, this.#sheet, bodyOf(this.#table));
  }

  getRange(): Range {
    return this.#context.make.range(this.#sheet, this.#table.area);
  }
  getHeaderRowRange(): Range {
    return this.#context.make.range(this.#sheet, { ...this.#table.area, rows: 1 });
  }
  getDataBodyRange(): Range {
    return this.#context.make.range(this.#sheet, bodyOf(this.#table));
  }
  getTotalRowRange(): Range {
    if (!this.#table.showTotals) throw itemNotFound();
    const { area } = this.#table;
    return this.#context.make.range(this.#sheet, { ...area, row: area.row + area.rows - 1, rows: 1 });
  }

  clearFilters(): void {
    this.autoFilter.clearCriteria();
  }
  /** The header row stays where it is. */
  resize(newRange: unknown): void {
    const place = this.#context.place(newRange, this.#sheet);
    const { area } = this.#table;
    if (place.sheet !== this.#sheet || place.area.row !== area.row || !overlaps(place.area, area) || place.area.rows < 2) throw invalidArgument();
    this.#context.requireWritable(this.#sheet);
    if (this.#sheet.tables.some((table) => table !== this.#table && overlaps(table.area, place.area))) throw accessDenied();
    if (!holds(area, place.area) || area.columns !== place.area.columns) delete this.#table.columnIds;
    this.#table.area = place.area;
    nameHeaders(this.#sheet, this.#table);
    this.#changed();
  }
  /** The cells stay. */
  convertToRange(): Range {
    const range = this.getRange();
    this.#drop();
    return range;
  }
  /** The cells' contents and formats go too. */
  delete(): void {
    const range = this.getRange();
    this.#drop();
    range.clear();
  }

  #drop(): void {
    this.#context.requireWritable(this.#sheet);
    this.#sheet.tables = this.#sheet.tables.filter((table) => table !== this.#table);
    this.#changed();
  }
  #changed(): void {
    this.#context.requireWritable(this.#sheet);
    this.#context.changed('tables', this.#sheet);
  }
}
