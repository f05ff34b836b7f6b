/** What an add-in page sends to the window that hosts it, as office.js 1.1.110 was seen to write it. */
export interface XdmRequest {
  readonly _messageType: number;
  /** 0 calls a method, 1 registers for an event, 2 ends a registration. */
  readonly _actionType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
  readonly _origin?: string;
}

const REQUEST = 0;

/** The request in a posted message of one conversation; null for anything else. */
export function requestIn(data: unknown, conversation: string): XdmRequest | null {
  if (typeof data !== 'string') return null;
  let message: XdmRequest;
  try {
    message = JSON.parse(data) as XdmRequest;
  } catch {
    return null; // not one of office.js: those are JSON
  }
  if (typeof message !== 'object' || message === null || message._messageType !== REQUEST) return null;
  return message._conversationId.replace(/_ntf$/, '') === conversation ? message : null;
}

/** `_data` of `executeMethod`. */
export interface MethodCall {
  readonly DdaMethod: { readonly DispatchId: number };
  readonly ArrayData?: readonly unknown[];
  readonly DdaSettingsMethod?: { readonly Properties: readonly (readonly [string, string])[] };
  readonly messageToParent?: string;
  readonly MessageToParent?: string;
  readonly messageContent?: string;
}

/** The methods office.js calls by number. */
export const DispatchId = { loadSettings: 75, saveSettings: 76, richApi: 93, messageParent: 144, messageChild: 145 } as const;

/** Error numbers of office.js. */
export const ErrorNumber = { none: 0, notSupported: 5001, dialogClosed: 12006 } as const;
