/** The model's rows and cells as `sheetData`, and the shared strings they need. */

import { areaAddress, columnName } from '../model/address.ts';
import type { Cell, CellValue, Sheet } from '../model/book.ts';
import type { CellOrigin, LineOrigin } from './cell-origin.ts';
import { cellReference } from './references.ts';
import { plainItem, stringText } from './strings.ts';
import type { StyleWriter } from './styles-write.ts';
import { escapeAttribute, escapeText, writeXml, XML_HEAD } from './xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Collects the strings of all sheets; only those in use are written, so that deleted text leaves the file. */
export class StringTable {
  readonly #items: string[] = [];
  readonly #places = new Map<string, number>();
  #uses = 0;

  plain(text: string): number {
    return this.#add(plainItem('si', text));
  }

  rich(rich: NonNullable<CellOrigin['rich']>): number {
    return this.#add(writeXml(rich.item));
  }

  get isEmpty(): boolean {
    return this.#items.length === 0;
  }

  toXml(): string {
    return `${XML_HEAD}<sst xmlns="${MAIN}" count="${this.#uses}" uniqueCount="${this.#items.length}">${this.#items.join('')}</sst>`;
  }

  #add(item: string): number {
    this.#uses++;
    const known = this.#places.get(item);
    if (known !== undefined) return known;
    this.#places.set(item, this.#items.length);
    return this.#items.push(item) - 1;
  }
}

function attributesText(attributes: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value ?? '')}"`)
    .join('');
}

function originOf(cell: Cell): CellOrigin {
  return cell.origin ?? {};
}

function formulaText(cell: Cell, row: number, column: number): string {
  const was = originOf(cell).formula;
  // A data table has a formula element without a text.
  const formula = cell.formula ?? (was?.text === '=' ? '=' : undefined);
  if (formula === undefined) return '';
  const text = escapeText(formula.replace(/^=/, ''));
  if (was === undefined || was.text !== formula) return `<f>${text}</f>`;
  const ref = areaAddress({ row, column, rows: was.rows, columns: was.columns });
  return `<f${attributesText({ t: was.attributes['t'], ref, ...was.attributes })}>${text}</f>`;
}

/** Type attribute and content of a value. */
function valueText(value: CellValue, cell: Cell, strings: StringTable): { type: string; content: string } {
  if (value === null) return { type: '', content: '' };
  if (typeof value === 'number') return { type: '', content: Number.isFinite(value) ? `<v>${value}</v>` : '' };
  if (typeof value === 'boolean') return { type: ' t="b"', content: `<v>${value ? 1 : 0}</v>` };
  if (typeof value === 'object') return { type: ' t="e"', content: `<v>${escapeText(value.error)}</v>` };
  if (cell.formula !== undefined) return { type: ' t="str"', content: `<v>${stringText(value)}</v>` };
  const rich = originOf(cell).rich;
  const index = rich !== undefined && rich.text === value ? strings.rich(rich) : strings.plain(value);
  return { type: ' t="s"', content: `<v>${index}</v>` };
}

/** Whether a text, edited in its cell and left as it is, would be read as something else: it needs Excel's mark for text, which is part of the format. */
function needsMark({ value, formula, style }: Cell): boolean {
  return typeof value === 'string' && formula === undefined && style?.numberFormat !== '@' && /^\s*[=+\-@＝＋－＠'][^]/.test(value);
}

function cellText(cell: Cell, row: number, column: number, styles: StyleWriter, strings: StringTable): string {
  const style = needsMark(cell) ? styles.markedIndexOf(cell.style) : styles.indexOf(cell.style);
  const formula = formulaText(cell, row, column);
  const { type, content } = valueText(cell.value, cell, strings);
  const metadata = originOf(cell).metadata;
  if (style === 0 && formula === '' && content === '') return '';
  const body = formula + content;
  const head = `<c r="${columnName(column)}${row + 1}"${style === 0 ? '' : ` s="${style}"`}${type}${metadata === undefined ? '' : attributesText(metadata)}`;
  return body === '' ? `${head}/>` : `${head}>${body}</c>`;
}

/** The attributes of a row: as they were, with the height and visibility that the model has now. */
function rowText(sheet: Sheet, row: number): string {
  const record = sheet.rows.get(row);
  if (record === undefined) return '';
  const origin = record.origin as LineOrigin | undefined;
  const attributes: Record<string, string | undefined> = { ...origin?.attributes, hidden: record.hidden === true ? '1' : undefined };
  if (record.height !== origin?.size) {
    attributes['ht'] = record.height === undefined ? undefined : String(record.height);
    attributes['customHeight'] = record.height === undefined ? undefined : '1';
  }
  return attributesText(attributes);
}

/** The `sheetData` element of a sheet, as text. */
export function writeCells(sheet: Sheet, styles: StyleWriter, strings: StringTable): string {
  const rows = [...new Set([...sheet.cells.keys(), ...sheet.rows.keys()])].toSorted((a, b) => a - b);
  const out: string[] = ['<sheetData>'];
  for (const row of rows) {
    const cells = [...(sheet.cells.get(row) ?? [])].toSorted(([a], [b]) => a - b);
    const body = cells.map(([column, cell]) => cellText(cell, row, column, styles, strings)).join('');
    const attributes = rowText(sheet, row);
    if (body === '' && attributes === '') continue;
    out.push(`<row r="${row + 1}"${attributes}>${body}</row>`);
  }
  out.push('</sheetData>');
  return out.join('');
}

/** What the `dimension` element says: from the first to the last cell. */
export function dimensionOf(sheet: Sheet): string {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const [row, line] of sheet.cells) {
    for (const column of line.keys()) {
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    }
  }
  return bottom < 0 ? 'A1' : top === bottom && left === right ? cellReference(top, left) : `${cellReference(top, left)}:${cellReference(bottom, right)}`;
}
