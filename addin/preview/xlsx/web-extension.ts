/**
 * The add-in's document settings, kept in the file the way Office keeps them (MS-OWEXML): a web extension part with
 * properties, reached from the package through its list of task panes. Parts of other add-ins are left alone.
 */

import type { Package } from './package.ts';
import { childOf, childrenOf, cloneXml, replaceChildren, xml, type XmlElement } from './xml.ts';

/** The add-in's id, as in manifest.xml: Office gives an add-in the settings saved under its own id only. */
export const ADDIN_ID = '6f1f9a52-3c0e-4a53-9d57-0b6a4f1f8c21';

const PANES_RELATION = 'http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes';
const EXTENSION_RELATION = 'http://schemas.microsoft.com/office/2011/relationships/webextension';
const PANES_TYPE = 'application/vnd.ms-office.webextensiontaskpanes+xml';
const EXTENSION_TYPE = 'application/vnd.ms-office.webextension+xml';
const PANES_NAMESPACE = 'http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11';
const EXTENSION_NAMESPACE = 'http://schemas.microsoft.com/office/webextensions/webextension/2010/11';
const EXTENSION_PARTS = ['reference', 'alternateReferences', 'properties', 'bindings', 'snapshot', 'extLst'];
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function isOurs(extension: XmlElement): boolean {
  return childOf(extension, 'reference')?.attributes['id']?.toLowerCase().replace(/[{}]/g, '') === ADDIN_ID;
}

function findExtension(source: Package): { path: string; element: XmlElement } | null {
  const panes = source.related('', 'webextensiontaskpanes');
  if (panes === undefined) return null;
  for (const relation of source.relationships(panes)) {
    if (relation.type !== EXTENSION_RELATION || !source.has(relation.target)) continue;
    const element = source.read(relation.target);
    if (isOurs(element)) return { path: relation.target, element };
  }
  return null;
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    // Office writes JSON; other tools may have put bare text.
    return value;
  }
}

/** The add-in's settings in a package. */
export function readSettings(source: Package): Map<string, unknown> {
  const properties = childrenOf(childOf(findExtension(source)?.element, 'properties'), 'property');
  return new Map(properties.map(({ attributes }) => [attributes['name'] ?? '', parsed(attributes['value'] ?? 'null')]));
}

function newExtension(): XmlElement {
  const reference = xml('reference', { id: ADDIN_ID, version: '1.0.0.0', store: 'developer', storeType: 'Registry' });
  const instance = xml('webextension', { xmlns: EXTENSION_NAMESPACE, id: `{${ADDIN_ID.toUpperCase()}}` });
  instance.children = [reference, xml('alternateReferences'), xml('properties'), xml('bindings'), xml('snapshot', { 'xmlns:r': RELATIONS })];
  return instance;
}

function addExtension(target: Package): string {
  const path = target.freePath('xl/webextensions/webextension#.xml');
  let panesPath = target.related('', 'webextensiontaskpanes');
  if (panesPath === undefined) {
    panesPath = target.freePath('xl/webextensions/taskpanes#.xml').replace('taskpanes1', 'taskpanes');
    target.write(panesPath, xml('taskpanes', { xmlns: PANES_NAMESPACE }), PANES_TYPE);
    target.relate('', PANES_RELATION, panesPath);
  }
  // The part must stand before it is related to.
  target.write(path, newExtension(), EXTENSION_TYPE);
  const id = target.relate(panesPath, EXTENSION_RELATION, path);
  const panes = target.read(panesPath);
  const row = childrenOf(panes, 'taskpane').length + 1;
  panes.children.push(xml('taskpane', { dockstate: 'right', visibility: 0, width: 350, row }, [xml('webextensionref', { 'xmlns:r': RELATIONS, 'r:id': id })]));
  target.write(panesPath, panes);
  return path;
}

/** Writes the settings into a package that is being saved. Without settings, nothing is added. */
export function writeSettings(target: Package, settings: ReadonlyMap<string, unknown>): void {
  const found = findExtension(target);
  if (found === null && settings.size === 0) return;
  const path = found?.path ?? addExtension(target);
  const element = found === null ? newExtension() : cloneXml(found.element);
  const properties = [...settings].map(([name, value]) => xml('property', { name, value: JSON.stringify(value) ?? 'null' }));
  replaceChildren(element, 'properties', [xml('properties', {}, properties)], EXTENSION_PARTS);
  target.write(path, element, EXTENSION_TYPE);
}
