import { ApiObject } from '../api-object.ts';
import type { HostContext } from '../context.ts';
import { invalidArgument, itemNotFound, notImplemented } from '../errors.ts';
import type { ConditionalFormat as Format, Sheet } from '../../model/book.ts';
import { ConditionalRangeFormat } from './conditional-look.ts';
import type { Range } from './range.ts';
import type { RangeAreas } from './range-areas.ts';

const NAMES = { custom: 'Custom', cellValue: 'CellValue', containsText: 'ContainsText' } as const;

export class ConditionalFormat extends ApiObject {
  readonly apiClass = 'ConditionalFormat';
  readonly #context: HostContext;
  readonly #sheet: Sheet;
  readonly #format: Format;

  constructor(context: HostContext, sheet: Sheet, format: Format) {
    super();
    this.#context = context;
    this.#sheet = sheet;
    this.#format = format;
  }

  override get scalars(): readonly string[] {
    return ['id', 'priority', 'stopIfTrue', 'type'];
  }
  override get identity(): Readonly<Record<string, unknown>> {
    return { Id: this.id };
  }

  get id(): string {
    return this.#format.id;
  }
  get type(): string {
    if (this.#format.type === 'other') throw notImplemented('ConditionalFormat.type of a format other than Custom, CellValue and ContainsText');
    return NAMES[this.#format.type];
  }
  /** Zero-based; 0 comes first. */
  get priority(): number {
    return this.#ranked().indexOf(this.#format);
  }
  set priority(place: number) {
    const others = this.#ranked().filter((format) => format !== this.#format);
    others.splice(place, 0, this.#format);
    for (const [index, format] of others.entries()) format.priority = index + 1;
    this.#changed();
  }
  get stopIfTrue(): boolean {
    return this.#format.stopIfTrue;
  }
  set stopIfTrue(stop: boolean) {
    this.#format.stopIfTrue = stop;
    this.#changed();
  }

  get custom(): CustomConditionalFormat {
    return this.customOrNullObject ?? wrongType();
  }
  get customOrNullObject(): CustomConditionalFormat | null {
    return this.#format.type === 'custom' ? new CustomConditionalFormat(this.#format, this.#changed) : null;
  }
  get cellValue(): CellValueConditionalFormat {
    return this.cellValueOrNullObject ?? wrongType();
  }
  get cellValueOrNullObject(): CellValueConditionalFormat | null {
    return this.#format.type === 'cellValue' ? new CellValueConditionalFormat(this.#format, this.#changed) : null;
  }
  get textComparison(): TextConditionalFormat {
    return this.textComparisonOrNullObject ?? wrongType();
  }
  get textComparisonOrNullObject(): TextConditionalFormat | null {
    return this.#format.type === 'containsText' ? new TextConditionalFormat(this.#format, this.#changed) : null;
  }

  getRange(): Range {
    return this.getRangeOrNullObject() ?? wrongType();
  }
  /** Null when the format covers several areas. */
  getRangeOrNullObject(): Range | null {
    return this.#format.moreAreas?.length ? null : this.#context.make.range(this.#sheet, this.#format.area);
  }
  getRanges(): RangeAreas {
    return this.#context.make.rangeAreas(this.#sheet, [this.#format.area, ...(this.#format.moreAreas ?? [])]);
  }
  delete(): void {
    this.#context.requireWritable(this.#sheet);
    this.#sheet.conditionalFormats = this.#sheet.conditionalFormats.filter((format) => format !== this.#format);
    this.#context.changed('conditionalFormats', this.#sheet);
  }

  #ranked(): Format[] {
    return this.#sheet.conditionalFormats.toSorted((a, b) => a.priority - b.priority);
  }
  readonly #changed = (): void => {
    this.#context.requireWritable(this.#sheet);
    this.#context.changed('conditionalFormats', this.#sheet);
  };
}

function wrongType(): never {
  throw itemNotFound();
}

abstract class Kind extends ApiObject {
  protected readonly model: Format;
  protected readonly changed: () => void;
  constructor(model: Format, changed: () => void) {
    super();
    this.model = model;
    this.changed = changed;
  }
  get format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.model.format, this.changed);
  }
}

class CustomConditionalFormat extends Kind {
  readonly apiClass = 'CustomConditionalFormat';
  get rule(): ConditionalFormatRule {
    return new ConditionalFormatRule(this.model, this.changed);
  }
}

class ConditionalFormatRule extends ApiObject {
  readonly apiClass = 'ConditionalFormatRule';
  readonly #model: Format;
  readonly #changed: () => void;
  constructor(model: Format, changed: () => void) {
    super();
    this.#model = model;
    this.#changed = changed;
  }
  override get scalars(): readonly string[] {
    return ['formula'];
  }
  get formula(): string {
    return this.#model.formula ?? '';
  }
  set formula(formula: unknown) {
    this.#model.formula = asFormula(formula);
    this.#changed();
  }
}

class CellValueConditionalFormat extends Kind {
  readonly apiClass = 'CellValueConditionalFormat';
  override get scalars(): readonly string[] {
    return ['rule'];
  }
  get rule(): Readonly<Record<string, string>> {
    const { formula = '', formula2, operator = '' } = this.model;
    return { formula1: formula, ...(formula2 !== undefined && { formula2 }), operator: operator.charAt(0).toUpperCase() + operator.slice(1) };
  }
  set rule(input: unknown) {
    const { formula1, formula2, operator } = record(input);
    this.model.formula = asFormula(formula1);
    if (formula2 !== undefined && formula2 !== null) this.model.formula2 = asFormula(formula2);
    this.model.operator = lowered(operator);
    this.changed();
  }
}

class TextConditionalFormat extends Kind {
  readonly apiClass = 'TextConditionalFormat';
  override get scalars(): readonly string[] {
    return ['rule'];
  }
  get rule(): Readonly<Record<string, string>> {
    const { formula = '', operator = '' } = this.model;
    return { text: formula, operator: operator.charAt(0).toUpperCase() + operator.slice(1) };
  }
  set rule(input: unknown) {
    const { text, operator } = record(input);
    if (typeof text !== 'string') throw invalidArgument();
    this.model.formula = text;
    this.model.operator = lowered(operator);
    this.changed();
  }
}

function record(input: unknown): Readonly<Record<string, unknown>> & { formula1?: unknown; formula2?: unknown; operator?: unknown; text?: unknown } {
  if (typeof input !== 'object' || input === null) throw invalidArgument();
  return { ...input };
}

function asFormula(input: unknown): string {
  if (typeof input === 'number') return `=${input}`;
  if (typeof input !== 'string' || input === '') throw invalidArgument();
  return input.startsWith('=') ? input : `=${input}`;
}

function lowered(operator: unknown): string {
  if (typeof operator !== 'string' || operator === '') throw invalidArgument();
  return operator.charAt(0).toLowerCase() + operator.slice(1);
}
