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

/**
 * Excel without a window, over a book, with Microsoft's own client: `Excel.run` works as in an add-in. Each call loads a fresh client
 * and makes its `Excel` and `OfficeExtension` the global ones, so code that says `Excel.run` works on the book of the latest call.
 */
export function headlessHost(book: Book, options?: HostOptions): HeadlessHost {
  const host = new ExcelHost(book, options);
  const selectionHandlers = new Set<() => void>();
  const bridge: NativeBridge = {
    onMessageFromHost: null,
    sendMessageToHost(text) {
      const { id, message } = JSON.parse(text) as Message;
      const body = host.process(JSON.stringify(message.body));
      queueMicrotask(() => bridge.onMessageFromHost?.(JSON.stringify({ id, type: 2, message: { statusCode: 200, headers: {}, body } })));
    },
  };
  host.onEvents((entries) => bridge.onMessageFromHost?.(JSON.stringify({ type: 3, controlId: '', message: { entries } })));
  const stopSelection = book.onChange(({ kind }) => {
    if (kind === 'selection') for (const handler of selectionHandlers) setTimeout(handler, 0);
  });
  const client = loadOffice(bridge, { addHandler: (handler) => selectionHandlers.add(handler), removeHandler: (handler) => selectionHandlers.delete(handler) });
  Object.assign(globalThis, client);
  return {
    ...client, book, host, stats: host.stats,
    dispose() {
      stopSelection();
      host.dispose();
    },
  };
}
