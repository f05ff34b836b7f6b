import type { Comment as Note, Sheet } from '../../model/book.ts';
import { areaOf } from '../../model/areas.ts';
import { ApiCollection, ApiObject } from '../api-object.ts';
import type { HostContext } from '../context.ts';
import { invalidArgument, itemNotFound } from '../errors.ts';
import type { Range } from './range.ts';

/** The comments of a sheet, or of all sheets. The model does not tell notes from threaded comments: both are here. */
export class CommentCollection extends ApiCollection<Comment> {
  readonly apiClass = 'CommentCollection';
  readonly #context: HostContext;
  readonly #sheets: readonly Sheet[];
  readonly #home: Sheet;

  constructor(context: HostContext, sheet: Sheet | null) {
    super();
    this.#context = context;
    this.#sheets = sheet ? [sheet] : context.book.sheets;
    this.#home = sheet ?? context.book.activeSheet;
  }

  get items(): readonly Comment[] {
    return this.#sheets.flatMap((sheet) => {
      giveIds(this.#context, sheet);
      return sheet.comments.map((note) => new Comment(this.#context, sheet, note.id ?? ''));
    });
  }

  /** @param cell an address such as `Sheet1!A2` or a Range of one cell */
  add(cell: unknown, content: unknown): Comment {
    const { sheet, area } = this.#context.place(cell, this.#home);
    if (area.rows * area.columns !== 1) throw invalidArgument();
    this.#context.requireWritable(sheet);
    if (sheet.comments.some((note) => note.row === area.row && note.column === area.column)) throw invalidArgument();
    const id = newId(this.#context);
    sheet.comments = [...sheet.comments, { row: area.row, column: area.column, text: textOf(content), id }];
    this.#context.changed('comments', sheet);
    return new Comment(this.#context, sheet, id);
  }
  getItem(id: string): Comment {
    return this.getItemOrNullObject(id) ?? missing();
  }
  getItemOrNullObject(id: string): Comment | null {
    return this.items.find((comment) => comment.id === id) ?? null;
  }
  getItemAt(index: number): Comment {
    const item = this.items[index];
    if (!item) throw invalidArgument();
    return item;
  }
  getItemByCell(cell: unknown): Comment {
    const { sheet, area } = this.#context.place(cell, this.#home);
    giveIds(this.#context, sheet);
    const note = sheet.comments.find((one) => one.row === area.row && one.column === area.column);
    return note?.id === undefined ? missing() : new Comment(this.#context, sheet, note.id);
  }
}

export class Comment extends ApiObject {
  readonly apiClass = 'Comment';
  readonly #context: HostContext;
  readonly #sheet: Sheet;
  readonly #id: string;

  constructor(context: HostContext, sheet: Sheet, id: string) {
    super();
    this.#context = context;
    this.#sheet = sheet;
    this.#id = id;
  }

  override get scalars(): readonly string[] {
    return ['content', 'id'];
  }
  override get identity(): Readonly<Record<string, unknown>> {
    return { Id: this.#id };
  }
  get id(): string {
    return this.#id;
  }
  get content(): string {
    return this.#note().text;
  }
  set content(text: unknown) {
    const { row, column, id } = this.#note();
    this.#replace({ row, column, text: textOf(text), ...(id !== undefined && { id }) });
  }
  getLocation(): Range {
    const { row, column } = this.#note();
    return this.#context.make.range(this.#sheet, areaOf(row, column));
  }
  delete(): void {
    this.#replace(null);
  }

  #note(): Note {
    return this.#sheet.comments.find((note) => note.id === this.#id) ?? missing();
  }
  #replace(note: Note | null): void {
    this.#note();
    this.#context.requireWritable(this.#sheet);
    this.#sheet.comments = this.#sheet.comments.flatMap((one) => (one.id === this.#id ? (note ? [note] : []) : [one]));
    this.#context.changed('comments', this.#sheet);
  }
}

function giveIds(context: HostContext, sheet: Sheet): void {
  if (sheet.comments.every((note) => note.id !== undefined)) return;
  for (const [index, note] of sheet.comments.entries()) if (note.id === undefined) sheet.comments[index] = { ...note, id: newId(context) };
}

function newId(context: HostContext): string {
  const taken = new Set(context.book.sheets.flatMap((sheet) => sheet.comments.map((note) => note.id)));
  let number = taken.size + 1;
  while (taken.has(`{C${number}}`)) number++;
  return `{C${number}}`;
}

/** Mentions are kept as their plain text. */
function textOf(content: unknown): string {
  const text: unknown = typeof content === 'object' && content !== null && 'richContent' in content ? content.richContent : content;
  if (typeof text !== 'string' || text === '') throw invalidArgument();
  return text;
}

function missing(): never {
  throw itemNotFound();
}
