import type { Area, FilterState, Sheet, Table } from '../../model/book.ts';
import { usedArea } from '../../model/book.ts';
import { intersection } from '../../model/areas.ts';
import { ApiObject } from '../api-object.ts';
import type { HostContext } from '../context.ts';
import { invalidArgument, itemNotFound } from '../errors.ts';
import { applyFilter, type Criteria } from './filter-rows.ts';
import type { Range } from './range.ts';

type CriteriaList = NonNullable<FilterState['criteria']>;

/** Excel's AutoFilter; where its state is kept differs between a sheet's and a table's. */
abstract class AutoFilter extends ApiObject {
  readonly apiClass = 'AutoFilter';
  protected readonly context: HostContext;
  protected readonly sheet: Sheet;

  constructor(context: HostContext, sheet: Sheet) {
    super();
    this.context = context;
    this.sheet = sheet;
  }

  override get scalars(): readonly string[] {
    return ['criteria', 'enabled', 'isDataFiltered'];
  }
  abstract get enabled(): boolean;
  protected abstract get area(): Area | null;
  protected abstract get state(): FilterState | null;
  /** Puts the state and hides or shows rows; the range is set before. */
  protected abstract store(criteria: CriteriaList): void;

  get isDataFiltered(): boolean {
    return this.state?.isActive ?? false;
  }
  get criteria(): CriteriaList {
    return this.state?.criteria ?? [];
  }
  getRange(): Range {
    const range = this.getRangeOrNullObject();
    if (!range) throw itemNotFound();
    return range;
  }
  getRangeOrNullObject(): Range | null {
    return this.area && this.enabled ? this.context.make.range(this.sheet, this.area) : null;
  }
  clearCriteria(): void {
    this.filter([]);
  }
  clearColumnCriteria(column: number): void {
    this.filter(this.criteria.map((one, index) => (index === column ? null : one)));
  }
  reapply(): void {
    this.filter(this.criteria);
  }

  setColumn(column: number, criteria: Criteria): void {
    if (!this.area || !Number.isInteger(column) || column < 0 || column >= this.area.columns) throw invalidArgument();
    this.filter(Array.from({ length: this.area.columns }, (_, index) => (index === column ? criteria : (this.criteria[index] ?? null))));
  }
  protected filter(criteria: CriteriaList): void {
    this.context.requireWritable(this.sheet);
    this.store(criteria);
    if (this.area) applyFilter(this.sheet, this.area, criteria);
    this.context.changed('filter', this.sheet);
    this.context.changed('rows', this.sheet);
  }
}

const isSet = (criteria: CriteriaList): boolean => criteria.some((one) => one !== null);

export class SheetAutoFilter extends AutoFilter {
  get enabled(): boolean {
    return this.sheet.filter !== null;
  }
  protected get area(): Area | null {
    return this.sheet.filter?.area ?? null;
  }
  protected get state(): FilterState | null {
    return this.sheet.filter;
  }
  protected store(criteria: CriteriaList): void {
    if (this.sheet.filter) this.sheet.filter = { ...this.sheet.filter, isActive: isSet(criteria), criteria };
  }

  /** Turns the filter on over the range, header row first, and filters by a column when criteria are given. */
  apply(range: unknown, column?: number | null, criteria?: Criteria | null): void {
    const place = this.context.place(range, this.sheet);
    const used = usedArea(this.sheet);
    const area = (used && intersection(place.area, used)) ?? place.area;
    if (place.sheet !== this.sheet) throw invalidArgument();
    this.context.requireWritable(this.sheet);
    if (this.sheet.filter) this.filter([]);
    this.sheet.filter = { area, isActive: false };
    if (typeof column === 'number' && criteria) this.setColumn(column, criteria);
    else this.context.changed('filter', this.sheet);
  }
  remove(): void {
    if (this.sheet.filter) this.filter([]);
    this.sheet.filter = null;
    this.context.changed('filter', this.sheet);
  }
}

export class TableAutoFilter extends AutoFilter {
  readonly #table: Table;
  constructor(context: HostContext, sheet: Sheet, table: Table) {
    super(context, sheet);
    this.#table = table;
  }
  get enabled(): boolean {
    return this.#table.showFilterButton;
  }
  protected get area(): Area | null {
    const { area, showTotals } = this.#table;
    return showTotals ? { ...area, rows: area.rows - 1 } : area;
  }
  protected get state(): FilterState | null {
    return this.#table.filter ?? null;
  }
  protected store(criteria: CriteriaList): void {
    this.#table.filter = { isActive: isSet(criteria), criteria };
  }
  apply(_range: unknown, column?: number | null, criteria?: Criteria | null): void {
    this.#table.showFilterButton = true;
    if (typeof column === 'number' && criteria) this.setColumn(column, criteria);
    else this.context.changed('filter', this.sheet);
  }
}

/** The filter of one table column. */
export class Filter extends ApiObject {
  readonly apiClass = 'Filter';
  readonly #filter: TableAutoFilter;
  readonly #index: number;

  constructor(filter: TableAutoFilter, index: number) {
    super();
    this.#filter = filter;
    this.#index = index;
  }
  override get scalars(): readonly string[] {
    return ['criteria'];
  }
  get criteria(): Criteria | null {
    return this.#filter.criteria[this.#index] ?? null;
  }
  apply(criteria: Criteria): void {
    this.#filter.setColumn(this.#index, criteria);
  }
  applyValuesFilter(values: readonly string[]): void {
    this.apply({ filterOn: 'Values', values });
  }
  applyCustomFilter(criterion1: string, criterion2?: string | null, operator?: string | null): void {
    this.apply({ filterOn: 'Custom', criterion1, ...(criterion2 && { criterion2, operator: operator ?? 'And' }) });
  }
  clear(): void {
    this.#filter.clearColumnCriteria(this.#index);
  }
}
