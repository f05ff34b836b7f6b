/** Hyperlinks: listed beside the rows in the file, carried by their cells in the model so that they move along. */

import { areaAddress, parseAddress } from '../model/address.ts';
import { cellAt, putCell, type Sheet } from '../model/book.ts';
import type { CellOrigin } from './cell-origin.ts';
import { childOf, childrenOf, xml, type XmlElement } from './xml.ts';

/** Hangs the links of a worksheet element on the first cell of each. */
export function readLinks(worksheet: XmlElement, sheet: Sheet): void {
  for (const { attributes } of childrenOf(childOf(worksheet, 'hyperlinks'), 'hyperlink')) {
    const area = parseAddress(attributes['ref'] ?? '');
    if (area === null) continue;
    const cell = cellAt(sheet, area.row, area.column);
    const origin: CellOrigin = { ...(cell.origin as CellOrigin | undefined), link: { attributes, rows: area.rows, columns: area.columns } };
    putCell(sheet, area.row, area.column, { ...cell, origin });
  }
}

/** The `hyperlinks` element. A link whose cell got another value in place stays there; with the cell it goes. */
export function writeLinks(worksheet: XmlElement, sheet: Sheet): XmlElement[] {
  const links: XmlElement[] = [];
  const carried = new Set<string>();
  for (const [row, line] of sheet.cells) {
    for (const [column, cell] of line) {
      const link = (cell.origin as CellOrigin | undefined)?.link;
      if (link === undefined) continue;
      carried.add(link.attributes['ref'] ?? '');
      links.push(xml('hyperlink', { ...link.attributes, ref: areaAddress({ row, column, rows: link.rows, columns: link.columns }) }));
    }
  }
  const left = childrenOf(childOf(worksheet, 'hyperlinks'), 'hyperlink').filter(({ attributes: { ref = '' } }) => {
    const area = parseAddress(ref);
    return !carried.has(ref) && area !== null && cellAt(sheet, area.row, area.column).value !== null;
  });
  const all = [...links, ...left];
  return all.length === 0 ? [] : [xml('hyperlinks', {}, all)];
}
