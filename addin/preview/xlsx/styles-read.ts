/** Cell styles (`xl/styles.xml`) as the model's styles, with the way back to where each came from. */

import type { Border, ConditionalLook, Font, Style } from '../model/book.ts';
import { Colors } from './colors.ts';
import { builtInFormat } from './number-formats.ts';
import { childOf, childrenOf, isTrue, type XmlElement } from './xml.ts';

/** Which format record of the opened package a style stands for. `source` tells packages apart. */
export class StyleOrigin {
  readonly source: object;
  readonly xf: number;

  constructor(source: object, xf: number) {
    this.source = source;
    this.xf = xf;
  }
}

const BORDERS: Readonly<Record<string, Border['style']>> = {
  thin: 'thin',
  medium: 'medium',
  thick: 'thick',
  dashed: 'dashed',
  dotted: 'dotted',
  double: 'double',
  hair: 'hair',
  // Kinds the model does not tell apart are drawn as the nearest it does.
  mediumDashed: 'dashed',
  dashDot: 'dashed',
  mediumDashDot: 'dashed',
  dashDotDot: 'dotted',
  mediumDashDotDot: 'dotted',
  slantDashDot: 'dashed',
};
const HORIZONTAL: Readonly<Record<string, NonNullable<Style['horizontal']>>> = {
  left: 'left',
  center: 'center',
  right: 'right',
  justify: 'justify',
  fill: 'fill',
  distributed: 'distributed',
  centerContinuous: 'center',
};
const VERTICAL: Readonly<Record<string, NonNullable<Style['vertical']>>> = { top: 'top', center: 'middle', distributed: 'middle', justify: 'middle' };

/** Drops the keys that are undefined or false, so that records compare and stay small. */
export function compact<T extends object>(record: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && value !== false)) as T;
}

function readFont(font: XmlElement | undefined, colors: Colors): Font {
  const flag = (name: string): boolean => {
    const element = childOf(font, name);
    return (
      element !== undefined && element.attributes['val'] !== 'none' && isTrue(element.attributes['val'] === 'single' ? '1' : element.attributes['val'], true)
    );
  };
  const size = childOf(font, 'sz')?.attributes['val'];
  const underline = childOf(font, 'u');
  return compact<Font>({
    name: (childOf(font, 'name') ?? childOf(font, 'rFont'))?.attributes['val'],
    size: size === undefined ? undefined : Number(size),
    bold: flag('b'),
    italic: flag('i'),
    strike: flag('strike'),
    underline: underline !== undefined && underline.attributes['val'] !== 'none',
    color: colors.read(childOf(font, 'color')),
  });
}

/** The colour of a solid fill. In a differential format the background colour is the one that shows. */
function readFill(fill: XmlElement | undefined, colors: Colors, isDifferential = false): string | undefined {
  const pattern = childOf(fill, 'patternFill');
  const kind = pattern?.attributes['patternType'];
  if (pattern === undefined || (kind !== 'solid' && !(isDifferential && kind === undefined))) return undefined;
  const front = colors.read(childOf(pattern, 'fgColor'));
  const back = colors.read(childOf(pattern, 'bgColor'));
  return isDifferential ? (back ?? front) : (front ?? '#000000');
}

function readSide(side: XmlElement | undefined, colors: Colors): Border | undefined {
  const style = BORDERS[side?.attributes['style'] ?? 'none'];
  return style === undefined ? undefined : compact<Border>({ style, color: colors.read(childOf(side, 'color')) });
}

function readBorders(border: XmlElement | undefined, colors: Colors): Style['borders'] {
  const side = (name: string, other: string): Border | undefined => readSide(childOf(border, name) ?? childOf(border, other), colors);
  const borders = compact<NonNullable<Style['borders']>>({
    top: side('top', 'top'),
    right: side('right', 'end'),
    bottom: side('bottom', 'bottom'),
    left: side('left', 'start'),
  });
  return Object.keys(borders).length === 0 ? undefined : borders;
}

/** The styles of an opened package, each read once. */
export class StyleReader {
  readonly colors: Colors;
  readonly #source: object;
  readonly #root: XmlElement;
  readonly #formats: ReadonlyMap<number, string>;
  readonly #fonts: readonly XmlElement[];
  readonly #fills: readonly XmlElement[];
  readonly #borders: readonly XmlElement[];
  readonly #xfs: readonly XmlElement[];
  readonly #dxfs: readonly XmlElement[];
  readonly #styles = new Map<number, Style>();

  constructor(root: XmlElement, theme: XmlElement | null, source: object) {
    this.colors = new Colors(theme, root);
    this.#source = source;
    this.#root = root;
    this.#formats = new Map(
      childrenOf(childOf(root, 'numFmts'), 'numFmt').map(({ attributes }) => [Number(attributes['numFmtId']), attributes['formatCode'] ?? 'General']),
    );
    this.#fonts = this.#list('fonts');
    this.#fills = this.#list('fills');
    this.#borders = this.#list('borders');
    this.#xfs = this.#list('cellXfs');
    this.#dxfs = this.#list('dxfs');
  }

  /** The style of a format record; undefined for the first, which is the workbook's default. */
  style(xf: number): Style | undefined {
    return xf === 0 ? undefined : this.base(xf);
  }

  /** As `style`, with the default spelled out. */
  base(xf: number): Style {
    const known = this.#styles.get(xf);
    if (known !== undefined) return known;
    const style = this.#read(this.#xfs[xf], new StyleOrigin(this.#source, xf));
    this.#styles.set(xf, style);
    return style;
  }

  /** Fill, font and borders of a differential format, as conditional formats use them. */
  differential(id: string | undefined): ConditionalLook {
    const dxf = id === undefined ? undefined : this.#dxfs[Number(id)];
    const font = childOf(dxf, 'font');
    return compact<ConditionalLook>({
      fill: readFill(childOf(dxf, 'fill'), this.colors, true),
      font: font === undefined ? undefined : readFont(font, this.colors),
      borders: readBorders(childOf(dxf, 'border'), this.colors),
    });
  }

  #list(name: string): XmlElement[] {
    return childrenOf(childOf(this.#root, name));
  }

  #read(xf: XmlElement | undefined, origin: StyleOrigin): Style {
    const at = (name: string): number => Number(xf?.attributes[name] ?? 0);
    const format = this.#formats.get(at('numFmtId')) ?? builtInFormat(at('numFmtId'));
    const alignment = childOf(xf, 'alignment')?.attributes ?? {};
    const style = compact<Style>({
      numberFormat: format === 'General' ? undefined : format,
      fill: readFill(this.#fills[at('fillId')], this.colors),
      font: readFont(this.#fonts[at('fontId')], this.colors),
      horizontal: HORIZONTAL[alignment['horizontal'] ?? ''],
      vertical: VERTICAL[alignment['vertical'] ?? ''],
      wrap: isTrue(alignment['wrapText']),
      borders: readBorders(this.#borders[at('borderId')], this.colors),
      origin,
    });
    return isTrue(childOf(xf, 'protection')?.attributes['locked'], true) ? style : { ...style, locked: false };
  }
}
