/** Column widths (`cols`): ranges in the file, single columns in the model. */

import type { Column, Sheet } from '../model/book.ts';
import type { LineOrigin } from './cell-origin.ts';
import { alike } from './equal.ts';
import { childrenOf, isTrue, xml, type XmlElement } from './xml.ts';

interface ColumnRange {
  first: number;
  last: number;
  attributes: Readonly<Record<string, string>> | null;
}

// A range that reaches further stands for "all the rest" and is kept as it is.
const LONGEST_SPELLED_OUT = 256;

function rangesOf(cols: XmlElement | undefined): ColumnRange[] {
  return childrenOf(cols, 'col').map(({ attributes: { min = '1', max = min, ...attributes } }) => ({
    first: Number(min) - 1,
    last: Number(max) - 1,
    attributes,
  }));
}

function columnOf(attributes: Readonly<Record<string, string>>): Column {
  const width = attributes['width'] === undefined ? undefined : Number(attributes['width']);
  const origin: LineOrigin = { attributes, size: width };
  return { ...(width === undefined ? {} : { width }), ...(isTrue(attributes['hidden']) ? { hidden: true } : {}), origin };
}

function spelledOut(ranges: readonly ColumnRange[]): Map<number, Column> {
  const columns = new Map<number, Column>();
  for (const { first, last, attributes } of ranges) {
    if (attributes === null || last - first >= LONGEST_SPELLED_OUT) continue;
    for (let column = first; column <= last; column++) columns.set(column, columnOf(attributes));
  }
  return columns;
}

/** Puts widths and hidden columns into the sheet. */
export function readColumns(cols: XmlElement | undefined, sheet: Sheet): void {
  for (const [index, column] of spelledOut(rangesOf(cols))) sheet.columns.set(index, column);
}

/** The attributes of a column: as they were, with the width and visibility that the model has now. */
function attributesOf(column: Column): Record<string, string> {
  const origin = column.origin as LineOrigin | undefined;
  const { hidden: _was, ...attributes } = { ...origin?.attributes };
  if (column.width !== origin?.size) {
    delete attributes['bestFit'];
    if (column.width === undefined) delete attributes['width'];
    else Object.assign(attributes, { width: String(column.width), customWidth: '1' });
  }
  // Without a width Excel would take the column for one of width 0.
  attributes['width'] ??= '9.140625';
  return column.hidden === true ? { ...attributes, hidden: '1' } : attributes;
}

/** Cuts one column out of the ranges that cover it. */
function without(ranges: readonly ColumnRange[], column: number): ColumnRange[] {
  return ranges.flatMap((range) => {
    if (column < range.first || column > range.last) return [range];
    const parts = [
      { ...range, last: column - 1 },
      { ...range, first: column + 1 },
    ];
    return parts.filter((part) => part.first <= part.last);
  });
}

/** The `cols` element for the sheet as it stands: the file's own while no column changed. Empty: no element. */
export function writeColumns(was: XmlElement | undefined, sheet: Sheet): XmlElement[] {
  let ranges = rangesOf(was);
  const before = spelledOut(ranges);
  const touched = [...new Set([...before.keys(), ...sheet.columns.keys()])].filter((column) => !alike(before.get(column), sheet.columns.get(column)));
  if (touched.length === 0) return was === undefined ? [] : [was];
  for (const index of touched) {
    ranges = without(ranges, index);
    const column = sheet.columns.get(index);
    if (column !== undefined && (column.width !== undefined || column.hidden === true || column.origin !== undefined)) {
      ranges.push({ first: index, last: index, attributes: attributesOf(column) });
    }
  }
  ranges.sort((a, b) => a.first - b.first);
  const joined: ColumnRange[] = [];
  for (const range of ranges) {
    const previous = joined.at(-1);
    if (previous !== undefined && previous.last + 1 === range.first && alike(previous.attributes, range.attributes)) previous.last = range.last;
    else joined.push({ ...range });
  }
  return joined.length === 0
    ? []
    : [
        xml(
          'cols',
          {},
          joined.map((range) => xml('col', { min: range.first + 1, max: range.last + 1, ...range.attributes })),
        ),
      ];
}
