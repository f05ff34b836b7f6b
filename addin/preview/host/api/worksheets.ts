import type { Sheet } from '../../model/book.ts';
import { ApiCollection } from '../api-object.ts';
import type { HostContext } from '../context.ts';
import { invalidArgument, itemAlreadyExists, itemNotFound } from '../errors.ts';
import type { Worksheet } from './worksheet.ts';

/** Throws InvalidArgument for what Excel does not take as a sheet's name, ItemAlreadyExists for a taken one. */
export function requireSheetName(context: HostContext, name: unknown, besides?: Sheet): string {
  if (typeof name !== 'string' || name === '' || name.length > 31 || /[\\/?*[\]:]/.test(name) || name.startsWith("'") || name.endsWith("'"))
    throw invalidArgument();
  const other = context.book.sheetNamed(name);
  if (other && other !== besides) throw itemAlreadyExists();
  return name;
}

export class WorksheetCollection extends ApiCollection<Worksheet> {
  readonly apiClass = 'WorksheetCollection';
  readonly #context: HostContext;

  constructor(context: HostContext) {
    super();
    this.#context = context;
  }

  get items(): readonly Worksheet[] {
    return this.#context.book.sheets.map((sheet) => this.#context.make.worksheet(sheet));
  }

  add(name?: string | null): Worksheet {
    const { book } = this.#context;
    const sheet = book.addSheet(name ? requireSheetName(this.#context, name) : this.#freeName());
    this.#context.changed('sheets', sheet);
    return this.#context.make.worksheet(sheet);
  }
  /** @param key name or id */
  getItem(key: string): Worksheet {
    const item = this.getItemOrNullObject(key);
    if (!item) throw itemNotFound();
    return item;
  }
  getItemOrNullObject(key: string): Worksheet | null {
    const { book } = this.#context;
    const sheet = book.sheets.find((one) => one.id === key) ?? book.sheetNamed(key);
    return sheet ? this.#context.make.worksheet(sheet) : null;
  }
  getActiveWorksheet(): Worksheet {
    return this.#context.make.worksheet(this.#context.book.activeSheet);
  }
  getFirst(visibleOnly?: boolean | null): Worksheet {
    return this.#listed(visibleOnly)[0] ?? missing();
  }
  getLast(visibleOnly?: boolean | null): Worksheet {
    return this.#listed(visibleOnly).at(-1) ?? missing();
  }
  override getCount(visibleOnly?: boolean | null): number {
    return this.#listed(visibleOnly).length;
  }

  #listed(visibleOnly: boolean | null | undefined): readonly Worksheet[] {
    return visibleOnly ? this.items.filter((sheet) => sheet.visibility === 'Visible') : this.items;
  }
  #freeName(): string {
    let number = this.#context.book.sheets.length + 1;
    while (this.#context.book.sheetNamed(`Sheet${number}`)) number++;
    return `Sheet${number}`;
  }
}

function missing(): never {
  throw itemNotFound();
}
