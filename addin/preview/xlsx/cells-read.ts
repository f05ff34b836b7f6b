/** The rows and cells of a sheet (`sheetData`) into the model. */

import { parseAddress } from '../model/address.ts';
import { putCell, type Cell, type CellValue, type Row, type Sheet } from '../model/book.ts';
import type { CellOrigin, LineOrigin } from './cell-origin.ts';
import { movedFormula } from './formulas.ts';
import { readString } from './strings.ts';
import type { StyleReader } from './styles-read.ts';
import { childOf, childrenOf, isTrue, textOf, type XmlElement } from './xml.ts';

export interface CellsContext {
  /** The items of the shared strings part. */
  readonly strings: readonly XmlElement[];
  readonly styles: StyleReader;
}

interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

const DAY = 86_400_000;
const SERIAL_ZERO = Date.UTC(1899, 11, 30);

/** An ISO date, as the strict standard allows in cells, as an Excel serial. The text's own clock is kept: no time zone enters. */
function serialOf(iso: string): number | null {
  const time = Date.parse(/[zZ]$|T.*[+-]\d\d:?\d\d$/.test(iso) || !iso.includes('T') ? iso : `${iso}Z`);
  return Number.isNaN(time) ? null : (time - SERIAL_ZERO) / DAY;
}

// What a writer adds of its own accord; a row that has nothing else needs no record.
const ROUTINE = new Set(['r', 'spans', 'x14ac:dyDescent', 'ht', 'hidden', 'customHeight']);

function readRow(attributes: Readonly<Record<string, string>>): Row | null {
  const height = attributes['ht'] === undefined ? undefined : Number(attributes['ht']);
  const hidden = isTrue(attributes['hidden']);
  if (height === undefined && !hidden && Object.keys(attributes).every((name) => ROUTINE.has(name))) return null;
  const { r: _number, spans: _spans, ...kept } = attributes;
  const origin: LineOrigin = { attributes: kept, size: height };
  return { ...(height === undefined ? {} : { height }), ...(hidden ? { hidden } : {}), origin };
}

class CellReader {
  readonly #context: CellsContext;
  readonly #shared = new Map<string, SharedFormula>();
  readonly #plain = new Map<number, string>();

  constructor(context: CellsContext) {
    this.#context = context;
  }

  read(element: XmlElement, row: number, column: number): Cell {
    const { t: type = 'n', s: style, cm, vm } = element.attributes;
    const origin: { -readonly [K in keyof CellOrigin]: CellOrigin[K] } = {};
    const value = this.#value(element, type, origin);
    const formula = this.#formula(childOf(element, 'f'), row, column, origin);
    if (cm !== undefined || vm !== undefined) origin.metadata = { ...(cm === undefined ? {} : { cm }), ...(vm === undefined ? {} : { vm }) };
    const look = style === undefined ? undefined : this.#context.styles.style(Number(style));
    return {
      value,
      ...(formula === undefined ? {} : { formula }),
      ...(look === undefined ? {} : { style: look }),
      ...(Object.keys(origin).length === 0 ? {} : { origin }),
    };
  }

  #value(element: XmlElement, type: string, origin: { rich?: CellOrigin['rich'] }): CellValue {
    const inline = childOf(element, 'is');
    if (type === 'inlineStr' && inline !== undefined) return this.#string(inline, origin);
    const content = childOf(element, 'v');
    if (content === undefined) return null;
    const text = textOf(content);
    switch (type) {
      case 's':
        return this.#sharedString(Number(text), origin);
      case 'str':
        return readString({ name: 'is', attributes: {}, children: [{ name: 't', attributes: {}, children: [text] }] }).text;
      case 'b':
        return isTrue(text.trim());
      case 'e':
        return { error: text };
      case 'd':
        return serialOf(text);
      default:
        return text.trim() === '' || Number.isNaN(Number(text)) ? null : Number(text);
    }
  }

  #sharedString(index: number, origin: { rich?: CellOrigin['rich'] }): string | null {
    const known = this.#plain.get(index);
    if (known !== undefined) return known;
    const item = this.#context.strings[index];
    if (item === undefined) return null;
    const text = this.#string(item, origin);
    if (origin.rich === undefined) this.#plain.set(index, text);
    return text;
  }

  #string(item: XmlElement, origin: { rich?: CellOrigin['rich'] }): string {
    const { text, isRich } = readString(item);
    if (isRich) origin.rich = { text, item: { ...item, name: 'si' } };
    return text;
  }

  #formula(element: XmlElement | undefined, row: number, column: number, origin: { formula?: CellOrigin['formula'] }): string | undefined {
    if (element === undefined) return undefined;
    const { t: kind = 'normal', si, ref, ...attributes } = element.attributes;
    let text = textOf(element);
    if (kind === 'shared' && si !== undefined) {
      const master = this.#shared.get(si);
      if (text !== '') this.#shared.set(si, { text, row, column });
      else if (master !== undefined) text = movedFormula(master.text, row - master.row, column - master.column);
    }
    if (kind === 'array' || kind === 'dataTable') {
      const area = ref === undefined ? null : parseAddress(ref);
      origin.formula = { text: `=${text}`, attributes: { t: kind, ...attributes }, rows: area?.rows ?? 1, columns: area?.columns ?? 1 };
    }
    return text === '' ? undefined : `=${text}`;
  }
}

/** Puts the rows and cells of a `sheetData` element into the sheet. Rows and cells without a position follow the one before. */
export function readCells(sheetData: XmlElement | undefined, sheet: Sheet, context: CellsContext): void {
  const reader = new CellReader(context);
  let row = -1;
  for (const line of childrenOf(sheetData, 'row')) {
    row = line.attributes['r'] === undefined ? row + 1 : Number(line.attributes['r']) - 1;
    const record = readRow(line.attributes);
    if (record !== null) sheet.rows.set(row, record);
    let column = -1;
    for (const element of childrenOf(line, 'c')) {
      const place = element.attributes['r'] === undefined ? null : parseAddress(element.attributes['r']);
      column = place?.column ?? column + 1;
      putCell(sheet, row, column, reader.read(element, row, column));
    }
  }
}
