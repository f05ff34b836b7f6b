import type { DefinedName } from '../../model/book.ts';
import { areaAddress, quotedSheetName } from '../../model/address.ts';
import { ApiCollection, ApiObject } from '../api-object.ts';
import type { HostContext, Place } from '../context.ts';
import { ApiError, invalidArgument, itemAlreadyExists, itemNotFound } from '../errors.ts';
import type { Range } from './range.ts';
import { RangeGeometry } from './range-geometry.ts';

/** The workbook's defined names, hidden ones too; names scoped to a sheet are not modelled. */
export class NamedItemCollection extends ApiCollection<NamedItem> {
  readonly apiClass = 'NamedItemCollection';
  readonly #context: HostContext;

  constructor(context: HostContext) {
    super();
    this.#context = context;
  }

  get items(): readonly NamedItem[] {
    return this.#context.book.names.map(({ name }) => new NamedItem(this.#context, name));
  }

  /** @param reference a Range, or a formula or value such as `=Sheet1!$A$1` or `="v1"` */
  add(name: string, reference: unknown, comment?: string | null): NamedItem {
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name)) throw invalidArgument();
    if (this.getItemOrNullObject(name)) throw itemAlreadyExists();
    const defined: DefinedName = { name, formula: formulaOf(reference), visible: true, ...(comment && { comment }) };
    this.#context.book.names = [...this.#context.book.names, defined];
    this.#context.changed('names');
    return new NamedItem(this.#context, name);
  }
  getItem(name: string): NamedItem {
    const item = this.getItemOrNullObject(name);
    if (!item) throw itemNotFound();
    return item;
  }
  getItemOrNullObject(name: string): NamedItem | null {
    const wanted = name.toLowerCase();
    return this.items.find((item) => item.name.toLowerCase() === wanted) ?? null;
  }
}

export class NamedItem extends ApiObject {
  readonly apiClass = 'NamedItem';
  readonly #context: HostContext;
  readonly #name: string;

  constructor(context: HostContext, name: string) {
    super();
    this.#context = context;
    this.#name = name;
  }

  override get scalars(): readonly string[] {
    return ['comment', 'formula', 'name', 'scope', 'type', 'value', 'visible'];
  }
  override get identity(): Readonly<Record<string, unknown>> {
    return { _Id: this.#name };
  }

  get name(): string {
    return this.#name;
  }
  get formula(): string {
    return this.#defined().formula;
  }
  set formula(formula: unknown) {
    this.#change({ formula: formulaOf(formula) });
  }
  get visible(): boolean {
    return this.#defined().visible;
  }
  set visible(visible: boolean) {
    this.#change({ visible });
  }
  get comment(): string {
    return this.#defined().comment ?? '';
  }
  set comment(comment: string) {
    this.#change({ comment });
  }
  get scope(): string {
    return 'Workbook';
  }
  /** `Range`, `Double`, `String`, `Boolean`, or `Error` for what the host cannot evaluate. */
  get type(): string {
    if (this.#place()) return 'Range';
    const value = this.value;
    return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : this.formula.startsWith('="') ? 'String' : 'Error';
  }
  /** The address of a range, or the constant. */
  get value(): string | number | boolean {
    const place = this.#place();
    if (place) return `${quotedSheetName(place.sheet.name)}!${areaAddress(place.area, true)}`;
    const text = this.formula.slice(1);
    if (/^".*"$/s.test(text)) return text.slice(1, -1).replaceAll('""', '"');
    if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
    return text !== '' && Number.isFinite(Number(text)) ? Number(text) : this.formula;
  }

  getRange(): Range {
    return this.getRangeOrNullObject() ?? missing();
  }
  getRangeOrNullObject(): Range | null {
    const place = this.#place();
    return place && this.#context.make.range(place.sheet, place.area);
  }
  delete(): void {
    const defined = this.#defined();
    this.#context.book.names = this.#context.book.names.filter((one) => one !== defined);
    this.#context.changed('names');
  }

  #defined(): DefinedName {
    return this.#context.book.names.find(({ name }) => name === this.#name) ?? missing();
  }
  #change(change: Partial<DefinedName>): void {
    const defined = this.#defined();
    this.#context.book.names = this.#context.book.names.map((one) => (one === defined ? { ...one, ...change } : one));
    this.#context.changed('names');
  }
  #place(): Place | null {
    const { formula } = this.#defined();
    if (!formula.includes('!')) return null;
    try {
      return this.#context.place(formula, this.#context.book.activeSheet);
    } catch (error) {
      if (error instanceof ApiError) return null;
      throw error;
    }
  }
}

function formulaOf(reference: unknown): string {
  if (reference instanceof RangeGeometry) return `=${quotedSheetName(reference.sheet.name)}!${areaAddress(reference.area, true)}`;
  if (typeof reference === 'number' || typeof reference === 'boolean') return `=${String(reference).toUpperCase()}`;
  if (typeof reference !== 'string' || reference === '') throw invalidArgument();
  if (reference.length > 8192) throw new ApiError('FormulaLengthExceedsLimit', 'The length of the applied formula exceeds the limit.');
  return reference.startsWith('=') ? reference : `="${reference.replaceAll('"', '""')}"`;
}

function missing(): never {
  throw itemNotFound();
}
