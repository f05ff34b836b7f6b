import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { ulid } from 'ulid';
import type { Cell } from '../../../shared/cell.ts';
import type { EntriesAnswer } from '../../../shared/contract/entries.ts';
import type { PushAnswer } from '../../../shared/contract/push.ts';
import type { Workspace } from '../workspace.ts';
import { badRow, columns, goodRow, hostileBody, type BadCell, type HostileBody } from './arbitraries.ts';

/** Rows of one request; one in ten more are good ones. */
const PER_REQUEST = 250;
const AT_ONCE = 8;
const PUSH = '/v1/registers/measures/push';

/** What became of everything sent. */
export interface Found {
  badRows: number;
  goodRows: number;
  bodies: number;
  refused: number;
  taken: number;
  /** Rows the server says it stored. */
  inserted: number;
  readonly serverErrors: string[];
  /** Bad rows that were not refused by index and column. */
  readonly unnamed: string[];
}

/** Sends malformed rows and arbitrary bodies to one workspace, and counts. */
export interface Attacker {
  readonly found: Found;
  sendBadRows(cells: readonly BadCell[]): Promise<void>;
  sendBodies(bodies: readonly HostileBody[]): Promise<void>;
  /** As many ordinary requests: pushes that change nothing. */
  sendOrdinary(badRows: number, bodies: number): Promise<void>;
  /** The measures that are stored. */
  stored(): Promise<number>;
}

/** The seed of this run, from SEED or new; printed, so that a run can be repeated. */
export function hostileSeed(): number {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);
  console.log(`hostile bodies: seed ${seed} (SEED=${seed} repeats them)`);
  return seed;
}

/** What is sent in a run of a seed. */
export function hostileInput(seed: number, badRows: number, bodies: number): { readonly cells: readonly BadCell[]; readonly bodies: readonly HostileBody[] } {
  return { cells: fc.sample(badRow, { numRuns: badRows, seed }), bodies: fc.sample(hostileBody, { numRuns: bodies, seed }) };
}

export function attackerOn({ url, key }: Workspace): Attacker {
  const found: Found = { badRows: 0, goodRows: 0, bodies: 0, refused: 0, taken: 0, inserted: 0, serverErrors: [], unnamed: [] };
  /** The last revision seen. */
  let head = 0;

  const headers = (further: Readonly<Record<string, string>> = {}) => ({ Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', ...further });

  /** workerd closes a line whose last body it did not read, which a later request may meet on any of the lines kept open: it is sent once more for each, and no oftener. */
  async function sent(init: RequestInit, lines = AT_ONCE): Promise<Response> {
    try {
      return await fetch(url + PUSH, init);
    } catch (fault) {
      if (lines === 0) throw fault;
      return sent(init, lines - 1);
    }
  }

  async function push(rows: readonly Cell[][], isTrial: boolean): Promise<PushAnswer> {
    const body = JSON.stringify({ base: head, asOf: '2022-06-30', request: ulid(), columns, rows, dryRun: isTrial });
    const response = await sent({ method: 'POST', headers: headers(), body });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    const answer = (await response.json()) as PushAnswer;
    if (!isTrial) head = answer.revision;
    return answer;
  }

  async function sendBody({ bytes, encoding, type }: HostileBody): Promise<void> {
    const isZipped = encoding === 'gzip';
    const response = await sent({
      method: 'POST',
      headers: headers({ 'Content-Type': type, ...(encoding !== 'identity' && { 'Content-Encoding': isZipped ? 'gzip' : encoding }) }),
      body: isZipped ? gzipSync(bytes) : Buffer.from(bytes),
    });
    const text = await response.text();
    found.bodies += 1;
    if (response.status >= 500) found.serverErrors.push(`${response.status} ${encoding} ${type}: ${Buffer.from(bytes).toString('utf8').slice(0, 200)}`);
    else if (response.ok) {
      found.taken += 1;
      found.inserted += (JSON.parse(text) as PushAnswer).counts.inserted;
    } else found.refused += 1;
  }

  /** Runs `send` for each of `all`, several at once. */
  async function inLanes<Item>(all: readonly Item[], send: (item: Item) => Promise<unknown>): Promise<void> {
    const waiting = [...all];
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await send(item);
      }),
    );
  }

  return {
    found,

    async sendBadRows(cells) {
      for (let from = 0; from < cells.length; from += PER_REQUEST) {
        const block = cells
          .slice(from, from + PER_REQUEST)
          .map(({ column, value }) => ({ column, row: goodRow().map((cell, at) => (columns[at] === column ? value : cell)) }));
        const good = Array.from({ length: block.length / 10 }, goodRow);
        const answer = await push([...block.map(({ row }) => row), ...good], false);
        for (const [at, { column, row }] of block.entries()) {
          found.badRows += 1;
          const isNamed = answer.rows.outcome[at] === 'rejected' && (answer.rows.problems[at] ?? []).some((problem) => problem.column === column);
          if (!isNamed) found.unnamed.push(`${column} ${JSON.stringify(row)}: ${answer.rows.outcome[at]} ${JSON.stringify(answer.rows.problems[at])}`);
        }
        found.goodRows += good.length;
        found.inserted += answer.counts.inserted;
      }
    },

    sendBodies: (bodies) => inLanes(bodies, sendBody),

    async sendOrdinary(badRows, bodies) {
      const rows = Array.from({ length: PER_REQUEST }, goodRow);
      for (let from = 0; from < badRows; from += PER_REQUEST) await push(rows, true);
      await inLanes(
        Array.from({ length: bodies }, () => rows.slice(0, 1)),
        (row) => push(row, true),
      );
    },

    async stored() {
      let [count, cursor] = [0, ''];
      for (;;) {
        const response = await fetch(`${url}/v1/registers/measures/entries?limit=500${cursor && `&cursor=${cursor}`}`, { headers: headers() });
        const { rows, next } = (await response.json()) as EntriesAnswer;
        count += rows.length;
        if (next === null) return count;
        cursor = next;
      }
    },
  };
}
