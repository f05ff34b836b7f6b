import type { Head } from '../../shared/audit/chain.ts';
import { checkExport } from '../../shared/audit/export.ts';
import type { ExportFault } from '../../shared/audit/export.ts';
import { sha256 } from '../work/digest.ts';
import type { Transport } from './transport.ts';

/** How much of an export has come. How much there is the server does not know beforehand. */
export interface ExportProgress {
  readonly bytes: number;
  readonly lines: number;
}

/** An export as it came, and what its own hashes say of it. */
export interface ExportedWorkspace {
  /** The very bytes the server sent. */
  readonly file: Blob;
  readonly lines: number;
  /** Versions of entries in it. */
  readonly versions: number;
  /** The last revision that stands. */
  readonly head: Head;
  /** What does not stand, such as a file that was cut off on its way; null when all of it does. */
  readonly fault: ExportFault | null;
}

export interface ExportApi {
  /** Everything of the workspace, checked against its own hashes while it comes. For admins. Rejects with an `ApiError`, or with the signal's reason when aborted. */
  exportWorkspace(onProgress: (progress: ExportProgress) => void, signal?: AbortSignal): Promise<ExportedWorkspace>;
}

/** A large workspace comes for as long as its disk and network take: milliseconds. */
const EXPORT_TIMEOUT = 3_600_000;

export function exportApi(transport: Transport): ExportApi {
  return {
    exportWorkspace: async (onProgress, signal) => {
      let exported: ExportedWorkspace | null = null;
      const take = async (response: Response): Promise<void> => {
        exported = await takeExport(response, onProgress, signal);
      };
      await transport('GET', '/v1/export', { signal, timeout: EXPORT_TIMEOUT, take });
      if (exported === null) throw new Error('answered without a body');
      return exported;
    },
  };
}

async function takeExport(response: Response, onProgress: (progress: ExportProgress) => void, signal: AbortSignal | undefined): Promise<ExportedWorkspace> {
  const check = checkExport(sha256, null);
  const decoder = new TextDecoder();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let fault: ExportFault | null = null;
  let [bytes, lines, begun] = [0, 0, ''];
  const follow = async (text: string): Promise<void> => {
    lines += 1;
    fault ??= await check.follow(text);
  };
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
    signal?.throwIfAborted();
    chunks.push(read.value);
    bytes += read.value.length;
    const whole = (begun + decoder.decode(read.value, { stream: true })).split('\n');
    begun = whole.pop() ?? '';
    for (const line of whole) await follow(line);
    onProgress({ bytes, lines });
  }
  begun += decoder.decode();
  if (begun !== '') await follow(begun);
  return { file: new Blob(chunks, { type: 'application/x-ndjson' }), lines, versions: check.versions, head: check.head, fault: fault ?? (await check.end()) };
}
