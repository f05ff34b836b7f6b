import { ApiObject } from '../api-object.ts';
import type { HostContext } from '../context.ts';
import { invalidArgument } from '../errors.ts';
import type { Area, Sheet, Style } from '../../model/book.ts';
import { common, restyle } from './cells.ts';

/** A part of the format of one area or several. */
export abstract class FormatPart extends ApiObject {
  readonly context: HostContext;
  readonly sheet: Sheet;
  readonly areas: readonly Area[];

  constructor(context: HostContext, sheet: Sheet, areas: readonly Area[]) {
    super();
    this.context = context;
    this.sheet = sheet;
    this.areas = areas;
  }

  protected common<T>(read: (style: Style | undefined) => T): T | null {
    return common(this.sheet, this.areas, read);
  }
  protected restyle(change: (style: Style, row: number, column: number) => Style): void {
    restyle(this.context, this.sheet, this.areas, change);
  }
}

/** The API's name of a model value. */
export function keyOf<T extends Readonly<Record<string, unknown>>>(table: T, value: T[keyof T]): string {
  return Object.keys(table).find((key) => table[key] === value) ?? '';
}

/** The model value of an API name; InvalidArgument for an unknown one. */
export function entryOf<K extends string, V>(table: Readonly<Record<K, V>>, key: string): V {
  if (!hasKey(table, key)) throw invalidArgument();
  return table[key];
}

/** The style with one property taken away. */
export function without(style: Style, key: keyof Style): Style {
  const rest = { ...style };
  delete (rest as Partial<Record<keyof Style, unknown>>)[key];
  return rest;
}

/** Whether the text is one of the table's keys. */
export function hasKey<K extends string>(table: Readonly<Record<K, unknown>>, key: string): key is K {
  return Object.hasOwn(table, key);
}
