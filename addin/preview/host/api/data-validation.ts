import { ApiObject } from '../api-object.ts';
import type { HostContext } from '../context.ts';
import { invalidArgument, notImplemented } from '../errors.ts';
import { holds, overlaps, subtract } from '../../model/areas.ts';
import { areaAddress, quotedSheetName } from '../../model/address.ts';
import type { Area, Sheet, Validation } from '../../model/book.ts';
import { RangeGeometry } from './range-geometry.ts';

/** Excel's DataValidation of a range: lists; of other kinds only that they are there. */
export class DataValidation extends ApiObject {
  readonly apiClass = 'DataValidation';
  readonly #context: HostContext;
  readonly #sheet: Sheet;
  readonly #area: Area;

  constructor(context: HostContext, sheet: Sheet, area: Area) {
    super();
    this.#context = context;
    this.#sheet = sheet;
    this.#area = area;
  }

  override get scalars(): readonly string[] {
    return ['errorAlert', 'rule', 'type'];
  }

  /** `None`, `List`, `Inconsistent` when only part of the range has it, `MixedCriteria` when several meet in it. */
  get type(): string {
    const [first, ...more] = this.#touching();
    if (!first) return 'None';
    if (more.length > 0) return 'MixedCriteria';
    if (!first.areas.some((area) => holds(area, this.#area))) return 'Inconsistent';
    if (first.list === undefined) throw notImplemented('DataValidation.type of a kind other than List');
    return 'List';
  }
  get rule(): Readonly<Record<string, unknown>> {
    const list = this.#only()?.list;
    return list === undefined ? {} : { list: { inCellDropDown: true, source: typeof list === 'string' ? list : list.join(',') } };
  }
  set rule(input: unknown) {
    if (typeof input !== 'object' || input === null) throw invalidArgument();
    if (!('list' in input)) throw notImplemented(`DataValidation.rule.${Object.keys(input).join()}`);
    const list = listOf(input.list);
    this.#replace({ areas: [this.#area], list });
  }
  get errorAlert(): Readonly<Record<string, unknown>> {
    const alert = this.#only()?.errorAlert;
    return { message: alert?.message ?? '', showAlert: alert !== undefined, style: 'Stop', title: alert?.title ?? '' };
  }
  set errorAlert(input: unknown) {
    const current = this.#only();
    if (!current || typeof input !== 'object' || input === null) throw invalidArgument();
    const { title = '', message = '', showAlert = true } = input as { title?: string; message?: string; showAlert?: boolean };
    const { errorAlert: _before, ...bare } = current;
    this.#replace({ ...bare, areas: [this.#area], ...(showAlert && { errorAlert: { title, message } }) });
  }
  clear(): void {
    this.#replace(null);
  }

  #touching(): readonly Validation[] {
    return this.#sheet.validations.filter((validation) => validation.areas.some((area) => overlaps(area, this.#area)));
  }
  #only(): Validation | undefined {
    return this.#touching().find((validation) => validation.areas.some((area) => holds(area, this.#area)));
  }
  #replace(validation: Validation | null): void {
    this.#context.requireWritable(this.#sheet);
    const others = this.#sheet.validations
      .map((one) => (one.areas.some((area) => overlaps(area, this.#area)) ? { ...one, areas: one.areas.flatMap((area) => subtract(area, this.#area)) } : one))
      .filter((one) => one.areas.length > 0);
    this.#sheet.validations = validation ? [...others, validation] : others;
    this.#context.changed('validations', this.#sheet);
  }
}

function listOf(input: unknown): readonly string[] | string {
  const source: unknown = typeof input === 'object' && input !== null && 'source' in input ? input.source : undefined;
  if (source instanceof RangeGeometry) return `=${quotedSheetName(source.sheet.name)}!${areaAddress(source.area, true)}`;
  if (typeof source !== 'string' || source === '') throw invalidArgument();
  return source.startsWith('=') ? source : source.split(',').map((item) => item.trim());
}
