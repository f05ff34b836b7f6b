import type { HostEvent } from '../host/events.ts';
import { ExcelHost, type HostOptions, type HostStats } from '../host/excel-host.ts';
import type { Book } from '../model/book.ts';
import { loadOffice, type NativeBridge, type OfficeClient } from './office-client.ts';

export interface HeadlessHost extends OfficeClient {
  readonly book: Book;
  readonly host: ExcelHost;
  /** Requests are syncs. */
  readonly stats: HostStats;
  /** Stops telling the add-in of events. */
  dispose(): void;
}

interface Message {
  readonly id: number;
  readonly message: { readonly body: unknown };
}

/** The document's selection event, which `workbook.onSelectionChanged` listens to without registering with the host. */
const SELECTION_CHANGED: HostEvent = { messageCategory: 65_536, messageType: 2, targetId: '', message: '{}' };

/**
 * Excel without a window, over a book, with Microsoft's own client: `Excel.run` works as in an add-in. Each call loads a fresh client
 * and makes its `Excel` and `OfficeExtension` the global ones, so code that says `Excel.run` works on the book of the latest call.
 */
export function headlessHost(book: Book, options?: HostOptions): HeadlessHost {
  const host = new ExcelHost(book, options);
  const bridge: NativeBridge = {
    onMessageFromHost: null,
    sendMessageToHost(text) {
      const { id, message }: Message = JSON.parse(text);
      const body = host.process(JSON.stringify(message.body));
      queueMicrotask(() => bridge.onMessageFromHost?.(JSON.stringify({ id, type: 2, message: { statusCode: 200, headers: {}, body } })));
    },
  };
  const fire = (entries: readonly HostEvent[]) => bridge.onMessageFromHost?.(JSON.stringify({ type: 3, controlId: '', message: { entries } }));
  host.onEvents(fire);
  const stopSelection = book.onChange(({ kind }) => {
    if (kind === 'selection') setTimeout(() => fire([SELECTION_CHANGED]), 0);
  });
  const client = loadOffice(bridge);
  Object.assign(globalThis, client);
  return {
    ...client,
    book,
    host,
    stats: host.stats,
    dispose() {
      stopSelection();
      host.dispose();
    },
  };
}
