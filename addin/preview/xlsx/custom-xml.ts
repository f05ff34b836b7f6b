/** XML that add-ins keep in the file (`customXml/`). */

import type { Book, CustomXmlPart } from '../model/book.ts';
import type { Package } from './package.ts';
import { officeRelation } from './relationships.ts';
import { xml } from './xml.ts';

const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
const PROPERTIES_NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';

interface StoredPart extends CustomXmlPart {
  readonly path: string;
  readonly relation: string;
}

function storedParts(source: Package, workbookPath: string): StoredPart[] {
  return source.relationships(workbookPath).flatMap((relation) => {
    const bytes = source.bytes(relation.target);
    if (!relation.type.endsWith('/customXml') || bytes === undefined) return [];
    const properties = source.related(relation.target, 'customXmlProps');
    const attributes = properties === undefined ? {} : source.read(properties).attributes;
    const id = Object.entries(attributes).find(([name]) => name === 'itemID' || name.endsWith(':itemID'))?.[1] ?? relation.target;
    return [{ id, xml: new TextDecoder().decode(bytes), path: relation.target, relation: relation.id }];
  });
}

export function readCustomXml(source: Package, workbookPath: string): CustomXmlPart[] {
  return storedParts(source, workbookPath).map(({ id, xml: text }) => ({ id, xml: text }));
}

/** Writes the parts that are new or changed and takes away those that are gone. */
export function writeCustomXml(target: Package, workbookPath: string, book: Book): void {
  const stored = storedParts(target, workbookPath);
  for (const { id, path, relation } of stored) {
    if (book.customXmlParts.some((part) => part.id === id)) continue;
    const properties = target.related(path, 'customXmlProps');
    if (properties !== undefined) target.remove(properties);
    target.remove(path);
    target.unrelate(workbookPath, relation);
  }
  for (const part of book.customXmlParts) {
    const old = stored.find(({ id }) => id === part.id);
    if (old?.xml === part.xml) continue;
    const path = old?.path ?? target.freePath('customXml/item#.xml');
    target.write(path, part.xml);
    if (old !== undefined) continue;
    const properties = target.freePath('customXml/itemProps#.xml');
    target.write(properties, xml('datastoreItem', { xmlns: PROPERTIES_NAMESPACE, 'ds:itemID': part.id, 'xmlns:ds': PROPERTIES_NAMESPACE }), PROPERTIES_TYPE);
    target.relate(path, officeRelation('customXmlProps'), properties);
    target.relate(workbookPath, officeRelation('customXml'), path);
  }
}
