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

const FILE = '@microsoft/office-js/dist/excel-web-16.00.js';

let script: Script | null = null;

const nothing = (): undefined => undefined;

/**
 * A fresh copy of Microsoft's Excel client, unmodified, over the bridge. It gets a global object of its own, so that Node's globals
 * stay as they are and every copy has its own event handlers. No DOM: only what the library touches while loading.
 */
export function loadOffice(bridge: NativeBridge): OfficeClient {
  const location = { href: 'https://localhost/', origin: 'https://localhost', protocol: 'https:', hostname: 'localhost', hash: '', search: '' };
  const element = () => ({ style: {}, setAttribute: nothing, appendChild: nothing });
  const document = {
    createElement: element,
    getElementById: () => null,
    getElementsByTagName: () => [],
    querySelectorAll: () => [],
    addEventListener: nothing,
    readyState: 'loading',
    head: element(),
    body: null,
    domain: 'localhost',
    URL: location.href,
    cookie: '',
  };
  const window: Record<string, unknown> & Partial<OfficeClient> = {
    document,
    location,
    navigator: { userAgent: 'node' },
    name: '',
    addEventListener: nothing,
    setTimeout,
    clearTimeout,
    console,
    history: {},
    _richApiNativeBridge: bridge,
    // It shares Node's built-in classes, so that its errors, promises and answers are ours too.
    Array,
    Date,
    Error,
    Function,
    JSON,
    Map,
    Object,
    Promise,
    RangeError,
    RegExp,
    Set,
    SyntaxError,
    TypeError,
  };
  window['window'] = window;
  window['self'] = window;
  const filename = createRequire(import.meta.url).resolve(FILE);
  script ??= new Script(readFileSync(filename, 'utf8'), { filename });
  script.runInContext(createContext(window));
  const { Excel, OfficeExtension } = window;
  if (!Excel || !OfficeExtension) throw new Error(`${FILE} did not define Excel`);
  return { Excel, OfficeExtension };
}
