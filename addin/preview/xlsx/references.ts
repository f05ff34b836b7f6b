/** Cell references as the parts of a file write them. */

import { columnName, areaAddress, parseAddress } from '../model/address.ts';
import type { Area } from '../model/book.ts';
import { alike } from './equal.ts';

/** `B2` for row 1, column 1. */
export function cellReference(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** The areas of a blank-separated list such as `A1:B2 D4`. */
export function areasOf(list: string): Area[] {
  return list.split(/\s+/).flatMap((reference) => parseAddress(reference) ?? []);
}

/** A list of areas as `sqref` attributes have it; `was` where it says the same in other words (a whole column can be `A:A` or `A1:A1048576`). */
export function sqrefOf(areas: readonly Area[], was: string | undefined): string {
  return was !== undefined && alike(areasOf(was), areas) ? was : areas.map((area) => areaAddress(area)).join(' ');
}
