import { areaOf, MAX_COLUMNS, MAX_ROWS } from '../../model/areas.ts';
import type { Sheet } from '../../model/book.ts';
import { ApiObject } from '../api-object.ts';
import type { HostContext } from '../context.ts';
import { accessDenied, invalidArgument, itemNotFound } from '../errors.ts';
import { SheetAutoFilter } from './auto-filter.ts';
import { ChartCollection } from './charts.ts';
import { colourOf } from './colour.ts';
import { CommentCollection } from './comments.ts';
import { WorksheetFreezePanes } from './freeze-panes.ts';
import { PageLayout } from './page-layout.ts';
import { WorksheetProtection } from './protection.ts';
import type { Range } from './range.ts';
import type { RangeAreas } from './range-areas.ts';
import { TableCollection } from './tables.ts';
import { requireSheetName } from './worksheets.ts';

const VISIBILITIES = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

export class Worksheet extends ApiObject {
  readonly apiClass = 'Worksheet';
  readonly context: HostContext;
  readonly sheet: Sheet;

  constructor(context: HostContext, sheet: Sheet) {
    super();
    this.context = context;
    this.sheet = sheet;
  }

  override get scalars(): readonly string[] {
    return ['id', 'name', 'position', 'tabColor', 'visibility'];
  }
  override get identity(): Readonly<Record<string, unknown>> {
    return { Id: this.id };
  }

  get id(): string {
    return this.sheet.id;
  }
  get name(): string {
    return this.sheet.name;
  }
  set name(name: string) {
    this.sheet.name = requireSheetName(this.context, name, this.sheet);
    this.context.changed('sheets', this.sheet);
  }
  get position(): number {
    return this.context.book.sheets.indexOf(this.sheet);
  }
  set position(place: number) {
    const { sheets } = this.context.book;
    if (!Number.isInteger(place) || place < 0 || place >= sheets.length) throw invalidArgument();
    sheets.splice(this.position, 1);
    sheets.splice(place, 0, this.sheet);
    this.context.changed('sheets', this.sheet);
  }
  get visibility(): string {
    return VISIBILITIES[this.sheet.visibility];
  }
  set visibility(name: string) {
    const visibility = (['visible', 'hidden', 'veryHidden'] as const).find((key) => VISIBILITIES[key] === name);
    if (!visibility) throw invalidArgument();
    if (visibility !== 'visible' && this.#isOnlyVisible()) throw accessDenied();
    this.sheet.visibility = visibility;
    if (visibility !== 'visible' && this.context.book.activeSheet === this.sheet) this.#activateAnother();
    this.context.changed('sheets', this.sheet);
  }
  /** `''` without a colour. */
  get tabColor(): string {
    return this.sheet.tabColor ?? '';
  }
  set tabColor(colour: unknown) {
    this.sheet.tabColor = colour === '' ? null : colourOf(colour);
    this.context.changed('sheets', this.sheet);
  }

  get autoFilter(): SheetAutoFilter {
    return new SheetAutoFilter(this.context, this.sheet);
  }
  get charts(): ChartCollection {
    return new ChartCollection(this.context, this.sheet);
  }
  get comments(): CommentCollection {
    return new CommentCollection(this.context, this.sheet);
  }
  get freezePanes(): WorksheetFreezePanes {
    return new WorksheetFreezePanes(this.context, this.sheet);
  }
  get pageLayout(): PageLayout {
    return new PageLayout(this.context, this.sheet);
  }
  get protection(): WorksheetProtection {
    return new WorksheetProtection(this.context, this.sheet);
  }
  get tables(): TableCollection {
    return new TableCollection(this.context, this.sheet);
  }

  /** The whole sheet without an address; a defined name's or table's range by its name. */
  getRange(address?: string | null): Range {
    if (address === undefined || address === null || address === '') return this.getRangeByIndexes(0, 0, MAX_ROWS, MAX_COLUMNS);
    const place = this.context.place(address, this.sheet);
    return this.context.make.range(place.sheet, place.area);
  }
  /** @param address one or several, separated by commas */
  getRanges(address?: string | null): RangeAreas {
    if (!address) throw invalidArgument();
    return this.context.make.rangeAreas(
      this.sheet,
      address.split(',').map((one) => this.context.place(one, this.sheet).area),
    );
  }
  getRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    if (![row, column, rows, columns].every(Number.isInteger)) throw invalidArgument();
    return this.context.make.range(this.sheet, areaOf(row, column, rows, columns));
  }
  getCell(row: number, column: number): Range {
    return this.getRangeByIndexes(row, column, 1, 1);
  }
  getUsedRange(valuesOnly?: boolean | null): Range {
    return this.getRange().getUsedRange(valuesOnly);
  }
  getUsedRangeOrNullObject(valuesOnly?: boolean | null): Range | null {
    return this.getRange().getUsedRangeOrNullObject(valuesOnly);
  }
  getNextOrNullObject(visibleOnly?: boolean | null): Worksheet | null {
    return this.#neighbour(1, visibleOnly);
  }
  getPreviousOrNullObject(visibleOnly?: boolean | null): Worksheet | null {
    return this.#neighbour(-1, visibleOnly);
  }

  activate(): void {
    if (this.sheet.visibility !== 'visible') throw itemNotFound();
    this.context.book.activeSheet = this.sheet;
    this.context.changed('selection', this.sheet);
  }
  delete(): void {
    const { book } = this.context;
    if (this.sheet.visibility === 'veryHidden' || this.#isOnlyVisible()) throw accessDenied();
    if (book.activeSheet === this.sheet) this.#activateAnother();
    book.sheets.splice(book.sheets.indexOf(this.sheet), 1);
    this.context.changed('sheets', this.sheet);
  }

  #isOnlyVisible(): boolean {
    return this.context.book.sheets.every((sheet) => sheet === this.sheet || sheet.visibility !== 'visible') && this.sheet.visibility === 'visible';
  }
  #activateAnother(): void {
    const another = this.#neighbour(1, true) ?? this.#neighbour(-1, true);
    if (another) this.context.book.activeSheet = another.sheet;
  }
  #neighbour(step: 1 | -1, visibleOnly: boolean | null | undefined): Worksheet | null {
    const { sheets } = this.context.book;
    for (let index = this.position + step; index >= 0 && index < sheets.length; index += step) {
      const sheet = sheets[index];
      if (sheet && (!visibleOnly || sheet.visibility === 'visible')) return this.context.make.worksheet(sheet);
    }
    return null;
  }
}
