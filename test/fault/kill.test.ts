import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { monotonicFactory } from 'ulid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Cell } from '../../shared/cell.ts';
import { cellsOf, get, push } from './support/client.ts';
import { randomOf, seedOfRun } from './support/random.ts';
import { openDatabase, startRuntime } from '../support/runtime.ts';

/** The worker killed where it stands, again and again, while rows are pushed. */
const KILLS = 50;
const ROWS = 40;
/** Until the kill, in milliseconds: a push takes a few. */
const LATEST_KILL = 150;
const seed = seedOfRun();
const random = randomOf(seed);
const ulid = monotonicFactory();

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'taizhang-kill-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** What is in the database, opened while nothing else has it open. */
async function inspect() {
  const database = await openDatabase(dataDir);
  const rows = <Row>(sql: string) => database.prepare(sql).all() as Row[];
  const found = {
    integrity: rows<{ integrity_check: string }>('PRAGMA integrity_check')[0]?.integrity_check,
    newest: new Map(rows<{ id: string; content: string }>('SELECT id, content FROM entry').map(({ id, content }) => [id, JSON.stringify(cellsOf(content))])),
    revisions: rows<{ number: number; request: string; inserted: number; updated: number; written: number }>(
      'SELECT number, request, inserted, updated, (SELECT count(*) FROM version v WHERE v.revision = r.number) AS written FROM revision r ORDER BY number',
    ),
  };
  database.close();
  return found;
}

test(`${KILLS} kills in the middle of pushes lose no acknowledged row and leave no revision half written`, async () => {
  const sheet = new Map<string, Cell[]>(Array.from({ length: ROWS }, (_, at) => [ulid(), ['区发改委', `措施${at}`, 0]]));
  /** What the sheet held when each request was sent. */
  const sent = new Map<string, ReadonlyMap<string, string>>();
  let base = 0;
  let pending: string[] = [];
  let pushes = 0;
  let lost = 0;

  for (let kill = 0; kill < KILLS; kill += 1) {
    const runtime = await startRuntime(inject('bundle'), dataDir);
    // It answers by itself: what the last kill left needs no repair.
    const verified = kill === 0 ? (await get(runtime.url, '/v1/me'), { ok: true }) : await get<{ ok: boolean }>(runtime.url, '/v1/audit/verify');
    expect(verified.ok, `FAULT_SEED=${seed}`).toBe(true);
    const killing = sleep(random.below(LATEST_KILL)).then(() => runtime.kill());
    for (let isUp = true; isUp;) {
      for (const [id, cells] of sheet) if (random.chance(0.5)) sheet.set(id, [cells[0] ?? null, cells[1] ?? null, random.below(100)]);
      const request = ulid();
      sent.set(request, new Map([...sheet].map(([id, cells]) => [id, JSON.stringify(cells)])));
      try {
        const { status, answer } = await push(runtime.url, { base, request, pending, rows: [...sheet].map(([id, cells]) => [id, ...cells]) });
        expect(status).toBe(200);
        pushes += 1;
        base = answer.revision;
        pending = [];
      } catch (fault) {
        if (!(fault instanceof TypeError)) throw fault;
        isUp = false;
        pending = [...pending, request];
      }
    }
    await killing;
    await runtime.stop();

    const { integrity, newest, revisions } = await inspect();
    expect(integrity).toBe('ok');
    expect(revisions.map(({ number }) => number)).toEqual(revisions.map((_, at) => at + 1));
    expect(revisions.filter(({ inserted, updated, written }) => inserted + updated !== written)).toEqual([]);
    // What was acknowledged is in; of the pushes cut off since, in this round or in earlier ones that had no answer either, each is in whole or not at all.
    const last = revisions.at(-1);
    expect(last?.number ?? 0, `FAULT_SEED=${seed}`).toBeGreaterThanOrEqual(base);
    const expected = sent.get(last?.request ?? '') ?? new Map<string, string>();
    expect(expected.size, `FAULT_SEED=${seed}`).toBe(last === undefined ? 0 : ROWS);
    lost += [...expected].filter(([id, text]) => newest.get(id) !== text).length;
    expect(lost, `FAULT_SEED=${seed}`).toBe(0);
  }
  console.log(
    `kill: ${KILLS} kills of workerd, ${pushes} pushes acknowledged, ${lost} rows lost, 0 revisions half written, integrity ok and chain verified each time (FAULT_SEED=${seed})`,
  );
});
