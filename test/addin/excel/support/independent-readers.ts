/** What three readers that know nothing of each other take the cells of an .xlsx for. */
import { columnName } from '../../../../addin/preview/model/address.ts';
import { openXlsx } from '../../../../addin/preview/xlsx/index.ts';
import { childrenOf, parseXml } from '../../../../addin/preview/xlsx/xml.ts';
import type { XmlElement } from '../../../../addin/preview/xlsx/xml.ts';
import { convertedByLibreOffice, textsSeenByOpenpyxl } from '../../preview/xlsx/support/other-programs.ts';

export interface Seen {
  /** Sheet, `!`, address: what is live there. */
  readonly formulas: readonly string[];
  /** By sheet, `!` and address. */
  readonly texts: ReadonlyMap<string, string>;
}

export const readers: Readonly<Record<'our own' | 'openpyxl' | 'LibreOffice', (bytes: Uint8Array) => Promise<Seen> | Seen>> = {
  'our own': seenByUs,
  openpyxl: seenByOpenpyxl,
  LibreOffice: seenByLibreOffice,
};

async function seenByUs(bytes: Uint8Array): Promise<Seen> {
  const { sheets } = await openXlsx(bytes);
  const cells = sheets.flatMap(({ name, cells: rows }) =>
    [...rows].flatMap(([row, line]) => [...line].map(([column, cell]) => ({ at: `${name}!${columnName(column)}${row + 1}`, cell }))),
  );
  return {
    formulas: cells.filter(({ cell }) => cell.formula !== undefined).map(({ at }) => at),
    texts: new Map(cells.flatMap(({ at, cell }) => (typeof cell.value === 'string' ? [[at, cell.value] as const] : []))),
  };
}

function seenByOpenpyxl(bytes: Uint8Array): Seen {
  const cells = Object.entries(textsSeenByOpenpyxl(bytes)).flatMap(([sheet, addresses]) =>
    Object.entries(addresses).map(([address, [type, value]]) => ({ at: `${sheet}!${address}`, type, value })),
  );
  return {
    formulas: cells.filter(({ type }) => type === 'f').map(({ at }) => at),
    texts: new Map(cells.filter(({ type }) => type === 's').map(({ at, value }) => [at, value])),
  };
}

/** By its own flat format, where a live cell has `table:formula`. */
function seenByLibreOffice(bytes: Uint8Array): Seen {
  const root = parseXml(new TextDecoder().decode(convertedByLibreOffice(bytes, 'xlsx', 'fods')), 'fods');
  const formulas: string[] = [];
  const texts = new Map<string, string>();
  for (const table of all(root, 'table:table')) {
    let row = 0;
    for (const line of all(table, 'table:table-row')) {
      let column = 0;
      for (const cell of childrenOf(line).filter(({ name }) => name.endsWith('table-cell'))) {
        const paragraphs = childrenOf(cell, 'text:p');
        const repeated = Number(cell.attributes['table:number-columns-repeated'] ?? 1);
        // Cells side by side that hold the same are said once.
        for (let nth = 0; nth < (paragraphs.length > 0 ? repeated : 0); nth += 1) {
          const at = `${table.attributes['table:name'] ?? ''}!${columnName(column + nth)}${row + 1}`;
          if (cell.attributes['table:formula'] !== undefined) formulas.push(at);
          if (cell.attributes['office:value-type'] === 'string') texts.set(at, paragraphs.map(odfText).join('\n').replace(/\r\n?/g, '\n'));
        }
        column += repeated;
      }
      row += Number(line.attributes['table:number-rows-repeated'] ?? 1);
    }
  }
  return { formulas, texts };
}

function all(element: XmlElement, name: string): readonly XmlElement[] {
  return childrenOf(element).flatMap((child) => (child.name === name ? [child] : all(child, name)));
}

/** The text of a paragraph: its blanks are elements, as are its tabs, which are lost in cells of several lines and left out here everywhere. */
function odfText({ children }: XmlElement): string {
  return children
    .map((child) => {
      if (typeof child === 'string') return child;
      if (child.name === 'text:s') return ' '.repeat(Number(child.attributes['text:c'] ?? 1));
      return odfText(child);
    })
    .join('');
}
