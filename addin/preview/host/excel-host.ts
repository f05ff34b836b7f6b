import type { Book, Change } from '../model/book.ts';
import { areaMapper, type Shift } from '../model/shift.ts';
import { ApiObject } from './api-object.ts';
import { Range } from './api/range.ts';
import { RangeAreas } from './api/range-areas.ts';
import { TableObject } from './api/table.ts';
import { Workbook } from './api/workbook.ts';
import { Worksheet } from './api/worksheet.ts';
import { HostContext } from './context.ts';
import { Engine } from './engine.ts';
import { ApiError, notImplemented } from './errors.ts';
import { Events, type HostEvent } from './events.ts';
import type { ProcessAnswer, ProcessQuery } from './protocol.ts';

/** Excel on the web takes and gives no more in one request. learn.microsoft.com, "Resource limits and performance optimization" */
const MAX_PAYLOAD_BYTES = 5 * 1024 * 1024;

export interface HostStats {
  requests: number;
  actions: number;
  /** Requests that failed. */
  errors: number;
  largestRequestBytes: number;
  largestResponseBytes: number;
}

export interface HostOptions {
  /** For dates typed without a year; the machine's clock by default. */
  readonly today?: () => { readonly year: number };
}

/** Excel, as far as office.js can tell: answers its requests over a Book and tells it of events. Runs in a browser and in Node. */
export class ExcelHost {
  readonly book: Book;
  readonly stats: HostStats = { requests: 0, actions: 0, errors: 0, largestRequestBytes: 0, largestResponseBytes: 0 };
  readonly #context: HostContext;
  readonly #engine: Engine;
  readonly #events: Events;
  readonly #listeners = new Set<(events: readonly HostEvent[]) => void>();
  readonly #stopListening: () => void;
  #waiting: HostEvent[] = [];

  constructor(book: Book, { today = () => ({ year: new Date().getFullYear() }) }: HostOptions = {}) {
    this.book = book;
    this.#context = new HostContext(book, makers, () => this.#engine.tracked(), today);
    this.#events = new Events(this.#context);
    this.#engine = new Engine(
      new Workbook(this.#context),
      { 'Microsoft.InternalService.AddinInternalService': () => new AddinInternalService() },
      (object, event, isAdded) => {
        if (!this.#events.register(object, event, isAdded)) throw notImplemented(`the event ${object.apiClass}.on${event.replace(/Event$/, '')}`);
      },
    );
    this.#stopListening = book.onChange((change) => {
      const shift = shiftOf(change);
      if (change.source === 'person' && change.sheet && shift) this.#context.follow(change.sheet, areaMapper(shift));
      this.#send(this.#events.of(change));
    });
  }

  /** Answers the body of a ProcessQuery request, JSON for JSON. The book's listeners hear of changes before it returns, of each range once. */
  process(body: string): string {
    const requestBytes = byteLength(body);
    this.stats.requests++;
    this.stats.largestRequestBytes = Math.max(this.stats.largestRequestBytes, requestBytes);
    if (requestBytes > MAX_PAYLOAD_BYTES) {
      return this.#refuse(
        'RequestPayloadSizeLimitExceeded',
        'The request payload size has exceeded the limit. Please refer to the documentation: "https://docs.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins".',
      );
    }
    const request: ProcessQuery = JSON.parse(body);
    this.stats.actions += request.Actions.length;
    const answer = this.#engine.process(request);
    this.#context.flush();
    if (answer.Error) this.stats.errors++;
    const response = JSON.stringify(answer);
    const responseBytes = byteLength(response);
    this.stats.largestResponseBytes = Math.max(this.stats.largestResponseBytes, responseBytes);
    return responseBytes > MAX_PAYLOAD_BYTES
      ? this.#refuse(
          'ResponsePayloadSizeLimitExceeded',
          'The response payload size has exceeded the limit. Please refer to the documentation: "https://docs.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins".',
        )
      : response;
  }

  /** Calls back with events, after the request that caused them has been answered. Returns what stops it. */
  onEvents(listener: (events: readonly HostEvent[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Lets go of the book. */
  dispose(): void {
    this.#stopListening();
    this.#listeners.clear();
  }

  #send(events: readonly HostEvent[]): void {
    if (events.length === 0) return;
    if (this.#waiting.length === 0) setTimeout(() => this.#deliver(), 0);
    this.#waiting.push(...events);
  }
  #deliver(): void {
    const events = this.#waiting;
    this.#waiting = [];
    for (const listener of this.#listeners) listener(events);
  }

  #refuse(code: string, message: string): string {
    this.stats.errors++;
    const error = new ApiError(code, message, 413);
    const answer: ProcessAnswer = {
      Results: [],
      TraceIds: [],
      Error: { Code: error.code, Message: error.message, Location: null, ActionIndex: 0, HttpStatusCode: error.status },
    };
    return JSON.stringify(answer);
  }
}

/** What office.js tells when the add-in's ribbon actions are ready. */
class AddinInternalService extends ApiObject {
  readonly apiClass = 'AddinInternalService';
  notifyActionHandlerReady(): void {
    // The preview's page calls actions only on a click, long after.
  }
}

/** The insertion or deletion of whole rows or columns a change tells of; null for other changes. */
function shiftOf({ what, area }: Change): Shift | null {
  const [whole, line, kind] = /^(rows|columns)(Inserted|Deleted)$/.exec(what ?? '') ?? [];
  return whole === undefined || !area ? null : { kind: kind === 'Inserted' ? 'insert' : 'delete', axis: line === 'rows' ? 'down' : 'right', area };
}

function makers(context: HostContext): HostContext['make'] {
  return {
    range: (sheet, area) => new Range(context, sheet, area),
    rangeAreas: (sheet, areas) => new RangeAreas(context, sheet, areas),
    worksheet: (sheet) => new Worksheet(context, sheet),
    table: (sheet, table) => new TableObject(context, sheet, table),
  };
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
