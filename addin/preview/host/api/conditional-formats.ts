import { ApiCollection } from '../api-object.ts';
import type { HostContext } from '../context.ts';
import { invalidArgument, itemNotFound, notImplemented } from '../errors.ts';
import { overlaps, subtract } from '../../model/areas.ts';
import type { Area, ConditionalFormat as Format, Sheet } from '../../model/book.ts';
import { ConditionalFormat } from './conditional-format.ts';

const TYPES: Readonly<Record<string, Format['type']>> = { Custom: 'custom', CellValue: 'cellValue', ContainsText: 'containsText' };

function areasOf(format: Format): readonly Area[] {
  return [format.area, ...(format.moreAreas ?? [])];
}

/** The conditional formats that touch a range, first priority first. */
export class ConditionalFormatCollection extends ApiCollection<ConditionalFormat> {
  readonly apiClass = 'ConditionalFormatCollection';
  readonly #context: HostContext;
  readonly #sheet: Sheet;
  readonly #area: Area;

  constructor(context: HostContext, sheet: Sheet, area: Area) {
    super();
    this.#context = context;
    this.#sheet = sheet;
    this.#area = area;
  }

  get items(): readonly ConditionalFormat[] {
    return this.#sheet.conditionalFormats
      .filter((format) => areasOf(format).some((area) => overlaps(area, this.#area)))
      .toSorted((a, b) => a.priority - b.priority)
      .map((format) => new ConditionalFormat(this.#context, this.#sheet, format));
  }

  /** Adds a format at first priority. */
  add(type: string): ConditionalFormat {
    const kind = TYPES[type];
    if (!kind) throw notImplemented(`ConditionalFormatCollection.add('${type}')`);
    this.#context.requireWritable(this.#sheet);
    for (const other of this.#sheet.conditionalFormats) other.priority++;
    const format: Format = { id: newId(this.#sheet), area: this.#area, type: kind, format: {}, priority: 1, stopIfTrue: false };
    this.#sheet.conditionalFormats.push(format);
    this.#context.changed('conditionalFormats', this.#sheet);
    return new ConditionalFormat(this.#context, this.#sheet, format);
  }

  /** Takes the formats off this range; what they cover besides keeps them. */
  clearAll(): void {
    this.#context.requireWritable(this.#sheet);
    this.#sheet.conditionalFormats = this.#sheet.conditionalFormats.filter((format) => {
      const [first, ...more] = areasOf(format).flatMap((area) => subtract(area, this.#area));
      if (!first) return false;
      format.area = first;
      if (more.length > 0 || format.moreAreas) format.moreAreas = more;
      return true;
    });
    this.#context.changed('conditionalFormats', this.#sheet);
  }

  getItem(id: string): ConditionalFormat {
    const item = this.getItemOrNullObject(id);
    if (!item) throw itemNotFound();
    return item;
  }
  getItemOrNullObject(id: string): ConditionalFormat | null {
    return this.items.find((item) => item.id === id) ?? null;
  }
  getItemAt(index: number): ConditionalFormat {
    const item = this.items[index];
    if (!item) throw invalidArgument();
    return item;
  }
}

function newId(sheet: Sheet): string {
  const taken = new Set(sheet.conditionalFormats.map((format) => format.id));
  let number = taken.size + 1;
  while (taken.has(`{CF${number}}`)) number++;
  return `{CF${number}}`;
}
