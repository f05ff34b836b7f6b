import { BorderStyleTypes, HorizontalAlign, VerticalAlign, WrapStrategy } from '@univerjs/core';
import type { IBorderData, IBorderStyleData, IStyleData, Nullable, Styles } from '@univerjs/core';
import type { Border, Font, Style } from '../model/book.ts';

const HORIZONTAL: Record<NonNullable<Style['horizontal']>, HorizontalAlign> = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  justify: HorizontalAlign.JUSTIFIED,
  fill: HorizontalAlign.LEFT,
  distributed: HorizontalAlign.DISTRIBUTED,
};
const VERTICAL: Record<NonNullable<Style['vertical']>, VerticalAlign> = { top: VerticalAlign.TOP, middle: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM };
const BORDER: Record<Border['style'], BorderStyleTypes> = {
  thin: BorderStyleTypes.THIN,
  medium: BorderStyleTypes.MEDIUM,
  thick: BorderStyleTypes.THICK,
  dashed: BorderStyleTypes.DASHED,
  dotted: BorderStyleTypes.DOTTED,
  double: BorderStyleTypes.DOUBLE,
  hair: BorderStyleTypes.HAIR,
};

/** A style as Univer keeps it, with the number of the model's style it was made from. Univer carries the mark along when it changes the rest. */
interface MarkedStyle extends IStyleData {
  mark?: number;
}

/** Between the model's styles and Univer's: each model style has one Univer style, and comes back as itself as long as nobody changed it. */
export class StyleTable {
  readonly #styles: Style[] = [];
  readonly #marks = new Map<Style, number>();
  readonly #drawn: string[] = [];
  readonly #read = new Map<string, Style | undefined>();

  /** The id under which Univer's `styles` holds a model style; adds it there when it is new. */
  idOf(style: Style, styles: Pick<Styles, 'get' | 'addCustomStyle'>): string {
    const mark = this.#markOf(style);
    const id = `model-${mark}`;
    if (!styles.get(id)) styles.addCustomStyle(id, { ...lookOf(style), mark } as IStyleData);
    return id;
  }

  /** The model style of a Univer style: the one it was made from, or, changed, a new one that keeps that one's origin. */
  read(data: Nullable<IStyleData>): Style | undefined {
    if (!data) return undefined;
    const key = JSON.stringify(data);
    if (!this.#read.has(key)) this.#read.set(key, this.#interpret(data));
    return this.#read.get(key);
  }

  #markOf(style: Style): number {
    const known = this.#marks.get(style);
    if (known !== undefined) return known;
    const mark = this.#styles.push(style) - 1;
    this.#marks.set(style, mark);
    this.#drawn[mark] = fingerprint(lookOf(style));
    return mark;
  }

  #interpret(data: MarkedStyle): Style | undefined {
    const { mark, ...look } = data;
    const from = mark === undefined ? undefined : this.#styles[mark];
    if (from && mark !== undefined && fingerprint(look) === this.#drawn[mark]) return from;
    const style = styleOf(look, from);
    if (Object.keys(style).length === 0) return undefined;
    this.#markOf(style);
    return style;
  }
}

function fingerprint(data: IStyleData): string {
  const entries = Object.entries(data).filter(([, value]) => value !== null && value !== undefined);
  return JSON.stringify(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** What Univer draws of a model style, without a mark; also the format of a conditional format. */
function lookOf(style: Style): IStyleData {
  const { font, borders } = style;
  const data: IStyleData = font ? fontLook(font) : {};
  if (style.numberFormat !== undefined && style.numberFormat !== 'General') data.n = { pattern: style.numberFormat };
  if (style.fill !== undefined) data.bg = { rgb: style.fill };
  if (style.horizontal) data.ht = HORIZONTAL[style.horizontal];
  data.vt = VERTICAL[style.vertical ?? 'bottom'];
  if (style.wrap) data.tb = WrapStrategy.WRAP;
  if (borders) data.bd = bordersLook(borders);
  return data;
}

/** What Univer draws of a font. */
export function fontLook(font: Font): IStyleData {
  const data: IStyleData = {};
  if (font.name !== undefined) data.ff = font.name;
  if (font.size !== undefined) data.fs = font.size;
  if (font.bold) data.bl = 1;
  if (font.italic) data.it = 1;
  if (font.underline) data.ul = { s: 1 };
  if (font.strike) data.st = { s: 1 };
  if (font.color !== undefined) data.cl = { rgb: font.color };
  return data;
}

/** What Univer draws of a cell's borders. */
export function bordersLook({ top, right, bottom, left }: NonNullable<Style['borders']>): IBorderData {
  return {
    ...(top && { t: borderLook(top) }),
    ...(right && { r: borderLook(right) }),
    ...(bottom && { b: borderLook(bottom) }),
    ...(left && { l: borderLook(left) }),
  };
}

function borderLook(border: Border): IBorderStyleData {
  return { s: BORDER[border.style], cl: { rgb: border.color ?? '#000000' } };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function styleOf(data: IStyleData, from: Style | undefined): Style {
  const style: Mutable<Style> = {};
  const font = fontOf(data);
  if (data.n?.pattern) style.numberFormat = data.n.pattern;
  if (data.bg?.rgb) style.fill = hexOf(data.bg.rgb);
  if (Object.keys(font).length > 0) style.font = font;
  const horizontal = from?.horizontal && HORIZONTAL[from.horizontal] === data.ht ? from.horizontal : keyOf(HORIZONTAL, data.ht);
  if (horizontal) style.horizontal = horizontal;
  const vertical = keyOf(VERTICAL, data.vt);
  if (vertical && (vertical !== 'bottom' || from?.vertical === 'bottom')) style.vertical = vertical;
  if (data.tb === WrapStrategy.WRAP) style.wrap = true;
  const borders = bordersOf(data);
  if (borders) style.borders = borders;
  if (from?.locked !== undefined) style.locked = from.locked;
  if (from?.origin !== undefined) style.origin = from.origin;
  return style;
}

function fontOf(data: IStyleData): Font {
  const font: Mutable<Font> = {};
  if (data.ff) font.name = data.ff;
  if (data.fs !== undefined) font.size = data.fs;
  if (data.bl) font.bold = true;
  if (data.it) font.italic = true;
  if (data.ul?.s) font.underline = true;
  if (data.st?.s) font.strike = true;
  if (data.cl?.rgb) font.color = hexOf(data.cl.rgb);
  return font;
}

function bordersOf({ bd }: IStyleData): Style['borders'] {
  if (!bd) return undefined;
  const sides = { top: bd.t, right: bd.r, bottom: bd.b, left: bd.l };
  const drawn = Object.entries(sides).flatMap(([side, line]) => (line ? [[side, borderOf(line)] as const] : []));
  return drawn.length > 0 ? Object.fromEntries(drawn) : undefined;
}

function borderOf(line: IBorderStyleData): Border {
  const style = keyOf(BORDER, line.s) ?? 'thin';
  return line.cl.rgb ? { style, color: hexOf(line.cl.rgb) } : { style };
}

function keyOf<K extends string, V>(table: Record<K, V>, value: V | null | undefined): K | undefined {
  return (Object.keys(table) as K[]).find((key) => table[key] === value);
}

/** Univer's colours (`#abc`, `#aabbcc`, `rgb(1,2,3)`) as `#RRGGBB`. */
function hexOf(color: string): string {
  const parts = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)/.exec(color);
  if (parts)
    return `#${parts
      .slice(1, 4)
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')}`.toUpperCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color);
  return (short ? `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}` : color.slice(0, 7)).toUpperCase();
}
