import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { monotonicFactory } from 'ulid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Cell } from '../../shared/cell.ts';
import type { EntriesAnswer } from '../../shared/contract/entries.ts';
import type { PushAnswer } from '../../shared/contract/push.ts';
import { KEY, startScratch, type ScratchRuntime } from '../support/runtime.ts';

const BAD_ROWS = 10_000;
const BODIES = 2_000;
/** Rows of one request; every tenth is a good one. */
const PER_REQUEST = 250;
const AT_ONCE = 8;
const MAX_GROWTH = 1.1;
const PUSH = '/v1/registers/measures/push';
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);
const ulid = monotonicFactory();

const columns = ['id', 'unit', 'title', 'due', 'status', 'progress', 'completedOn', 'weight'] as const;
type Column = (typeof columns)[number];

let worker: ScratchRuntime;
beforeAll(async () => {
  worker = await startScratch(inject('bundle'));
});
afterAll(() => worker.stop());

const goodRow = (): Cell[] => [ulid(), '区发改委', '推进项目', '年底前', '进行中', 40, null, 1];

const errorValue = fc.constantFrom('#REF!', '#N/A', '#DIV/0!', '#VALUE!', '#NAME?');
const blank = fc.constantFrom<Cell>(null, '', '  ', '\u3000\t');
/** What cannot stand in a column. */
const bad: Readonly<Partial<Record<Column, fc.Arbitrary<Cell>>>> = {
  id: fc.oneof(blank, fc.integer({ max: -1 }), fc.boolean(), fc.string({ maxLength: 25, minLength: 1 }), fc.constant('8'.repeat(26))),
  unit: fc.oneof(blank, errorValue),
  title: fc.oneof(blank, errorValue),
  progress: fc.oneof(
    fc.double({ min: 100.5, max: 1e300, noNaN: true }),
    fc.integer({ max: -1 }),
    fc.constantFrom('一百二', 'many', '130%', '－5%'),
    errorValue,
  ),
  completedOn: fc.oneof(errorValue, fc.constantFrom('2022-02-30', '不知道', '2022年13月1日', 'x'.repeat(500), '去年某日')),
  weight: fc.oneof(fc.double({ max: -0.01, min: -1e300, noNaN: true }), fc.constantFrom('重', 'NaN', '1e999'), errorValue),
};
const badRow = fc
  .constantFrom(...(Object.keys(bad) as (keyof typeof bad)[]))
  .chain((column) => (bad[column] ?? fc.constant<Cell>(null)).map((value) => ({ column, value })));

/** A body nobody should send: no JSON, other JSON, JSON that is nearly a push, or a push with a few characters changed. */
const almost = fc.record(
  {
    base: fc.oneof(fc.nat(), fc.double(), fc.string()),
    request: fc.oneof(fc.string(), fc.constant(0)),
    columns: fc.oneof(fc.array(fc.string(), { maxLength: 80 }), fc.string()),
    rows: fc.oneof(fc.array(fc.array(fc.jsonValue({ maxDepth: 2 }))), fc.jsonValue()),
    bases: fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue()),
    asOf: fc.oneof(fc.string(), fc.constantFrom('2022-02-30', '0000-00-00', '9999-12-31')),
    dryRun: fc.jsonValue(),
    __proto__: fc.jsonValue(),
  },
  { requiredKeys: [] },
);
const changed = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(), fc.oneof(fc.string({ unit: 'binary', maxLength: 3 }), fc.constantFrom('"', '\\', '{', ']', '1e999', '\\ud800'))), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([edits]) => {
    let text = JSON.stringify({ base: 0, asOf: '2022-06-30', request: ulid(), columns, rows: [goodRow(), goodRow()] });
    for (const [at, piece] of edits) text = text.slice(0, at % text.length) + piece + text.slice((at % text.length) + piece.length);
    return new TextEncoder().encode(text);
  });
const nested = fc
  .tuple(fc.constantFrom('[', '{"a":'), fc.integer({ min: 30, max: 20_000 }))
  .map(([open, depth]) => new TextEncoder().encode(open.repeat(depth)));
const hostile = fc.record({
  bytes: fc.oneof(
    fc.uint8Array({ maxLength: 2_000 }),
    fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text)),
    fc.json().map((text) => new TextEncoder().encode(text)),
    almost.map((value) => new TextEncoder().encode(JSON.stringify(value))),
    changed,
    nested,
  ),
  encoding: fc.constantFrom('identity', 'identity', 'gzip', 'gzip, as it says', 'br', 'x'.repeat(100)),
  type: fc.constantFrom('application/json', 'application/json', 'application/json; charset=utf-16', 'text/plain', ''),
});

const headers = (further: Readonly<Record<string, string>> = {}) => ({ Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json', ...further });

/** The last revision seen. */
let head = 0;

async function push(rows: readonly Cell[][]): Promise<PushAnswer> {
  const body = JSON.stringify({ base: head, asOf: '2022-06-30', request: ulid(), columns, rows });
  const response = await fetch(`${worker.url}${PUSH}`, { method: 'POST', headers: headers(), body });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  const answer = (await response.json()) as PushAnswer;
  head = answer.revision;
  return answer;
}

async function storedEntries(): Promise<number> {
  let [count, cursor] = [0, ''];
  for (;;) {
    const response = await fetch(`${worker.url}/v1/registers/measures/entries?limit=500${cursor && `&cursor=${cursor}`}`, { headers: headers() });
    const { rows, next } = (await response.json()) as EntriesAnswer;
    count += rows.length;
    if (next === null) return count;
    cursor = next;
  }
}

const found = { badRows: 0, goodRows: 0, bodies: 0, refused: 0, taken: 0, serverErrors: [] as string[], unnamed: [] as string[], inserted: 0, closed: 0 };

async function sendBadRows(rows: readonly { readonly column: Column; readonly value: Cell }[]): Promise<void> {
  for (let from = 0; from < rows.length; from += PER_REQUEST) {
    const block = rows
      .slice(from, from + PER_REQUEST)
      .map(({ column, value }) => ({ column, row: goodRow().map((cell, at) => (columns[at] === column ? value : cell)) }));
    const good = Array.from({ length: block.length / 10 }, goodRow);
    const answer = await push([...block.map(({ row }) => row), ...good]);
    for (const [at, { column, row }] of block.entries()) {
      found.badRows += 1;
      const isNamed = answer.rows.outcome[at] === 'rejected' && (answer.rows.problems[at] ?? []).some((problem) => problem.column === column);
      if (!isNamed) found.unnamed.push(`${column} ${JSON.stringify(row)}: ${answer.rows.outcome[at]} ${JSON.stringify(answer.rows.problems[at])}`);
    }
    found.goodRows += good.length;
    found.inserted += answer.counts.inserted;
  }
}

type Body = typeof hostile extends fc.Arbitrary<infer Value> ? Value : never;

/** workerd closes a line whose last body it did not read, which the next request may meet: that one is sent once more, and no oftener. */
async function sent(init: RequestInit): Promise<Response> {
  try {
    return await fetch(`${worker.url}${PUSH}`, init);
  } catch {
    found.closed += 1;
    return fetch(`${worker.url}${PUSH}`, init);
  }
}

async function sendBody({ bytes, encoding, type }: Body): Promise<void> {
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

async function sendBodies(bodies: readonly Body[]): Promise<void> {
  const waiting = [...bodies];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let body = waiting.pop(); body !== undefined; body = waiting.pop()) await sendBody(body);
    }),
  );
}

/**
 * As many ordinary requests as a half has: pushes that change nothing. The local runtime keeps some memory of every request, even of a worker that
 * answers one letter (measured: 16 kB, and as much again for each query), and what it keeps of these is its own.
 */
async function sendOrdinary(): Promise<void> {
  const rows = Array.from({ length: PER_REQUEST }, goodRow);
  for (let from = 0; from < BAD_ROWS / 2; from += PER_REQUEST) await dryRun(rows);
  let left = BODIES / 2;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while ((left -= 1) >= 0) await dryRun(rows.slice(0, 1));
    }),
  );
}

async function dryRun(rows: readonly Cell[][]): Promise<void> {
  const body = JSON.stringify({ base: head, asOf: '2022-06-30', request: ulid(), columns, rows, dryRun: true });
  const response = await sent({ method: 'POST', headers: headers(), body });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  await response.arrayBuffer();
}

test('10,000 malformed rows and 2,000 arbitrary bodies: every bad row named, no server error, nothing stored of what was refused, no memory lost', async () => {
  console.log(`hostile bodies: seed ${seed} (SEED=${seed} repeats them)`);
  const rows = fc.sample(badRow, { numRuns: BAD_ROWS, seed });
  const bodies = fc.sample(hostile, { numRuns: BODIES, seed });
  const memory: number[] = [];
  await sendOrdinary();
  for (const half of [0, 1]) {
    await sendBadRows(rows.slice((half * BAD_ROWS) / 2, ((half + 1) * BAD_ROWS) / 2));
    await sendBodies(bodies.slice((half * BODIES) / 2, ((half + 1) * BODIES) / 2));
    memory.push(worker.memory());
  }
  await sendOrdinary();
  memory.push(worker.memory());
  const [first = 0, second = 0, third = 0] = memory;
  const own = third - second;
  const stored = await storedEntries();
  console.log(
    `${found.badRows} malformed rows, ${found.badRows - found.unnamed.length} named by index and column; ${found.bodies} bodies: ${found.refused} refused, ${found.taken} taken, ` +
      `${found.serverErrors.length} server errors; ${stored} rows stored, ${found.inserted} acknowledged; workerd ${(first / 2 ** 20).toFixed(0)} MB after the first half, ${(second / 2 ** 20).toFixed(0)} MB after the second, and ${(own / 2 ** 20).toFixed(0)} MB more after as many ordinary requests: ${((second - own) / first).toFixed(3)} × without those`,
  );
  expect(found.unnamed.slice(0, 5)).toEqual([]);
  expect(found.serverErrors.slice(0, 5)).toEqual([]);
  expect([found.badRows, found.bodies]).toEqual([BAD_ROWS, BODIES]);
  expect(stored).toBe(found.inserted);
  expect(found.inserted).toBeGreaterThanOrEqual(found.goodRows);
  expect(first).toBeGreaterThan(0);
  expect(second - own).toBeLessThanOrEqual(first * MAX_GROWTH);
});
