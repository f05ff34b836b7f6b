import fc from 'fast-check';
import assert from 'node:assert/strict';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createClient, type PaneApi } from '../../addin/api/client.ts';
import { createTransport } from '../../addin/api/transport.ts';
import { cellAt, putCell, type CellValue, type Sheet } from '../../addin/preview/model/book.ts';
import { FIRST_ROW, HEADERS, sortRows, valueAt } from '../addin/excel/support/ledger-book.ts';
import { clerkWith, colleagueOf, type Clerk } from '../addin/features/push/support.ts';
import { KEY, openDatabase, startScratch, type ScratchRuntime } from '../support/runtime.ts';

/** Two workbooks on Microsoft's own client and a server: whatever two clerks do, nothing accepted is lost and nothing is overwritten unseen. */
const RUNS = 20;
const STEPS = 25;
const [TITLE, PROGRESS] = [HEADERS.indexOf('工作措施'), HEADERS.indexOf('完成进度')];

let runtime: ScratchRuntime;
beforeAll(async () => {
  runtime = await startScratch(inject('bundle'));
});
afterAll(() => runtime.stop());

interface Version {
  readonly id: string;
  readonly revision: number;
  readonly content: string;
  readonly deleted: number;
  readonly kind: string;
}

/** Every version the server has, oldest first. */
async function history(): Promise<readonly Version[]> {
  const database = await openDatabase(runtime.dataDir);
  const rows = database
    .prepare(
      'SELECT v.id, v.revision, v.content, v.deleted, r.kind FROM version v JOIN revision r ON r.workspace = v.workspace AND r.number = v.revision ORDER BY v.revision, v.id',
    )
    .all();
  database.close();
  return rows as unknown as Version[];
}

/** A client whose next answer to a push can be lost. */
function clientOf(state: { isLosing: boolean }): PaneApi {
  const fetching: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    if (init?.method !== 'POST' || !state.isLosing) return response;
    await response.arrayBuffer();
    throw new TypeError('the connection was lost');
  };
  // Rows of other runs have the same titles: rows without id are not looked for among them.
  const client = createClient(createTransport({ server: runtime.url, key: KEY, language: () => 'zh-CN', fetch: fetching, wait: () => Promise.resolve() }));
  return { ...client, entries: () => Promise.resolve([]) };
}

/** The rows of the data area that hold something. */
function rowsOf(sheet: Sheet): number[] {
  const rows: number[] = [];
  for (let row = FIRST_ROW; row < FIRST_ROW + 60; row += 1) if (valueAt(sheet, row, TITLE) !== null) rows.push(row);
  return rows;
}

function columnOf(sheet: Sheet, header: string): number | undefined {
  return [...(sheet.cells.get(FIRST_ROW - 1) ?? [])].find(([, cell]) => cell.value === header)?.[0];
}

/** What a sheet says beside each id, as JSON: title and progress. */
function shown(sheet: Sheet): ReadonlyMap<string, readonly CellValue[]> {
  const idColumn = columnOf(sheet, '编号');
  if (idColumn === undefined) return new Map();
  return new Map(rowsOf(sheet).map((row) => [JSON.stringify(valueAt(sheet, row, idColumn)), [valueAt(sheet, row, TITLE), valueAt(sheet, row, PROGRESS)]]));
}

/** The two workbooks, and what was counted. */
class World {
  readonly state = { isLosing: false };
  readonly api = clientOf(this.state);
  readonly clerks: readonly Clerk[];
  seen: readonly Version[];
  counts = { pushes: 0, lost: 0, conflicts: 0, undone: 0 };
  #next = 0;

  constructor(clerks: readonly Clerk[], seen: readonly Version[]) {
    this.clerks = clerks;
    this.seen = seen;
  }

  clerk(which: number): Clerk {
    return this.clerks[which % this.clerks.length] as Clerk;
  }

  name(): string {
    return `新措施${(this.#next += 1)}`;
  }

  /** Nothing accepted has gone from the history; answers the versions that are new. */
  async grown(): Promise<readonly Version[]> {
    const now = await history();
    const keyOf = ({ id, revision, content }: Version): string => `${id} ${revision} ${content}`;
    const known = new Set(now.map(keyOf));
    assert.deepEqual(
      this.seen.filter((version) => !known.has(keyOf(version))),
      [],
    );
    const before = new Set(this.seen.map(keyOf));
    this.seen = now;
    return now.filter((version) => !before.has(keyOf(version)));
  }

  async push(which: number, isLost: boolean): Promise<void> {
    const clerk = this.clerk(which);
    const binding = await clerk.binding();
    const before = this.seen;
    this.state.isLosing = isLost;
    const report = await clerk.push(this.api).catch((fault: unknown) => {
      const code = typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : fault;
      // Copies of a row and rows that changed places are said before anything is sent.
      if (code !== 'unreachable' && code !== 'idsMisaligned') throw fault;
      return null;
    });
    this.state.isLosing = false;
    this.counts.pushes += 1;
    if (report === null) this.counts.lost += 1;

    const own = new Set<number>((await this.#revisionsOf(binding.pending)).map(({ number }) => number));
    for (const version of await this.grown()) {
      const base = binding.bases?.[version.id] ?? binding.base;
      const previous = before.findLast(({ id }) => id === version.id);
      const seen = before.findLast(({ id, revision }) => id === version.id && (revision <= base || own.has(revision)));
      // No silent overwrite: what was written over is what the sheet had last seen or made, or the same again.
      assert.deepEqual({ content: previous?.content, deleted: previous?.deleted }, { content: seen?.content, deleted: seen?.deleted });
    }
    if (report === null) return;
    this.counts.conflicts += report.counts.conflict;
    const newest = new Map(this.seen.map((version) => [version.id, version]));
    const sheet = shown(clerk.sheet);
    for (const { id, outcome } of report.rows) {
      if (outcome !== 'inserted' && outcome !== 'updated' && outcome !== 'unchanged') continue;
      // What the sheet shows as synced is what the server has.
      const { title, progress = null } = JSON.parse(newest.get(id)?.content ?? '{}') as Record<string, CellValue>;
      assert.deepEqual([id, title, progress], [id, ...(sheet.get(JSON.stringify(id)) ?? [])]);
    }
  }

  async undo(): Promise<void> {
    const last = this.seen.at(-1);
    if (last === undefined) return;
    const response = await fetch(`${runtime.url}/v1/revisions/${last.revision}/revert`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },
      body: '{}',
    });
    assert.equal(response.status, 200);
    await response.arrayBuffer();
    this.counts.undone += 1;
    await this.grown();
  }

  async #revisionsOf(requests: readonly string[]): Promise<readonly { readonly number: number }[]> {
    const database = await openDatabase(runtime.dataDir);
    const rows = database.prepare('SELECT number FROM revision WHERE request IN (SELECT value FROM json_each(?))').all(JSON.stringify(requests));
    database.close();
    return rows as unknown as { number: number }[];
  }
}

/** Something a clerk does, named so that a failing sequence can be read. */
interface Step {
  readonly name: string;
  readonly act: (world: World) => Promise<void> | void;
}

function edit(which: number, at: number, progress: number): Step {
  return {
    name: `edit ${which} ${at} ${progress}`,
    act(world) {
      const { sheet } = world.clerk(which);
      const rows = rowsOf(sheet);
      const row = rows[at % rows.length];
      if (row !== undefined) putCell(sheet, row, PROGRESS, { ...cellAt(sheet, row, PROGRESS), value: progress });
    },
  };
}

function add(which: number): Step {
  return {
    name: `add ${which}`,
    act(world) {
      const { sheet } = world.clerk(which);
      const row = Math.max(...rowsOf(sheet), FIRST_ROW - 1) + 1;
      [null, '区发改委', world.name(), '年底前', null, '进行中', 10, null].forEach((value, column) => putCell(sheet, row, column, { value }));
    },
  };
}

function sort(which: number): Step {
  return {
    name: `sort ${which}`,
    act(world) {
      const { sheet } = world.clerk(which);
      const rows = rowsOf(sheet);
      const columns = (columnOf(sheet, '说明') ?? HEADERS.length - 1) + 1;
      sortRows(sheet, { row: FIRST_ROW, column: 0, rows: rows.length, columns }, PROGRESS);
    },
  };
}

/** A row copied whole, hidden id and all, to below the last. */
function copy(which: number, at: number): Step {
  return {
    name: `copy ${which} ${at}`,
    act(world) {
      const { sheet } = world.clerk(which);
      const rows = rowsOf(sheet);
      const from = rows[at % rows.length] ?? FIRST_ROW;
      const to = Math.max(...rows, FIRST_ROW - 1) + 1;
      for (const [column, cell] of sheet.cells.get(from) ?? []) putCell(sheet, to, column, cell);
      putCell(sheet, to, TITLE, { value: world.name() });
    },
  };
}

/** A row deleted, those below it moving up; the last one stays. */
function remove(which: number, at: number): Step {
  return {
    name: `remove ${which} ${at}`,
    act(world) {
      const { sheet } = world.clerk(which);
      const rows = rowsOf(sheet);
      if (rows.length < 2) return;
      const gone = at % rows.length;
      const lines = rows.filter((_, nth) => nth !== gone).map((row) => [...(sheet.cells.get(row) ?? [])]);
      for (const row of rows) for (const column of (sheet.cells.get(row) ?? new Map()).keys()) putCell(sheet, row, column, { value: null });
      lines.forEach((line, nth) => line.forEach(([column, cell]) => putCell(sheet, FIRST_ROW + nth, column, cell)));
    },
  };
}

const clerkIndex = fc.nat({ max: 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(clerkIndex, fc.nat({ max: 20 }), fc.nat({ max: 99 })).map(([which, at, progress]) => edit(which, at, progress)) },
  { weight: 1, arbitrary: clerkIndex.map(add) },
  { weight: 1, arbitrary: clerkIndex.map(sort) },
  { weight: 1, arbitrary: fc.tuple(clerkIndex, fc.nat({ max: 20 })).map(([which, at]) => copy(which, at)) },
  { weight: 1, arbitrary: fc.tuple(clerkIndex, fc.nat({ max: 20 })).map(([which, at]) => remove(which, at)) },
  {
    weight: 5,
    arbitrary: fc
      .tuple(clerkIndex, fc.boolean())
      .map(([which, isLost]): Step => ({ name: `push ${which}${isLost ? ' lost' : ''}`, act: (world) => world.push(which, isLost) })),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ name: 'undo', act: (world) => world.undo() }) },
);

test(`${RUNS} × ${STEPS} steps of two clerks and a bad line: nothing accepted is lost, nothing overwritten unseen`, async () => {
  const totals = { pushes: 0, lost: 0, conflicts: 0, undone: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: STEPS, maxLength: STEPS }), async (steps) => {
      const state = { isLosing: false };
      const first = await clerkWith(clientOf(state));
      await first.push(clientOf(state));
      const world = new World([first, await colleagueOf(first)], await history());
      for (const { act } of steps) await act(world);
      await world.push(0, false);
      await world.push(1, false);
      for (const name of ['pushes', 'lost', 'conflicts', 'undone'] as const) totals[name] += world.counts[name];
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect(totals.pushes).toBeGreaterThan(RUNS);
  console.log(
    `two clerks: ${RUNS} runs, ${totals.pushes} pushes, ${totals.lost} without answer or stopped, ${totals.conflicts} rows in conflict, ${totals.undone} undone, 0 accepted versions lost, 0 overwritten unseen`,
  );
});
