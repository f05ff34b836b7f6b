import { areaOf } from '../../model/areas.ts';
import { ApiObject } from '../api-object.ts';
import type { HostContext } from '../context.ts';
import { itemNotFound } from '../errors.ts';
import { Application } from './application.ts';
import { CommentCollection } from './comments.ts';
import { CustomXmlPartCollection } from './custom-xml.ts';
import { NamedItemCollection } from './names.ts';
import type { Range } from './range.ts';
import { SettingCollection } from './settings.ts';
import { TableCollection } from './tables.ts';
import { WorksheetCollection } from './worksheets.ts';

/** The root of the object graph. */
export class Workbook extends ApiObject {
  readonly apiClass = 'Workbook';
  readonly #context: HostContext;

  constructor(context: HostContext) {
    super();
    this.#context = context;
  }

  override get scalars(): readonly string[] {
    return ['name', 'readOnly'];
  }
  get name(): string {
    return this.#context.book.name;
  }
  get readOnly(): boolean {
    return false;
  }

  get application(): Application {
    return new Application();
  }
  get comments(): CommentCollection {
    return new CommentCollection(this.#context, null);
  }
  get customXmlParts(): CustomXmlPartCollection {
    return new CustomXmlPartCollection(this.#context);
  }
  get names(): NamedItemCollection {
    return new NamedItemCollection(this.#context);
  }
  get settings(): SettingCollection {
    return new SettingCollection(this.#context);
  }
  get tables(): TableCollection {
    return new TableCollection(this.#context, null);
  }
  get worksheets(): WorksheetCollection {
    return new WorksheetCollection(this.#context);
  }

  getSelectedRange(): Range {
    return this.#context.make.range(this.#context.book.activeSheet, this.#context.book.selection);
  }
  getActiveCell(): Range {
    const { row, column } = this.#context.book.selection;
    return this.#context.make.range(this.#context.book.activeSheet, areaOf(row, column));
  }

  /** The range an event pointed at, for `args.getRange(context)`. */
  _GetRangeForEventByReferenceId(id: string): Range {
    const range = this.#eventRange(id);
    if (!range) throw itemNotFound();
    return range;
  }
  _GetRangeOrNullObjectForEventByReferenceId(id: string): Range | null {
    return this.#eventRange(id);
  }

  #eventRange(id: string): Range | null {
    const place = this.#context.eventRanges.get(id);
    return place ? this.#context.make.range(place.sheet, place.area) : null;
  }
}
