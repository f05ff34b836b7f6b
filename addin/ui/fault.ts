import type { TFunction } from 'i18next';
import { say } from '../../shared/contract/messages/index.ts';
import { message } from '../../shared/message.ts';
import type { Language } from '../../shared/message.ts';
import { ApiError } from '../api/ledger-api.ts';
import { WorkbookError } from '../excel/port.ts';
import { FileError } from '../files/file-error.ts';

/** What the transport itself says; the server's own codes have their words in `shared/contract/messages`. */
const transportCodes = ['unauthorized', 'unreachable', 'timeout', 'notOurServer', 'serverFault', 'tooManyRequests', 'signInNeeded', 'signInFailed'] as const;

/** What went wrong, for a person: what happened and what to do, and what to quote when asking for help. */
export interface FaultWords {
  readonly text: string;
  readonly requestId: string | null;
  /** The technical remainder, shown small; null when the words say it all. */
  readonly detail: string | null;
}

/** Puts anything that was thrown into words. */
export function faultWords(fault: unknown, t: TFunction, language: Language): FaultWords {
  if (fault instanceof ApiError) return apiWords(fault, t, language);
  if (fault instanceof WorkbookError) {
    const key = fault.code === 'tooLarge' ? 'workbookTooLarge' : fault.code;
    const text = t(`errors.${key}`, fault.params).replace(/ ?“”/, ''); // Excel does not always say which sheet it was
    return { text, requestId: null, detail: fault.code === 'host' ? causeOf(fault) : null };
  }
  if (fault instanceof FileError) return { text: t(`files.errors.${fault.code}`, fault.params), requestId: null, detail: null };
  return { text: t('errors.unknown'), requestId: null, detail: causeOf(fault) };
}

function apiWords(fault: ApiError, t: TFunction, language: Language): FaultWords {
  const own = transportCodes.find((code) => code === fault.code);
  if (own) return { text: t(`errors.${own}`), requestId: fault.requestId, detail: own === 'signInFailed' ? causeOf(fault) : null };
  const code = `api.${fault.code}`;
  const text = say(message(code, fault.params), language);
  if (text !== code) return { text, requestId: fault.requestId, detail: null };
  return { text: t(fault.status >= 500 ? 'errors.serverFault' : 'errors.unknown'), requestId: fault.requestId, detail: fault.code };
}

function causeOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  return fault.cause instanceof Error ? fault.cause.message : fault.message;
}
