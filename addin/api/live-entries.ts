import { MAX_PAGE } from '../../shared/contract/entries.ts';
import type { EntriesAnswer } from '../../shared/contract/entries.ts';
import type { RegisterId } from '../../shared/registers/index.ts';
import type { LiveEntry } from '../../shared/sync/adopt.ts';
import type { Transport } from './transport.ts';

/** Asks for every live entry of a register, page by page. */
export async function liveEntries(transport: Transport, register: RegisterId, signal?: AbortSignal): Promise<readonly LiveEntry[]> {
  const found: LiveEntry[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: Record<string, string | number> = cursor === '' ? { limit: MAX_PAGE } : { limit: MAX_PAGE, cursor };
    const answer: EntriesAnswer = await transport<EntriesAnswer>('GET', `/v1/registers/${register}/entries`, { signal, query });
    found.push(...entriesOf(answer));
    cursor = answer.next;
  }
  return found;
}

function entriesOf({ columns, rows }: EntriesAnswer): readonly LiveEntry[] {
  return rows.map((cells) => {
    const content: Record<string, string | number> = {};
    columns.forEach((column, at) => {
      const value = cells[at];
      if (column !== 'id' && (typeof value === 'string' || typeof value === 'number')) content[column] = value;
    });
    return { id: String(cells[columns.indexOf('id')] ?? ''), content };
  });
}
