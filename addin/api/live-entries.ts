import { MAX_PAGE } from '../../shared/contract/entries.ts';
import type { EntriesAnswer } from '../../shared/contract/entries.ts';
import type { Entry } from '../../shared/ledger/entry.ts';
import type { RegisterId } from '../../shared/registers/index.ts';
import type { Transport } from './transport.ts';

/** Asks for every live entry of a register, page by page. */
export async function liveEntries(transport: Transport, register: RegisterId, signal?: AbortSignal): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: Record<string, string | number> = cursor === '' ? { limit: MAX_PAGE } : { limit: MAX_PAGE, cursor };
    const answer: EntriesAnswer = await transport<EntriesAnswer>('GET', `/v1/registers/${register}/entries`, { signal, query });
    found.push(...entriesOf(register, answer));
    cursor = answer.next;
  }
  return found;
}

function entriesOf(register: RegisterId, { columns, rows, revisions, memories }: EntriesAnswer): readonly Entry[] {
  const idColumn = columns.indexOf('id');
  return rows.map((cells, row) => {
    const content: Record<string, string | number> = {};
    columns.forEach((column, at) => {
      const value = cells[at];
      if (at !== idColumn && (typeof value === 'string' || typeof value === 'number')) content[column] = value;
    });
    return { id: String(cells[idColumn] ?? ''), register, revision: revisions[row] ?? 0, content, memory: memories[row] ?? {} };
  });
}
