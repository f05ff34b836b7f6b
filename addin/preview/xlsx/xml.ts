/** XML as a small tree: enough for the parts of a workbook, keeping everything it does not understand. */

import { XlsxError } from './errors.ts';

export interface XmlElement {
  readonly name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
}

export type XmlNode = XmlElement | string;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, entity: string) => {
    if (entity.startsWith('#x') || entity.startsWith('#X')) return String.fromCodePoint(Number.parseInt(entity.slice(2), 16));
    if (entity.startsWith('#')) return String.fromCodePoint(Number(entity.slice(1)));
    return ENTITIES[entity] ?? whole;
  });
}

const TEXT_ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
const ATTRIBUTE_ESCAPES: Readonly<Record<string, string>> = { ...TEXT_ESCAPES, '"': '&quot;', '\n': '&#10;', '\t': '&#9;' };

export function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => TEXT_ESCAPES[character] ?? character);
}

export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\r\n\t]/g, (character) => ATTRIBUTE_ESCAPES[character] ?? character);
}

const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function readAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  if (source.length === 0) return attributes;
  for (const [, name, double, single] of source.matchAll(ATTRIBUTE)) if (name !== undefined) attributes[name] = decode(double ?? single ?? '');
  return attributes;
}

/** The end of the tag that opens at `start`: the first `>` outside quotes; -1 if there is none. */
function tagEnd(source: string, start: number): number {
  let quote = '';
  for (let at = start; at < source.length; at++) {
    const character = source.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
  }
  return -1;
}

/**
 * The root element of an XML text. A prefix on the root (`x:worksheet`) is taken off all its elements, so that readers
 * find one spelling. Comments and processing instructions are dropped. Throws `broken`.
 */
export function parseXml(source: string, part: string): XmlElement {
  const top: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [];
  let current = top;
  let prefix: string | null = null;
  let at = 0;
  const fail = (why: string): never => {
    throw new XlsxError('broken', `${part}: ${why}`);
  };
  while (at < source.length) {
    const start = source.indexOf('<', at);
    if (start !== at && current !== top) current.children.push(decode(source.slice(at, start < 0 ? source.length : start)));
    if (start < 0) break;
    if (source.startsWith('<!--', start)) {
      const end = source.indexOf('-->', start);
      at = end < 0 ? fail('comment without end') : end + 3;
    } else if (source.startsWith('<![CDATA[', start)) {
      const end = source.indexOf(']]>', start);
      if (end < 0) fail('CDATA without end');
      current.children.push(source.slice(start + 9, end));
      at = end + 3;
    } else if (source.startsWith('<!', start)) {
      fail('document type declarations are not read');
    } else {
      const end = tagEnd(source, start);
      if (end < 0) fail('tag without end');
      at = end + 1;
      const first = source[start + 1];
      if (first === '?') continue;
      if (first === '/') {
        const name = localised(source.slice(start + 2, end).trim(), prefix);
        if (name !== current.name) fail(`</${name}> closes <${current.name}>`);
        current = open.pop() ?? top;
        continue;
      }
      const isEmpty = source[end - 1] === '/';
      const tag = source.slice(start + 1, isEmpty ? end - 1 : end);
      const space = tag.search(/\s/);
      const rawName = space < 0 ? tag : tag.slice(0, space);
      prefix ??= rawName.includes(':') ? rawName.slice(0, rawName.indexOf(':') + 1) : '';
      const element: XmlElement = { name: localised(rawName, prefix), attributes: readAttributes(space < 0 ? '' : tag.slice(space)), children: [] };
      current.children.push(element);
      if (!isEmpty) {
        open.push(current);
        current = element;
      }
    }
  }
  const root = top.children.find((node) => typeof node !== 'string');
  if (root === undefined || current !== top) return fail('ends early');
  const namespace = prefix === null || prefix === '' ? undefined : root.attributes[`xmlns:${prefix.slice(0, -1)}`];
  if (namespace !== undefined) root.attributes = { xmlns: namespace, ...root.attributes };
  return root;
}

function localised(name: string, prefix: string | null): string {
  return prefix !== null && prefix !== '' && name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

function append(element: XmlElement, out: string[]): void {
  out.push('<', element.name);
  for (const [name, value] of Object.entries(element.attributes)) out.push(' ', name, '="', escapeAttribute(value), '"');
  if (element.children.length === 0) {
    out.push('/>');
    return;
  }
  out.push('>');
  for (const node of element.children) {
    if (typeof node === 'string') out.push(escapeText(node));
    else append(node, out);
  }
  out.push('</', element.name, '>');
}

/** An element as XML text. */
export function writeXml(element: XmlElement): string {
  const out: string[] = [];
  append(element, out);
  return out.join('');
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Makes an element; attributes that are undefined are left out. */
export function xml(name: string, attributes: Readonly<Record<string, string | number | undefined>> = {}, children: readonly XmlNode[] = []): XmlElement {
  const kept: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) kept[key] = String(value);
  return { name, attributes: kept, children: [...children] };
}

/** The first child element of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((node): node is XmlElement => typeof node !== 'string' && node.name === name);
}

/** The child elements, all or of one name. */
export function childrenOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  return element?.children.filter((node): node is XmlElement => typeof node !== 'string' && (name === undefined || node.name === name)) ?? [];
}

/** The text inside an element and its descendants. */
export function textOf(element: XmlElement | undefined): string {
  return element?.children.map((node) => (typeof node === 'string' ? node : textOf(node))).join('') ?? '';
}

/** Whether an XML boolean attribute is set; `fallback` where it is absent. */
export function isTrue(value: string | undefined, fallback = false): boolean {
  return value === undefined ? fallback : value === '1' || value === 'true' || value === 'on';
}

/** A copy that can be changed without touching the original. */
export function cloneXml(element: XmlElement): XmlElement {
  return {
    name: element.name,
    attributes: { ...element.attributes },
    children: element.children.map((node) => (typeof node === 'string' ? node : cloneXml(node))),
  };
}

/**
 * Replaces the children of one name, at the place of the first of them; where there were none, at the place that `order`
 * (the schema's sequence of children) gives it.
 */
export function replaceChildren(parent: XmlElement, name: string, replacements: readonly XmlElement[], order: readonly string[]): void {
  const isNamed = (node: XmlNode): boolean => typeof node !== 'string' && node.name === name;
  let at = parent.children.findIndex(isNamed);
  if (at < 0) {
    if (replacements.length === 0) return;
    const rank = order.indexOf(name);
    at = parent.children.findIndex((node) => typeof node !== 'string' && order.indexOf(node.name) > rank);
    if (at < 0) at = parent.children.length;
  }
  const before = parent.children.slice(0, at);
  const after = parent.children.slice(at).filter((node) => !isNamed(node));
  parent.children = [...before, ...replacements, ...after];
}
