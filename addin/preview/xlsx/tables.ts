/** Tables: each a part of its own beside the sheet. */

import { areaAddress, parseAddress } from '../model/address.ts';
import { cellAt, type Sheet, type Table } from '../model/book.ts';
import { alike } from './equal.ts';
import { readFilter, writeFilter } from './filters.ts';
import type { Package } from './package.ts';
import { officeRelation } from './relationships.ts';
import { childOf, childrenOf, cloneXml, isTrue, replaceChildren, xml, type XmlElement } from './xml.ts';

interface TableOrigin {
  readonly path: string;
  readonly element: XmlElement;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TABLE_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml';
const TABLE_PARTS = ['autoFilter', 'sortState', 'tableColumns', 'tableStyleInfo', 'extLst'];

/** Puts the tables of a sheet part into the sheet. */
export function readTables(source: Package, sheetPath: string, sheet: Sheet): void {
  for (const relation of source.relationships(sheetPath)) {
    if (!relation.type.endsWith('/table') || !source.has(relation.target)) continue;
    const element = source.read(relation.target);
    const { id = '', name, displayName = name ?? '', ref = '', totalsRowCount = '0' } = element.attributes;
    const area = parseAddress(ref);
    if (area === null) continue;
    const filter = childOf(element, 'autoFilter');
    const state = filter === undefined ? undefined : readFilter(filter);
    const origin: TableOrigin = { path: relation.target, element };
    sheet.tables.push({
      id,
      name: displayName,
      area,
      showTotals: Number(totalsRowCount) > 0,
      showFilterButton: filter !== undefined && !allHidden(filter, area.columns),
      style: childOf(element, 'tableStyleInfo')?.attributes['name'] ?? null,
      ...(state?.isActive === true ? { filter: state } : {}),
      origin,
    });
  }
}

/** Filter buttons can also be switched off column by column. */
function allHidden(filter: XmlElement, columns: number): boolean {
  return childrenOf(filter, 'filterColumn').filter((column) => isTrue(column.attributes['hiddenButton'])).length === columns;
}

/** The names of a table's columns: what stands in its header cells, told apart by a number where two are alike. */
function columnNames(sheet: Sheet, { area }: Table): string[] {
  const taken = new Set<string>();
  return Array.from({ length: area.columns }, (_, at) => {
    const value = cellAt(sheet, area.row, area.column + at).value;
    const header = value === null ? `列${at + 1}` : typeof value === 'object' ? value.error : String(value);
    let name = header;
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${header}${copy}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Column elements in step with the header cells, which Excel insists on. A column that keeps its name or place keeps what was said of it. */
function columnElements(was: readonly XmlElement[], sheet: Sheet, table: Table): XmlElement[] {
  const left = new Set(was);
  const take = (column: XmlElement | undefined): XmlElement | undefined => (column !== undefined && left.delete(column) ? column : undefined);
  const names = columnNames(sheet, table);
  const sameName = names.map((name) => take(was.find((column) => unescapedName(column).toLowerCase() === name.toLowerCase())));
  let lastId = Math.max(0, ...was.map((column) => Number(column.attributes['id'] ?? 0)));
  return names.map((name, at) => {
    const known = sameName[at];
    if (known !== undefined) return known;
    const renamed = was.length === names.length ? take(was[at]) : undefined;
    const written = name.replace(/\r\n|[\r\n]/g, '_x000a_');
    return renamed === undefined ? xml('tableColumn', { id: ++lastId, name: written }) : { ...renamed, attributes: { ...renamed.attributes, name: written } };
  });
}

function unescapedName(column: XmlElement): string {
  return (column.attributes['name'] ?? '').replace(/_x000[dD]_/g, '').replace(/_x000[aA]_/g, '\n');
}

function tableElement(sheet: Sheet, table: Table, id: number): XmlElement {
  const origin = table.origin as TableOrigin | undefined;
  const element = origin === undefined ? xml('table', { xmlns: MAIN, id, name: table.name, displayName: table.name, ref: '' }) : cloneXml(origin.element);
  const { attributes } = element;
  if (attributes['displayName'] !== table.name) Object.assign(attributes, { name: table.name, displayName: table.name });
  attributes['ref'] = areaAddress(table.area);
  if (table.showTotals !== Number(attributes['totalsRowCount'] ?? 0) > 0) {
    if (table.showTotals) attributes['totalsRowCount'] = '1';
    else delete attributes['totalsRowCount'];
    if (origin === undefined && !table.showTotals) attributes['totalsRowShown'] = '0';
  }
  const filter = childOf(element, 'autoFilter');
  const filtered = { ...table.area, rows: table.area.rows - (table.showTotals ? 1 : 0) };
  const hadButton = filter !== undefined && !allHidden(filter, parseAddress(filter.attributes['ref'] ?? '')?.columns ?? 0);
  const keeps = hadButton === table.showFilterButton ? filter !== undefined : table.showFilterButton;
  const from = hadButton === table.showFilterButton ? filter : undefined;
  replaceChildren(element, 'autoFilter', keeps ? [writeFilter(from, filtered, table.filter ?? { isActive: false })] : [], TABLE_PARTS);
  const was = childrenOf(childOf(element, 'tableColumns'), 'tableColumn');
  const columns = columnElements(was, sheet, table);
  replaceChildren(element, 'tableColumns', [xml('tableColumns', { count: columns.length }, columns)], TABLE_PARTS);
  const style = childOf(element, 'tableStyleInfo');
  if ((style?.attributes['name'] ?? null) !== table.style) {
    const info = {
      ...(style?.attributes ?? { showFirstColumn: 0, showLastColumn: 0, showRowStripes: 1, showColumnStripes: 0 }),
      name: table.style ?? undefined,
    };
    replaceChildren(element, 'tableStyleInfo', table.style === null ? [] : [xml('tableStyleInfo', info)], TABLE_PARTS);
  }
  return element;
}

/** The highest table number of the package; numbers are unique over the workbook. */
function lastTableId(target: Package): number {
  const ids = target
    .paths()
    .filter((path) => /^xl\/tables\/.*\.xml$/.test(path))
    .map((path) => Number(target.read(path).attributes['id'] ?? 0));
  return Math.max(0, ...ids);
}

/** Writes the tables of a sheet and returns its `tableParts` element; empty where it has none. */
export function writeTables(target: Package, sheetPath: string, sheet: Sheet): XmlElement[] {
  const kept = new Set(sheet.tables.map((table) => (table.origin as TableOrigin | undefined)?.path));
  for (const relation of target.relationships(sheetPath)) {
    if (!relation.type.endsWith('/table') || kept.has(relation.target)) continue;
    target.unrelate(sheetPath, relation.id);
    target.remove(relation.target);
  }
  const parts = sheet.tables.map((table) => {
    const origin = table.origin as TableOrigin | undefined;
    const element = tableElement(sheet, table, origin === undefined ? lastTableId(target) + 1 : 0);
    const path = origin?.path ?? target.freePath('xl/tables/table#.xml');
    if (origin === undefined || !alike(element, origin.element)) target.write(path, element, TABLE_TYPE);
    const known = target.relationships(sheetPath).find((relation) => relation.target === path);
    return xml('tablePart', { 'r:id': known?.id ?? target.relate(sheetPath, officeRelation('table'), path) });
  });
  return parts.length === 0 ? [] : [xml('tableParts', { count: parts.length }, parts)];
}
