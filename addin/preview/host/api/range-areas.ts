import { areaAddress, quotedSheetName } from '../../model/address.ts';
import type { Area, Sheet } from '../../model/book.ts';
import { ApiCollection, ApiObject } from '../api-object.ts';
import type { HostContext } from '../context.ts';
import { invalidArgument } from '../errors.ts';
import { RangeFormat } from './format.ts';
import type { Range } from './range.ts';
import type { Worksheet } from './worksheet.ts';

/** Excel's RangeAreas: several ranges of one sheet. */
export class RangeAreas extends ApiObject {
  readonly apiClass = 'RangeAreas';
  readonly #context: HostContext;
  readonly #sheet: Sheet;
  readonly #areas: readonly Area[];

  constructor(context: HostContext, sheet: Sheet, areas: readonly Area[]) {
    super();
    this.#context = context;
    this.#sheet = sheet;
    this.#areas = areas;
  }

  override get scalars(): readonly string[] {
    return ['address', 'areaCount', 'cellCount'];
  }
  get address(): string {
    return this.#areas.map((area) => `${quotedSheetName(this.#sheet.name)}!${areaAddress(area)}`).join(',');
  }
  get areaCount(): number {
    return this.#areas.length;
  }
  get cellCount(): number {
    return this.#areas.reduce((sum, area) => sum + area.rows * area.columns, 0);
  }
  get areas(): RangeCollection {
    return new RangeCollection(this.#areas.map((area) => this.#context.make.range(this.#sheet, area)));
  }
  get format(): RangeFormat {
    return new RangeFormat(this.#context, this.#sheet, this.#areas);
  }
  get worksheet(): Worksheet {
    return this.#context.make.worksheet(this.#sheet);
  }
  clear(applyTo?: string | null): void {
    for (const range of this.areas.items) range.clear(applyTo ?? null);
  }
}

class RangeCollection extends ApiCollection<Range> {
  readonly apiClass = 'RangeCollection';
  readonly #ranges: readonly Range[];
  constructor(ranges: readonly Range[]) {
    super();
    this.#ranges = ranges;
  }
  get items(): readonly Range[] {
    return this.#ranges;
  }
  getItemAt(index: number): Range {
    const range = this.#ranges[index];
    if (!range) throw invalidArgument();
    return range;
  }
}
