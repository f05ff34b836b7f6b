import { MAX_PENDING } from '../../../shared/contract/push.ts';
import { ApiError } from '../../api/ledger-api.ts';
import type { Binding, LedgerWorkbook } from '../../excel/port.ts';
import type { PushOptions } from './push-options.ts';
import { sendBlocks } from './send-blocks.ts';
import type { PushBlock, SendOptions, Sent } from './send-blocks.ts';

export function sendOptions({ api, asOf, language, signal, onProgress }: PushOptions, binding: Binding): SendOptions {
  return { api, asOf, binding, dryRun: false, signal, language, onRows: (done, total) => onProgress?.({ phase: 'sending', done, total }) };
}

/** Sends blocks as one push that is known again when its answer is lost. */
export function sendRemembered(options: PushOptions, binding: Binding, blocks: readonly PushBlock[]): Promise<Sent> {
  return remembered(
    options.workbook,
    binding,
    blocks.map(({ request }) => request),
    (onSend) => sendBlocks(blocks, { ...sendOptions(options, binding), onSend: ({ request }) => onSend(request) }),
  );
}

/**
 * Sends requests that are saved in the workbook beforehand. When it breaks off, those that may have been accepted stay saved, so that
 * the next push knows them for its own; the one that was refused and those never sent are forgotten.
 */
export async function remembered<Answer>(
  workbook: LedgerWorkbook,
  before: Binding,
  requests: readonly string[],
  send: (onSend: (request: string) => void) => Promise<Answer>,
): Promise<Answer> {
  const remember = (more: readonly string[]) => workbook.saveBinding({ ...before, pending: [...before.pending, ...more].slice(-MAX_PENDING) });
  const started: string[] = [];
  await remember(requests);
  try {
    return await send((request) => started.push(request));
  } catch (fault) {
    const isRefused = fault instanceof ApiError && !fault.isUnanswered;
    // What was saved beforehand holds these requests and more: if this cannot be saved, nothing is lost.
    await remember(isRefused ? started.slice(0, -1) : started).catch(() => undefined);
    throw fault;
  }
}
