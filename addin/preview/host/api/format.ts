import { invalidArgument } from '../errors.ts';
import { cellText } from '../number-text.ts';
import { holdsCell, isWholeColumns } from '../../model/areas.ts';
import type { Area } from '../../model/book.ts';
import { DEFAULT_HEIGHT, DEFAULT_WIDTH, POINTS_PER_CHARACTER } from '../../model/geometry.ts';
import { RangeBorderCollection } from './borders.ts';
import { finite } from './cells.ts';
import { FormatProtection, RangeFill, RangeFont } from './fill-and-font.ts';
import { entryOf, FormatPart, keyOf, without } from './format-part.ts';
import { changeLines } from './lines.ts';

const HORIZONTAL = {
  General: undefined,
  Left: 'left',
  Center: 'center',
  Right: 'right',
  Justify: 'justify',
  Fill: 'fill',
  Distributed: 'distributed',
} as const;
const VERTICAL = { Top: 'top', Center: 'middle', Bottom: 'bottom' } as const;

/** Excel's RangeFormat, over one area or several. */
export class RangeFormat extends FormatPart {
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
    this.restyle((style) => (horizontal ? { ...style, horizontal } : without(style, 'horizontal')));
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
