import { ApiCollection, ApiObject } from '../api-object.ts';
import type { HostContext } from '../context.ts';
import { invalidArgument, itemNotFound } from '../errors.ts';
import { cellText } from '../number-text.ts';
import { holdsCell, isWholeColumns } from '../../model/areas.ts';
import type { Area, Border, Font, Sheet, Style } from '../../model/book.ts';
import { colourOf } from './colour.ts';
import { common, finite, restyle } from './cells.ts';
import { changeLines } from './lines.ts';

/** Points per character of column width in the default font; Excel's own ratio depends on the font. */
const POINTS_PER_CHARACTER = 5.25;
const DEFAULT_WIDTH = 8.43;
const DEFAULT_HEIGHT = 15;

abstract class Part extends ApiObject {
  readonly context: HostContext;
  readonly sheet: Sheet;
  readonly areas: readonly Area[];

  constructor(context: HostContext, sheet: Sheet, areas: readonly Area[]) {
    super();
    this.context = context;
    this.sheet = sheet;
    this.areas = areas;
  }

  protected common<T>(read: (style: Style | undefined) => T): T | null {
    return common(this.sheet, this.areas, read);
  }
  protected restyle(change: (style: Style, row: number, column: number) => Style): void {
    restyle(this.context, this.sheet, this.areas, change);
  }
}

const HORIZONTAL = { General: undefined, Left: 'left', Center: 'center', Right: 'right', Justify: 'justify', Fill: 'fill', Distributed: 'distributed' } as const;
const VERTICAL = { Top: 'top', Center: 'middle', Bottom: 'bottom' } as const;

/** Excel's RangeFormat, over one area or several. */
export class RangeFormat extends Part {
  readonly apiClass = 'RangeFormat';

  override get scalars(): readonly string[] {
    return ['columnWidth', 'horizontalAlignment', 'rowHeight', 'useStandardWidth', 'verticalAlignment', 'wrapText'];
  }

  get fill(): RangeFill {
    return new RangeFill(this.context, this.sheet, this.areas);
  }
  get font(): RangeFont {
    return new RangeFont(this.context, this.sheet, this.areas);
  }
  get borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.context, this.sheet, this.areas);
  }
  get protection(): FormatProtection {
    return new FormatProtection(this.context, this.sheet, this.areas);
  }

  get wrapText(): boolean | null {
    return this.common((style) => style?.wrap ?? false);
  }
  set wrapText(wrap: boolean) {
    this.restyle((style) => ({ ...style, wrap }));
  }
  get horizontalAlignment(): string | null {
    return this.common((style) => keyOf(HORIZONTAL, style?.horizontal));
  }
  set horizontalAlignment(name: string) {
    const horizontal = entryOf(HORIZONTAL, name);
    this.restyle(({ horizontal: _, ...style }) => (horizontal ? { ...style, horizontal } : style));
  }
  get verticalAlignment(): string | null {
    return this.common((style) => keyOf(VERTICAL, style?.vertical ?? 'bottom'));
  }
  set verticalAlignment(name: string) {
    const vertical = entryOf(VERTICAL, name);
    this.restyle((style) => ({ ...style, vertical }));
  }

  /** In points; null when columns differ. */
  get columnWidth(): number | null {
    return same(this.areas, 'column', (column) => (this.sheet.columns.get(column)?.width ?? DEFAULT_WIDTH) * POINTS_PER_CHARACTER);
  }
  set columnWidth(points: number) {
    if (typeof points !== 'number' || points < 0) throw invalidArgument();
    for (const area of this.areas) changeLines(this.context, this.sheet, 'columns', area, { width: points / POINTS_PER_CHARACTER });
  }
  /** Whether columns have the sheet's standard width; null when they differ. */
  get useStandardWidth(): boolean | null {
    return same(this.areas, 'column', (column) => this.sheet.columns.get(column)?.width === undefined);
  }
  /** Setting false changes nothing, as in Excel. */
  set useStandardWidth(isStandard: boolean) {
    this.context.requireWritable(this.sheet);
    if (!isStandard) return;
    for (const area of this.areas) for (let column = area.column; column < area.column + area.columns; column++) delete this.sheet.columns.get(column)?.width;
    this.context.changed('columns', this.sheet);
  }
  get rowHeight(): number | null {
    return same(this.areas, 'row', (row) => this.sheet.rows.get(row)?.height ?? DEFAULT_HEIGHT);
  }
  set rowHeight(height: number) {
    if (typeof height !== 'number' || height < 0) throw invalidArgument();
    for (const area of this.areas) changeLines(this.context, this.sheet, 'rows', area, { height });
  }

  /** Widths by the length of the longest text, a full-width character counting twice. */
  autofitColumns(): void {
    for (const whole of this.areas) {
      const area = finite(this.sheet, whole);
      const widths = new Map<number, number>();
      for (const [row, line] of this.sheet.cells) {
        for (const [column, cell] of line) {
          if (!isWholeColumns(whole) && !holdsCell(area, row, column)) continue;
          if (column < area.column || column >= area.column + area.columns) continue;
          widths.set(column, Math.max(widths.get(column) ?? 0, textWidth(cellText(cell.value, cell.style?.numberFormat))));
        }
      }
      for (const [column, width] of widths) {
        if (width > 0) changeLines(this.context, this.sheet, 'columns', { ...area, column, columns: 1 }, { width: Math.min(255, width + 1) });
      }
    }
  }
  /** Rows get their height from the view again. */
  autofitRows(): void {
    this.context.requireWritable(this.sheet);
    for (const whole of this.areas) {
      const area = finite(this.sheet, whole);
      for (let row = area.row; row < area.row + area.rows; row++) delete this.sheet.rows.get(row)?.height;
    }
    this.context.changed('rows', this.sheet);
  }
}

class RangeFill extends Part {
  readonly apiClass = 'RangeFill';
  override get scalars(): readonly string[] {
    return ['color'];
  }
  /** `#FFFFFF` without a fill; `''` when cells differ. */
  get color(): string {
    return this.common((style) => style?.fill ?? '#FFFFFF') ?? '';
  }
  set color(value: unknown) {
    const fill = colourOf(value);
    this.restyle((style) => ({ ...style, fill }));
  }
  clear(): void {
    this.restyle(({ fill: _, ...style }) => style);
  }
}

class RangeFont extends Part {
  readonly apiClass = 'RangeFont';
  override get scalars(): readonly string[] {
    return ['bold', 'color', 'italic', 'name', 'size', 'strikethrough', 'underline'];
  }
  get bold(): boolean | null {
    return this.common((style) => style?.font?.bold ?? false);
  }
  set bold(bold: boolean) {
    this.#set({ bold });
  }
  get italic(): boolean | null {
    return this.common((style) => style?.font?.italic ?? false);
  }
  set italic(italic: boolean) {
    this.#set({ italic });
  }
  get strikethrough(): boolean | null {
    return this.common((style) => style?.font?.strike ?? false);
  }
  set strikethrough(strike: boolean) {
    this.#set({ strike });
  }
  /** `None` or `Single`; other underlines are drawn as single. */
  get underline(): string | null {
    return this.common((style) => (style?.font?.underline ? 'Single' : 'None'));
  }
  set underline(kind: string) {
    this.#set({ underline: kind !== 'None' });
  }
  get color(): string {
    return this.common((style) => style?.font?.color ?? '#000000') ?? '';
  }
  set color(value: unknown) {
    this.#set({ color: colourOf(value) });
  }
  get name(): string | null {
    return this.common((style) => style?.font?.name ?? 'Calibri');
  }
  set name(name: string) {
    this.#set({ name });
  }
  get size(): number | null {
    return this.common((style) => style?.font?.size ?? 11);
  }
  set size(size: number) {
    this.#set({ size });
  }
  #set(font: Font): void {
    this.restyle((style) => ({ ...style, font: { ...style.font, ...font } }));
  }
}

class FormatProtection extends Part {
  readonly apiClass = 'FormatProtection';
  override get scalars(): readonly string[] {
    return ['locked'];
  }
  get locked(): boolean | null {
    return this.common((style) => style?.locked ?? true);
  }
  set locked(locked: boolean) {
    this.restyle((style) => ({ ...style, locked }));
  }
}

const EDGES = { EdgeTop: 'top', EdgeRight: 'right', EdgeBottom: 'bottom', EdgeLeft: 'left', InsideHorizontal: null, InsideVertical: null } as const;
type Edge = keyof typeof EDGES;

class RangeBorderCollection extends ApiCollection<RangeBorder> {
  readonly apiClass = 'RangeBorderCollection';
  readonly #parts: ConstructorParameters<typeof Part>;
  constructor(...parts: ConstructorParameters<typeof Part>) {
    super();
    this.#parts = parts;
  }
  get items(): readonly RangeBorder[] {
    return Object.keys(EDGES).map((edge) => new RangeBorder(edge as Edge, ...this.#parts));
  }
  getItem(index: string): RangeBorder {
    if (!(index in EDGES)) throw itemNotFound();
    return new RangeBorder(index as Edge, ...this.#parts);
  }
}

const DASHES = { Continuous: 'thin', Dash: 'dashed', Dot: 'dotted', Double: 'double' } as const;
const WEIGHTS = { Hairline: 'hair', Thin: 'thin', Medium: 'medium', Thick: 'thick' } as const;

class RangeBorder extends Part {
  readonly apiClass = 'RangeBorder';
  readonly #edge: Edge;
  constructor(edge: Edge, ...parts: ConstructorParameters<typeof Part>) {
    super(...parts);
    this.#edge = edge;
  }
  override get scalars(): readonly string[] {
    return ['color', 'sideIndex', 'style', 'weight'];
  }
  get sideIndex(): string {
    return this.#edge;
  }
  get style(): string {
    const style = this.#first()?.style;
    return style === undefined ? 'None' : style in { dashed: 1, dotted: 1, double: 1 } ? keyOf(DASHES, style as 'dashed') : 'Continuous';
  }
  set style(name: string) {
    this.#set(name === 'None' ? null : { style: entryOf(DASHES, name) });
  }
  get weight(): string {
    const style = this.#first()?.style ?? 'thin';
    return style in { hair: 1, thin: 1, medium: 1, thick: 1 } ? keyOf(WEIGHTS, style as 'thin') : 'Thin';
  }
  set weight(name: string) {
    this.#set({ style: entryOf(WEIGHTS, name) });
  }
  get color(): string {
    return this.#first()?.color ?? '#000000';
  }
  set color(value: unknown) {
    this.#set({ color: colourOf(value) });
  }
  #first(): Border | undefined {
    const area = this.areas[0];
    const side = EDGES[this.#edge] ?? (this.#edge === 'InsideHorizontal' ? 'bottom' : 'right');
    return area && this.sheet.cells.get(area.row)?.get(area.column)?.style?.borders?.[side];
  }
  #set(change: Partial<Border> | null): void {
    for (const area of this.areas) {
      const within = finite(this.sheet, area);
      for (const [part, side] of strips(within, this.#edge)) {
        restyle(this.context, this.sheet, [part], (style) => {
          const { [side]: old, ...others } = style.borders ?? {};
          return { ...style, borders: change ? { ...others, [side]: { style: 'thin', ...old, ...change } } : others };
        });
      }
    }
  }
}

/** The cells an edge of the area runs along, and the side of them it is. */
function strips(area: Area, edge: Edge): readonly (readonly [Area, 'top' | 'right' | 'bottom' | 'left'])[] {
  const { row, column, rows, columns } = area;
  switch (edge) {
    case 'EdgeTop':
      return [[{ ...area, rows: 1 }, 'top']];
    case 'EdgeBottom':
      return [[{ ...area, row: row + rows - 1, rows: 1 }, 'bottom']];
    case 'EdgeLeft':
      return [[{ ...area, columns: 1 }, 'left']];
    case 'EdgeRight':
      return [[{ ...area, column: column + columns - 1, columns: 1 }, 'right']];
    case 'InsideHorizontal':
      return rows > 1 ? [[{ ...area, rows: rows - 1 }, 'bottom']] : [];
    case 'InsideVertical':
      return columns > 1 ? [[{ ...area, columns: columns - 1 }, 'right']] : [];
  }
}

function keyOf<T extends Readonly<Record<string, unknown>>>(table: T, value: T[keyof T]): string {
  return Object.keys(table).find((key) => table[key] === value) ?? '';
}

function entryOf<T extends Readonly<Record<string, unknown>>>(table: T, key: string): T[keyof T] {
  if (!Object.hasOwn(table, key)) throw invalidArgument();
  return table[key as keyof T];
}

function same<T extends number | boolean>(areas: readonly Area[], axis: 'row' | 'column', read: (index: number) => T): T | null {
  let found: T | undefined;
  for (const area of areas) {
    const [first, count] = axis === 'row' ? [area.row, area.rows] : [area.column, area.columns];
    for (let index = first; index < first + Math.min(count, 20_000); index++) {
      const value = read(index);
      if (found !== undefined && found !== value) return null;
      found = value;
    }
  }
  return found ?? null;
}

function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return width;
}
