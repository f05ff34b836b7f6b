/** The zip package of a workbook: its parts, their content types and the relationships between them (ECMA-376 part 2). */

import { zipSync } from 'fflate';
import { XlsxError } from './errors.ts';
import { relationshipsPath, relativeTarget, resolveTarget, type Relationship } from './relationships.ts';
import { childrenOf, parseXml, writeXml, xml, XML_HEAD, type XmlElement } from './xml.ts';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const CONTENT_TYPES = '[Content_Types].xml';

function decodeText(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** Parts by path. Bytes are never changed in place, so a copy of the map is a copy of the package. */
export class Package {
  readonly #parts: Map<string, Uint8Array>;

  constructor(parts: ReadonlyMap<string, Uint8Array> = new Map()) {
    this.#parts = new Map(parts);
  }

  copy(): Package {
    return new Package(this.#parts);
  }

  paths(): string[] {
    return [...this.#parts.keys()];
  }

  has(path: string): boolean {
    return this.#parts.has(path);
  }

  bytes(path: string): Uint8Array | undefined {
    return this.#parts.get(path);
  }

  /** The root element of a part. Throws `broken` if it is missing or no XML. */
  read(path: string): XmlElement {
    const bytes = this.#parts.get(path);
    if (bytes === undefined) throw new XlsxError('broken', `${path} is missing`);
    return parseXml(decodeText(bytes), path);
  }

  /** Puts a part; `contentType` is declared for it where given. */
  write(path: string, root: XmlElement | string, contentType?: string): void {
    this.#parts.set(path, new TextEncoder().encode(typeof root === 'string' ? root : XML_HEAD + writeXml(root)));
    if (contentType !== undefined) this.#declare(path, contentType);
  }

  /** Takes a part, its relationships and its content type away. */
  remove(path: string): void {
    this.#parts.delete(path);
    this.#parts.delete(relationshipsPath(path));
    this.#declare(path, null);
  }

  /** The relationships of a part; of the package itself for ''. */
  relationships(part: string): Relationship[] {
    const path = relationshipsPath(part);
    if (!this.#parts.has(path)) return [];
    return childrenOf(this.read(path), 'Relationship').map(({ attributes }) => {
      const isExternal = attributes['TargetMode'] === 'External';
      const target = attributes['Target'] ?? '';
      return {
        id: attributes['Id'] ?? '',
        type: attributes['Type'] ?? '',
        target: isExternal ? target : this.#stored(resolveTarget(part, target)),
        isExternal,
      };
    });
  }

  /** The part that a relationship of that kind (the last step of its type, as the strict and the transitional standard differ before it) leads to. */
  related(part: string, kind: string): string | undefined {
    return this.relationships(part).find((one) => !one.isExternal && one.type.endsWith(`/${kind}`) && this.has(one.target))?.target;
  }

  /** Adds a relationship and returns its id. */
  relate(part: string, type: string, target: string): string {
    const existing = this.relationships(part);
    const taken = new Set(existing.map((one) => one.id));
    let number = existing.length + 1;
    while (taken.has(`rId${number}`)) number++;
    const id = `rId${number}`;
    this.#writeRelationships(part, [...existing, { id, type, target, isExternal: false }]);
    return id;
  }

  unrelate(part: string, id: string): void {
    this.#writeRelationships(
      part,
      this.relationships(part).filter((one) => one.id !== id),
    );
  }

  /** Takes away the parts that no relationship leads to any more. */
  removeUnreachable(): void {
    const reached = new Set<string>();
    const visit = (part: string): void => {
      for (const { target, isExternal } of this.relationships(part)) {
        if (isExternal || reached.has(target)) continue;
        reached.add(target);
        visit(target);
      }
    };
    visit('');
    const parts = this.paths().filter((path) => path !== CONTENT_TYPES && !path.endsWith('.rels'));
    for (const path of parts) if (!reached.has(path)) this.remove(path);
  }

  /** The first path of `pattern`, whose `#` stands for a number, that is not taken. */
  freePath(pattern: string): string {
    for (let number = 1; ; number++) {
      const path = pattern.replace('#', String(number));
      if (!this.#parts.has(path)) return path;
    }
  }

  contentType(path: string): string | undefined {
    const types = childrenOf(this.read(CONTENT_TYPES));
    const own = types.find((one) => one.name === 'Override' && one.attributes['PartName']?.toLowerCase() === `/${path}`.toLowerCase());
    const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
    const general = types.find((one) => one.name === 'Default' && one.attributes['Extension']?.toLowerCase() === extension);
    return (own ?? general)?.attributes['ContentType'];
  }

  /** Declares the content type of an extension that has none yet. */
  declareExtension(extension: string, contentType: string): void {
    const types = this.read(CONTENT_TYPES);
    if (childrenOf(types, 'Default').some((one) => one.attributes['Extension']?.toLowerCase() === extension)) return;
    types.children.unshift(xml('Default', { Extension: extension, ContentType: contentType }));
    this.write(CONTENT_TYPES, types);
  }

  zip(): Uint8Array {
    const files: Record<string, Uint8Array> = {};
    // Readers that stream want the content types first.
    for (const [path, bytes] of [...this.#parts].toSorted(([a], [b]) => Number(b === CONTENT_TYPES) - Number(a === CONTENT_TYPES))) files[path] = bytes;
    return zipSync(files, { level: 6, mtime: new Date(Date.UTC(1980, 0, 2)) });
  }

  #writeRelationships(part: string, list: readonly Relationship[]): void {
    const items = list.map((one) =>
      xml('Relationship', {
        Id: one.id,
        Type: one.type,
        Target: one.isExternal ? one.target : relativeTarget(part, one.target),
        TargetMode: one.isExternal ? 'External' : undefined,
      }),
    );
    this.write(relationshipsPath(part), xml('Relationships', { xmlns: RELATIONSHIPS }, items));
  }

  #declare(path: string, contentType: string | null): void {
    const types = this.read(CONTENT_TYPES);
    const name = `/${path}`;
    types.children = types.children.filter((node) => typeof node === 'string' || node.name !== 'Override' || node.attributes['PartName'] !== name);
    if (contentType !== null) types.children.push(xml('Override', { PartName: name, ContentType: contentType }));
    this.write(CONTENT_TYPES, types);
  }

  /** Part names compare without regard to case. */
  #stored(path: string): string {
    if (this.#parts.has(path)) return path;
    const wanted = path.toLowerCase();
    return this.paths().find((one) => one.toLowerCase() === wanted) ?? path;
  }
}
