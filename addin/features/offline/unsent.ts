import type { PackageContent } from '../../../shared/contract/package.ts';
import { MAX_PENDING } from '../../../shared/contract/push.ts';
import type { PushAnswer, PushRequest } from '../../../shared/contract/push.ts';
import { openPackage, sealPackage } from '../../../shared/sync/package.ts';
import { ApiError } from '../../api/ledger-api.ts';
import type { LedgerApi } from '../../api/ledger-api.ts';
import type { Binding, LedgerWorkbook } from '../../excel/port.ts';
import { sha256 } from '../../work/digest.ts';

/** A push that could not be sent, as it is kept in the workbook and as a package. */
export interface Unsent {
  readonly content: PackageContent;
  /** The package's own text. */
  readonly text: string;
  readonly rows: number;
}

/** A client that remembers the requests of a push which nothing was heard of: the one that broke off and those after it. */
export function watchingPushes(api: LedgerApi): { readonly api: LedgerApi; readonly broken: () => readonly PushRequest[] } {
  let broken: readonly PushRequest[] = [];
  return {
    api: {
      ...api,
      push: async (register, body, options) => {
        try {
          return await api.push(register, body, options);
        } catch (fault) {
          if (fault instanceof ApiError && fault.isUnanswered && !body.dryRun) broken = [body, ...(options?.following?.() ?? [])];
          throw fault;
        }
      },
    },
    broken: () => broken,
  };
}

/** Where a push comes from. */
export type Origin = Pick<PackageContent, 'workspace' | 'asOf' | 'madeBy' | 'madeAt'>;

/**
 * Keeps a push that broke off in the workbook, in place of one kept before: the rows of that are in it as they stand by now. Its
 * requests stay the sheet's own, so that what becomes of them is not taken for the work of others. False when it is too large.
 */
export async function keepUnsent(
  workbook: LedgerWorkbook,
  { id, register, sheetName }: Binding,
  pushes: readonly PushRequest[],
  origin: Origin,
): Promise<boolean> {
  const text = await sealPackage({ ...origin, register, sheet: sheetName, pushes }, sha256);
  if (!(await workbook.saveUnsent(id, text))) return false;
  const saved = (await workbook.bindings()).find((binding) => binding.id === id);
  if (saved) await workbook.saveBinding({ ...saved, pending: withRequests(saved.pending, pushes) });
  return true;
}

function withRequests(pending: readonly string[], pushes: readonly PushRequest[]): readonly string[] {
  return [...new Set([...pending, ...pushes.map(({ request }) => request)])].slice(-MAX_PENDING);
}

/** The push kept for a ledger; null when there is none, or when it is not as it was kept. */
export async function unsentOf(workbook: LedgerWorkbook, bindingId: string): Promise<Unsent | null> {
  const text = await workbook.unsent(bindingId);
  if (text === null) return null;
  const opened = await openPackage(text, sha256);
  return 'fault' in opened ? null : { content: opened.content, text, rows: rowsIn(opened.content) };
}

/** How many rows a package pushes. */
function rowsIn({ pushes }: PackageContent): number {
  return pushes.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** Whether a push was refused because a newer one, from this workbook or a copy of it, has called it lost: it can be sent no more. */
export function isSuperseded(fault: unknown): boolean {
  return fault instanceof ApiError && fault.code === 'requestGivenUp';
}

/**
 * Sends the push kept for a ledger and keeps it no longer. Resolves to whether it was sent; a superseded one is not, and what the sheet has that the newer
 * one had not goes with the sheet's next push. Rejects as `sendPackage` does; then it stays kept.
 */
export async function sendKept(workbook: LedgerWorkbook, api: LedgerApi, bindingId: string, { content }: Unsent): Promise<boolean> {
  const isSent = await sendPackage(api, content).then(
    () => true,
    (fault: unknown) => {
      if (isSuperseded(fault)) return false;
      throw fault;
    },
  );
  await workbook.saveUnsent(bindingId, null);
  return isSent;
}

export interface SendPackageOptions {
  /** Only says what sending would do; default false. */
  readonly isDryRun?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onRows?: ((done: number, total: number) => void) | undefined;
}

/**
 * Sends the requests of a package as they are, under the client's own credential. They say who made the package, and carry its request ids: sent twice, from
 * whatever machine, they take effect once. Rejects as `LedgerApi.push` does; what was accepted stays, and sending again goes on.
 */
export async function sendPackage(
  api: LedgerApi,
  content: PackageContent,
  { isDryRun = false, signal, onRows }: SendPackageOptions = {},
): Promise<readonly PushAnswer[]> {
  const total = rowsIn(content);
  const answers: PushAnswer[] = [];
  let done = 0;
  for (const body of content.pushes) {
    signal?.throwIfAborted();
    onRows?.(done, total);
    answers.push(await api.push(content.register, { ...body, madeBy: content.madeBy, ...(isDryRun && { dryRun: true }) }, signal ? { signal } : {}));
    done += body.rows.length;
  }
  onRows?.(done, total);
  return answers;
}
