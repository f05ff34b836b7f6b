import { areaOf, MAX_COLUMNS } from '../../model/areas.ts';
import type { PageSetup, Sheet } from '../../model/book.ts';
import { ApiObject } from '../api-object.ts';
import type { HostContext } from '../context.ts';
import { invalidArgument, itemNotFound } from '../errors.ts';
import { entryOf, keyOf } from './format-part.ts';
import type { Range } from './range.ts';

const ORIENTATIONS = { Portrait: 'portrait', Landscape: 'landscape' } as const;
/** Paper as .xlsx numbers it. */
const PAPERS = { Letter: 1, Legal: 5, A3: 8, A4: 9, A5: 11, B4: 12, B5: 13 } as const;

/** How a sheet is printed: direction, paper, fitting to pages, centring and the rows printed again on every page. */
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
    return ['orientation', 'paperSize', 'zoom', 'centerHorizontally'];
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

  get #page(): PageSetup {
    return this.#sheet.page ?? {};
  }
  #set(change: PageSetup): void {
    this.#sheet.page = { ...this.#sheet.page, ...change };
    this.#context.changed('page', this.#sheet);
  }
}
