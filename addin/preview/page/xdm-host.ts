import { appContext, hostInfoName } from './xdm-activation.ts';
import { DispatchId, ErrorNumber, requestIn } from './xdm-message.ts';
import type { MethodCall, XdmRequest } from './xdm-message.ts';
import { showDialog } from './dialog.ts';
import type { HostEvent } from '../host/events.ts';

export interface XdmHostOptions {
  readonly iframe: HTMLIFrameElement;
  readonly address: string;
  /** Of the host's menus, such as `zh-CN`. */
  readonly locale: string;
  /** `Office.context.document.settings`: name → JSON. */
  readonly settings: { load(): Readonly<Record<string, string>>; save(settings: Readonly<Record<string, string>>): void };
  /** Answers one request of the Excel API with the response's JSON. */
  readonly processQuery: (body: string) => string;
  /** The host of the page that opened this one as a dialog. */
  readonly parent?: XdmHost;
}

const DIALOG_EVENT = 'dialogMessageReceived';
let nextConversation = 1;

/** What Excel on the web is to an add-in in an iframe: activation, settings, dialogs, events, and the Excel API's requests. */
export class XdmHost {
  readonly #options: XdmHostOptions;
  readonly #conversation = `preview-${nextConversation++}-${Math.random().toString(36).slice(2)}`;
  readonly #events = new Set<string>();
  #dialog: { readonly host: XdmHost; close(): void } | null = null;
  readonly #listener = (event: MessageEvent): void => {
    if (event.source !== this.#options.iframe.contentWindow) return;
    const request = requestIn(event.data, this.#conversation);
    if (request) this.#receive(request);
  };

  /** Names the iframe as office.js expects and loads the address in it; the iframe must not be in the page before. */
  constructor(options: XdmHostOptions) {
    this.#options = options;
    window.addEventListener('message', this.#listener);
    options.iframe.name = hostInfoName(this.#conversation, options.locale, options.parent !== undefined);
    options.iframe.src = options.address;
  }

  /** Events of the Excel API; dropped when the add-in listens to none. */
  raise(events: readonly HostEvent[]): void {
    if (!this.#events.has('richApiMessage') || events.length === 0) return;
    this.raiseOffice('richApiMessage', {
      ArrayData: events.map((event) => [event.messageCategory, event.messageType, event.targetId, event.message, 0, false]),
    });
  }

  dispose(): void {
    window.removeEventListener('message', this.#listener);
    this.#dialog?.close();
  }

  #receive(request: XdmRequest): void {
    if (request._actionType === 1) return this.#register(request);
    if (request._actionType === 2) return this.#unregister(request);
    if (request._actionName === 'ContextActivationManager_getAppContextAsync')
      return this.#answer(request, appContext(this.#options.locale, this.#options.settings.load()));
    if (request._actionName === 'executeMethod') return this.#answer(request, this.#execute(request._data as MethodCall));
    this.#answer(request, null); // notices such as focus: nothing hangs on the answer
  }

  #register(request: XdmRequest): void {
    this.#events.add(request._actionName);
    if (request._actionName === DIALOG_EVENT) this.#openDialog((request._data as { readonly targetId: string }).targetId);
    this.#answer(request, { Error: ErrorNumber.none });
  }

  #unregister(request: XdmRequest): void {
    this.#events.delete(request._actionName);
    if (request._actionName === DIALOG_EVENT) this.#dialog?.close();
    this.#answer(request, { Error: ErrorNumber.none });
  }

  #execute(call: MethodCall): object {
    const done = { Version: 1, Error: ErrorNumber.none };
    switch (call.DdaMethod.DispatchId) {
      case DispatchId.richApi:
        return { ...done, Data: [200, ['Content-Type', 'application/json'], this.#options.processQuery(bodyOf(call))] };
      case DispatchId.loadSettings:
        return { ...done, Properties: { Settings: Object.entries(this.#options.settings.load()).map(([Name, Value]) => ({ Name, Value })) } };
      case DispatchId.saveSettings:
        this.#options.settings.save(Object.fromEntries(call.DdaSettingsMethod?.Properties ?? []));
        return done;
      case DispatchId.messageParent:
        this.#options.parent?.raiseOffice(DIALOG_EVENT, {
          messageType: 0,
          messageContent: call.messageToParent ?? call.MessageToParent,
          messageOrigin: location.origin,
        });
        return done;
      case DispatchId.messageChild:
        this.#dialog?.host.raiseOffice('dialogParentMessageReceived', { messageType: 1, messageContent: call.messageContent, messageOrigin: location.origin });
        return done;
      default:
        console.warn(`Preview host: the Office method number ${call.DdaMethod.DispatchId} is not implemented.`);
        return { Version: 1, Error: ErrorNumber.notSupported };
    }
  }

  #openDialog(target: string): void {
    const { url, width, height } = JSON.parse(target) as { readonly url: string; readonly width: number; readonly height: number };
    const frame = showDialog(width, height, () => {
      this.#dialog?.close();
      this.raiseOffice(DIALOG_EVENT, { messageType: ErrorNumber.dialogClosed });
    });
    const host = new XdmHost({ ...this.#options, iframe: frame.iframe, address: url, parent: this });
    this.#dialog = {
      host,
      close: () => {
        this.#dialog = null;
        host.dispose();
        frame.remove();
      },
    };
    frame.show();
  }

  #answer(request: XdmRequest, data: unknown): void {
    this.#post({ _actionName: request._actionName, _correlationId: request._correlationId, _data: data, _responseType: 0 });
  }

  /** An event of Office itself, such as a dialog's message. */
  raiseOffice(event: string, data: unknown): void {
    this.#post({ _actionName: event, _correlationId: 0, _data: data, _responseType: 1 });
  }

  #post(message: object): void {
    const whole = { ...message, _messageType: 1, _errorCode: 0, _conversationId: this.#conversation, _origin: location.origin, _serializerVersion: 1 };
    this.#options.iframe.contentWindow?.postMessage(JSON.stringify(whole), '*');
  }
}

/** The Excel API's request, the fifth of the call's parameters. */
function bodyOf({ ArrayData }: MethodCall): string {
  const body = ArrayData?.[4];
  if (typeof body !== 'string') throw new Error('Preview host: a request to the Excel API has no body.');
  return body;
}
