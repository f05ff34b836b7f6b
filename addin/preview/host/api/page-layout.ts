import { areaOf, MAX_COLUMNS } from '../../model/areas.ts';
import type { Sheet } from '../../model/book.ts';
import type { Margins, PageSetup } from '../../model/page-setup.ts';
import { ApiObject } from '../api-object.ts';
import type { HostContext } from '../context.ts';
import { invalidArgument, itemNotFound } from '../errors.ts';
import { entryOf, hasKey, keyOf } from './format-part.ts';
import { HeaderFooterGroup } from './headers-footers.ts';
import type { Range } from './range.ts';
import type { RangeAreas } from './range-areas.ts';

const ORIENTATIONS = { Portrait: 'portrait', Landscape: 'landscape' } as const;
/** Paper as .xlsx numbers it. */
const PAPERS = { Letter: 1, Legal: 5, A3: 8, A4: 9, A5: 11, B4: 12, B5: 13 } as const;

/** Excel's normal margins, in points. */
const MARGINS: Margins = { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 };
const POINTS_PER = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;

/** How a sheet is printed: direction, paper, margins, fitting to pages, centring, headers and footers, what is printed and what again on every page. */
export class PageLayout extends ApiObject {
  readonly apiClass = 'PageLayout';
  readonly #context: HostContext;
  readonly #sheet: Sheet;

  constructor(context: HostContext, sheet: Sheet) {
    super();
    this.#context = context;
    this.#sheet = sheet;
  }

  override get scalars(): readonly string[] {
    const margins = ['leftMargin', 'rightMargin', 'topMargin', 'bottomMargin', 'headerMargin', 'footerMargin'];
    return ['orientation', 'paperSize', 'zoom', 'centerHorizontally', ...margins];
  }
  get orientation(): string {
    return keyOf(ORIENTATIONS, this.#page.orientation ?? 'portrait');
  }
  set orientation(name: string) {
    this.#set({ orientation: entryOf(ORIENTATIONS, name) });
  }
  get paperSize(): string {
    return Object.entries(PAPERS).find(([, number]) => number === this.#page.paper)?.[0] ?? '';
  }
  set paperSize(name: string) {
    this.#set({ paper: entryOf(PAPERS, name) });
  }
  /** Pages to fit; a scale in percent is not modelled. */
  get zoom(): Readonly<Record<string, number | null>> {
    const { fit } = this.#page;
    return { horizontalFitToPages: fit?.wide || null, verticalFitToPages: fit?.tall || null, scale: fit ? null : 100 };
  }
  set zoom(input: unknown) {
    if (typeof input !== 'object' || input === null || 'scale' in input) throw invalidArgument();
    const pages = (name: string): number => {
      const count = (input as Readonly<Record<string, unknown>>)[name] ?? 0;
      if (typeof count !== 'number' || !Number.isInteger(count) || count < 0) throw invalidArgument();
      return count;
    };
    this.#set({ fit: { wide: pages('horizontalFitToPages'), tall: pages('verticalFitToPages') } });
  }
  get centerHorizontally(): boolean {
    return this.#page.isCentered ?? false;
  }
  set centerHorizontally(isCentered: boolean) {
    this.#set({ isCentered });
  }

  get leftMargin(): number {
    return this.#margins.left;
  }
  set leftMargin(points: number) {
    this.#setMargins({ left: points });
  }
  get rightMargin(): number {
    return this.#margins.right;
  }
  set rightMargin(points: number) {
    this.#setMargins({ right: points });
  }
  get topMargin(): number {
    return this.#margins.top;
  }
  set topMargin(points: number) {
    this.#setMargins({ top: points });
  }
  get bottomMargin(): number {
    return this.#margins.bottom;
  }
  set bottomMargin(points: number) {
    this.#setMargins({ bottom: points });
  }
  get headerMargin(): number {
    return this.#margins.header;
  }
  set headerMargin(points: number) {
    this.#setMargins({ header: points });
  }
  get footerMargin(): number {
    return this.#margins.footer;
  }
  set footerMargin(points: number) {
    this.#setMargins({ footer: points });
  }
  get headersFooters(): HeaderFooterGroup {
    return new HeaderFooterGroup(this.#context, this.#sheet);
  }

  /** @param options such as `{ top: 2, bottom: 1.5 }`, in the unit given */
  setPrintMargins(unit: string, options: unknown): void {
    const factor = entryOf(POINTS_PER, unit);
    if (typeof options !== 'object' || options === null) throw invalidArgument();
    const given = Object.entries(options as Readonly<Record<string, unknown>>).filter(([, size]) => size !== undefined && size !== null);
    if (given.some(([side, size]) => !hasKey(MARGINS, side) || typeof size !== 'number')) throw invalidArgument();
    this.#setMargins(Object.fromEntries(given.map(([side, size]) => [side, Number(size) * factor])));
  }
  /** @param area a Range, or an address on this sheet */
  setPrintArea(area: unknown): void {
    this.#set({ printArea: this.#context.place(area, this.#sheet).area });
  }
  getPrintAreaOrNullObject(): RangeAreas | null {
    const { printArea } = this.#page;
    return printArea ? this.#context.make.rangeAreas(this.#sheet, [printArea]) : null;
  }
  getPrintArea(): RangeAreas {
    const areas = this.getPrintAreaOrNullObject();
    if (!areas) throw itemNotFound();
    return areas;
  }
  /** @param rows whole rows: a Range, or an address such as `$1:$2` */
  setPrintTitleRows(rows: unknown): void {
    const { area } = this.#context.place(rows, this.#sheet);
    this.#set({ titleRows: { first: area.row, count: area.rows } });
  }
  getPrintTitleRows(): Range {
    const range = this.getPrintTitleRowsOrNullObject();
    if (!range) throw itemNotFound();
    return range;
  }
  getPrintTitleRowsOrNullObject(): Range | null {
    const { titleRows } = this.#page;
    return titleRows ? this.#context.make.range(this.#sheet, areaOf(titleRows.first, 0, titleRows.count, MAX_COLUMNS)) : null;
  }

  get #margins(): Margins {
    return this.#page.margins ?? MARGINS;
  }
  #setMargins(change: Partial<Margins>): void {
    if (Object.values(change).some((points) => typeof points !== 'number' || !(points >= 0))) throw invalidArgument();
    this.#set({ margins: { ...this.#margins, ...change } });
  }
  get #page(): PageSetup {
    return this.#sheet.page ?? {};
  }
  #set(change: PageSetup): void {
    this.#sheet.page = { ...this.#sheet.page, ...change };
    this.#context.changed('page', this.#sheet);
  }
}
