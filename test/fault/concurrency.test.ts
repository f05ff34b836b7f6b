import { monotonicFactory } from 'ulid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Cell } from '../../shared/cell.ts';
import { cellsOf, push } from './support/client.ts';
import { randomOf, seedOfRun, type Random } from './support/random.ts';
import { openDatabase, startScratch, type ScratchRuntime } from '../support/runtime.ts';

/** Many clerks at once, half of their rows shared. */
const CLIENTS = 50;
const PUSHES = 20;
const ROWS = 100;
const SHARED = 200;
const seed = seedOfRun();
const ulid = monotonicFactory();

let runtime: ScratchRuntime;
beforeAll(async () => {
  runtime = await startScratch(inject('bundle'));
});
afterAll(() => runtime.stop());

/** A change that a client wanted, and what became of it. */
interface Attempt {
  readonly id: string;
  readonly request: string;
  readonly text: string;
  /** The revision the client had last seen of the row. */
  readonly seen: number;
  readonly outcome: string;
}

const attempts: Attempt[] = [];
const statuses = new Map<number, number>();
let next = 0;
/** Connections that broke. */
let broken = 0;

/** Pushes, and sends the same request again when the connection breaks, as the pane does when asked to. */
async function insist(body: Parameters<typeof push>[1]): ReturnType<typeof push> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await push(runtime.url, body);
    } catch (fault) {
      if (tries === 5) throw fault;
      broken += 1;
    }
  }
}

/** One clerk: edits a part of the rows, pushes, takes what others made of rows in conflict or incoming, and goes on. */
async function work(shared: readonly string[], random: Random): Promise<void> {
  const rows = new Map<string, Cell[]>();
  for (let at = 0; at < ROWS / 2; at += 1) rows.set(ulid(), ['区发改委', `自有措施${at}`, 0]);
  for (let at = random.below(SHARED); rows.size < ROWS; at += 1) rows.set(shared[at % SHARED] ?? '', ['区发改委', '共同措施', 0]);
  let base = 1;
  for (let round = 0; round < PUSHES; round += 1) {
    const edited = new Set([...rows.keys()].filter(() => random.chance(0.3)));
    // Every wanted change is a text of its own, so that its version is known again.
    for (const id of edited) rows.set(id, ['区发改委', `改动${(next += 1)}`, round]);
    const request = ulid();
    const { status, answer } = await insist({ base, request, rows: [...rows].map(([id, cells]) => [id, ...cells]) });
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status !== 200) continue;
    [...rows].forEach(([id, cells], at) => {
      const outcome = answer.rows.outcome[at] ?? '';
      if (edited.has(id)) attempts.push({ id, request, text: String(cells[1]), seen: base, outcome });
    });
    for (const { id, theirs } of answer.conflicts)
      if (theirs !== null) rows.set(id, [theirs['unit'] ?? null, theirs['title'] ?? null, theirs['progress'] ?? null]);
    const field = (name: string) => answer.incoming.columns.indexOf(name);
    for (const cells of answer.incoming.rows) {
      const id = String(cells[field('id')]);
      if (rows.has(id)) rows.set(id, [cells[field('unit')] ?? null, cells[field('title')] ?? null, cells[field('progress')] ?? null]);
    }
    base = answer.revision;
  }
}

test(`${CLIENTS} clients × ${PUSHES} pushes × ${ROWS} rows, half of them shared, lose no update and overwrite nobody`, async () => {
  const shared = Array.from({ length: SHARED }, () => ulid());
  await push(runtime.url, { base: 0, request: ulid(), rows: shared.map((id) => [id, '区发改委', '共同措施', 0]) });
  const began = performance.now();
  await Promise.all(Array.from({ length: CLIENTS }, (_, client) => work(shared, randomOf(seed + client))));
  const seconds = (performance.now() - began) / 1_000;

  const database = await openDatabase(runtime.dataDir);
  const versions = database
    .prepare('SELECT v.id, v.revision, v.content, r.request FROM version v JOIN revision r ON r.number = v.revision ORDER BY v.id, v.revision')
    .all() as {
    id: string;
    revision: number;
    content: string;
    request: string;
  }[];
  const revisions = (database.prepare('SELECT number FROM revision ORDER BY number').all() as { number: number }[]).map(({ number }) => number);
  database.close();
  const before = new Map<string, number>();
  const madeBy = new Map(
    versions.map(({ id, revision, content, request }) => {
      const previous = before.get(id) ?? 0;
      before.set(id, revision);
      return [String(cellsOf(content)[1]), { request, previous }];
    }),
  );

  const accepted = attempts.filter(({ outcome }) => outcome === 'inserted' || outcome === 'updated');
  const conflicts = attempts.filter(({ outcome }) => outcome === 'conflict');
  expect([...statuses.keys()], `FAULT_SEED=${seed}`).toEqual([200]);
  expect(revisions).toEqual(revisions.map((_, at) => at + 1));
  expect(accepted.length + conflicts.length).toBe(attempts.length);
  expect(accepted.filter(({ text, request }) => madeBy.get(text)?.request !== request)).toEqual([]);
  expect(accepted.filter(({ text, seen }) => (madeBy.get(text)?.previous ?? Infinity) > seen)).toEqual([]);
  expect(conflicts.filter(({ text }) => madeBy.has(text))).toEqual([]);
  console.log(
    `concurrency: ${CLIENTS * PUSHES} pushes of ${ROWS} rows in ${seconds.toFixed(0)} s, ${attempts.length} changes wanted, ${accepted.length} accepted, ${conflicts.length} conflicts each told to its one side, ${revisions.length} revisions, 0 lost updates, ${broken} connections broken, statuses ${JSON.stringify([...statuses])} (FAULT_SEED=${seed})`,
  );
});
