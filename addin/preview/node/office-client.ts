import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, Script } from 'node:vm';

/** Where office.js sends its messages when it runs inside a native host, and takes answers and events from. */
export interface NativeBridge {
  onMessageFromHost: ((message: string) => void) | null;
  sendMessageToHost(message: string): void;
}

export interface OfficeClient {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
}

/** Tells document events, which do not go over the bridge. */
export interface DocumentEvents {
  addHandler(handler: () => void): void;
  removeHandler(handler: () => void): void;
}

type Done = (result: { readonly status: string }) => void;
type Globals = OfficeClient & { readonly Office: object };

const FILE = '@microsoft/office-js/dist/excel-web-16.00.js';

let script: Script | null = null;

/**
 * A fresh copy of Microsoft's Excel client, unmodified, over the bridge. It gets a window of its own, so that Node's globals stay as
 * they are and every copy has its own event handlers. No DOM: only what the library touches while loading.
 */
export function loadOffice(bridge: NativeBridge, documentEvents: DocumentEvents): OfficeClient {
  const nothing = (): undefined => undefined;
  const location = { href: 'https://localhost/', origin: 'https://localhost', protocol: 'https:', hostname: 'localhost', hash: '', search: '' };
  const element = () => ({ style: {}, setAttribute: nothing, appendChild: nothing });
  const document = {
    createElement: element, getElementById: () => null, getElementsByTagName: () => [], querySelectorAll: () => [], addEventListener: nothing,
    readyState: 'loading', head: element(), body: null, domain: 'localhost', URL: location.href, cookie: '',
  };
  const navigator = { userAgent: 'node' };
  const window: Record<string, unknown> = {
    document, location, navigator, name: '', addEventListener: nothing, setTimeout, clearTimeout, Promise, history: {}, _richApiNativeBridge: bridge,
  };
  window['window'] = window;
  window['self'] = window;
  runWithin(window);
  const { Excel, OfficeExtension, Office } = window as Record<string, unknown> & Globals;
  window['Office'] = Object.create(Office, { context: { value: { document: documentOf(documentEvents) } } }) as unknown;
  return { Excel, OfficeExtension };
}

/** `Office.context.document`, as far as `workbook.onSelectionChanged` needs it. */
function documentOf(events: DocumentEvents): Readonly<Record<string, unknown>> {
  const done = (callback: Done) => callback({ status: 'succeeded' });
  return {
    addHandlerAsync(_type: string, handler: () => void, callback: Done) {
      events.addHandler(handler);
      done(callback);
    },
    removeHandlerAsync(_type: string, { handler }: { handler: () => void }, callback: Done) {
      events.removeHandler(handler);
      done(callback);
    },
  };
}

/** Runs the library with `window` as its global object. It shares Node's built-in classes, so that its errors, promises and answers are ours too. */
function runWithin(window: Record<string, unknown>): void {
  const filename = createRequire(import.meta.url).resolve(FILE);
  script ??= new Script(readFileSync(filename, 'utf8'), { filename });
  Object.assign(window, { Array, Date, Error, Function, JSON, Map, Object, Promise, RangeError, RegExp, Set, SyntaxError, TypeError, console });
  script.runInContext(createContext(window));
}
