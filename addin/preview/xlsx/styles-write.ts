/** Adds the formats a save needs to `xl/styles.xml`. What stands there keeps its place, so untouched cells keep their number. */

import type { Border, ConditionalLook, Font, Style } from '../model/book.ts';
import { colorElement, type Colors } from './colors.ts';
import { alike } from './equal.ts';
import { builtInNumber, FIRST_CUSTOM_FORMAT } from './number-formats.ts';
import { compact, StyleOrigin, StyleReader } from './styles-read.ts';
import { childOf, childrenOf, cloneXml, replaceChildren, writeXml, xml, type XmlElement } from './xml.ts';

const SECTIONS = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'];
const FONT_PARTS = ['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];
const SIDES = ['left', 'right', 'top', 'bottom'] as const;
const BORDER_PARTS = ['start', 'end', ...SIDES, 'diagonal', 'vertical', 'horizontal'];

/** The font element with the keys of `font` that differ from `was` put in. */
function changedFont(element: XmlElement | undefined, was: Font, font: Font): XmlElement {
  const result = element === undefined ? xml('font') : cloneXml(element);
  const set = (name: string, value: XmlElement | null): void => replaceChildren(result, name, value === null ? [] : [value], FONT_PARTS);
  const flags = [
    ['b', 'bold'],
    ['i', 'italic'],
    ['strike', 'strike'],
    ['u', 'underline'],
  ] as const;
  for (const [name, key] of flags) if ((was[key] ?? false) !== (font[key] ?? false)) set(name, font[key] === true ? xml(name) : null);
  if (font.size !== undefined && font.size !== was.size) set('sz', xml('sz', { val: font.size }));
  if (font.color !== was.color) set('color', font.color === undefined ? null : colorElement('color', font.color));
  if (font.name !== undefined && font.name !== was.name) {
    set('name', xml('name', { val: font.name }));
    // A scheme would bring the theme's font back, a charset the old one's.
    for (const bound of ['scheme', 'charset', 'family']) set(bound, null);
  }
  return result;
}

function changedBorder(element: XmlElement | undefined, was: Style['borders'], borders: Style['borders']): XmlElement {
  const result = element === undefined ? xml('border') : cloneXml(element);
  for (const side of SIDES) {
    const wanted: Border | undefined = borders?.[side];
    if (alike(was?.[side], wanted)) continue;
    const content = wanted === undefined ? [] : [wanted.color === undefined ? xml('color', { auto: 1 }) : colorElement('color', wanted.color)];
    replaceChildren(result, side, [xml(side, { style: wanted?.style }, content)], BORDER_PARTS);
  }
  return result;
}

function solidFill(color: string): XmlElement {
  return xml('fill', {}, [xml('patternFill', { patternType: 'solid' }, [colorElement('fgColor', color), xml('bgColor', { indexed: 64 })])]);
}

function changedAlignment(element: XmlElement | undefined, was: Style, style: Style): XmlElement | null {
  const attributes = { ...element?.attributes };
  const set = (name: string, value: string | undefined): void => {
    if (value === undefined) delete attributes[name];
    else attributes[name] = value;
  };
  if (was.horizontal !== style.horizontal) set('horizontal', style.horizontal);
  if (was.vertical !== style.vertical) set('vertical', style.vertical === 'middle' ? 'center' : style.vertical);
  if ((was.wrap ?? false) !== (style.wrap ?? false)) set('wrapText', style.wrap === true ? '1' : undefined);
  return Object.keys(attributes).length === 0 ? null : xml('alignment', attributes);
}

/** The style sheet of the package being written. */
export class StyleWriter {
  readonly root: XmlElement;
  readonly #reader: StyleReader;
  readonly #source: object;
  readonly #known = new Map<Style, number>();
  readonly #marked = new Map<number, number>();
  readonly #records = new Map<string, Map<string, number>>();

  /** `root` is changed; `source` is the opened package, or a fresh object for a new one. */
  constructor(root: XmlElement, theme: XmlElement | null, source: object) {
    this.root = root;
    this.#source = source;
    this.#reader = new StyleReader(cloneXml(root), theme, source);
  }

  get colors(): Colors {
    return this.#reader.colors;
  }

  /** The format record for a style, added if there is none: the record it came from, with what changed since. */
  indexOf(style: Style | undefined): number {
    if (style === undefined) return 0;
    const known = this.#known.get(style);
    if (known !== undefined) return known;
    const index = this.#find(style);
    this.#known.set(style, index);
    return index;
  }

  /** The same format with Excel's mark for text, an apostrophe that is no part of the value. */
  markedIndexOf(style: Style | undefined): number {
    const plain = this.indexOf(style);
    const known = this.#marked.get(plain);
    if (known !== undefined) return known;
    const record = childrenOf(childOf(this.root, 'cellXfs'))[plain];
    const xf = record === undefined ? xml('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 }) : cloneXml(record);
    xf.attributes['quotePrefix'] = '1';
    const marked = this.#record('cellXfs', xf);
    this.#marked.set(plain, marked);
    return marked;
  }

  /** The number of a new differential format. */
  addDifferential(format: Readonly<ConditionalLook>): number {
    const parts: XmlElement[] = [];
    if (format.font !== undefined) parts.push(changedFont(undefined, {}, format.font));
    if (format.fill !== undefined) {
      // Excel shows bgColor, other programs read fgColor.
      parts.push(xml('fill', {}, [xml('patternFill', { patternType: 'solid' }, [colorElement('fgColor', format.fill), colorElement('bgColor', format.fill)])]));
    }
    if (format.borders !== undefined) parts.push(changedBorder(undefined, undefined, format.borders));
    return this.#record('dxfs', xml('dxf', {}, parts));
  }

  #find(style: Style): number {
    const origin = style.origin instanceof StyleOrigin && style.origin.source === this.#source ? style.origin.xf : 0;
    const was = this.#reader.base(origin);
    const xfs = childrenOf(childOf(this.root, 'cellXfs'));
    const xf = xfs[origin] === undefined ? xml('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 }) : cloneXml(xfs[origin]);
    const before = writeXml(xf);
    const part = (section: string, attribute: string): XmlElement | undefined => childrenOf(childOf(this.root, section))[Number(xf.attributes[attribute] ?? 0)];
    const point = (attribute: string, flag: string, to: number): void => {
      xf.attributes[attribute] = String(to);
      xf.attributes[flag] = '1';
    };
    const format = style.numberFormat === 'General' ? undefined : style.numberFormat;
    if (format !== was.numberFormat) point('numFmtId', 'applyNumberFormat', this.#formatNumber(format ?? 'General'));
    const font = style.font === undefined ? undefined : compact<Font>(style.font);
    if (font !== undefined && !alike(font, was.font ?? {}))
      point('fontId', 'applyFont', this.#record('fonts', changedFont(part('fonts', 'fontId'), was.font ?? {}, font)));
    if (style.fill?.toUpperCase() !== was.fill) point('fillId', 'applyFill', style.fill === undefined ? 0 : this.#record('fills', solidFill(style.fill)));
    if (!alike(style.borders ?? {}, was.borders ?? {})) {
      point('borderId', 'applyBorder', this.#record('borders', changedBorder(part('borders', 'borderId'), was.borders, style.borders)));
    }
    this.#alignAndLock(xf, was, style);
    return writeXml(xf) === before ? origin : this.#record('cellXfs', xf);
  }

  #alignAndLock(xf: XmlElement, was: Style, style: Style): void {
    const order = ['alignment', 'protection', 'extLst'];
    if (was.horizontal !== style.horizontal || was.vertical !== style.vertical || (was.wrap ?? false) !== (style.wrap ?? false)) {
      const alignment = changedAlignment(childOf(xf, 'alignment'), was, style);
      replaceChildren(xf, 'alignment', alignment === null ? [] : [alignment], order);
      xf.attributes['applyAlignment'] = '1';
    }
    if ((was.locked ?? true) !== (style.locked ?? true)) {
      const attributes = { ...childOf(xf, 'protection')?.attributes, locked: style.locked === false ? '0' : '1' };
      replaceChildren(xf, 'protection', [xml('protection', attributes)], order);
      xf.attributes['applyProtection'] = '1';
    }
  }

  #formatNumber(format: string): number {
    const builtIn = builtInNumber(format);
    if (builtIn !== undefined) return builtIn;
    const section = this.#section('numFmts');
    const existing = childrenOf(section);
    const same = existing.find((one) => one.attributes['formatCode'] === format);
    if (same !== undefined) return Number(same.attributes['numFmtId']);
    const id = Math.max(FIRST_CUSTOM_FORMAT - 1, ...existing.map((one) => Number(one.attributes['numFmtId']))) + 1;
    section.children.push(xml('numFmt', { numFmtId: id, formatCode: format }));
    section.attributes['count'] = String(existing.length + 1);
    return id;
  }

  /** The place of an element in a section, appended if it is not there. */
  #record(name: string, element: XmlElement): number {
    const section = this.#section(name);
    let places = this.#records.get(name);
    if (places === undefined) {
      places = new Map(
        childrenOf(section)
          .map((one, at) => [writeXml(one), at] as const)
          .toReversed(),
      );
      this.#records.set(name, places);
    }
    const text = writeXml(element);
    const known = places.get(text);
    if (known !== undefined) return known;
    const at = childrenOf(section).length;
    section.children.push(element);
    section.attributes['count'] = String(at + 1);
    places.set(text, at);
    return at;
  }

  #section(name: string): XmlElement {
    const known = childOf(this.root, name);
    if (known !== undefined) return known;
    const section = xml(name, { count: 0 });
    replaceChildren(this.root, name, [section], SECTIONS);
    return section;
  }
}
