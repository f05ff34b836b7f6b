import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ulid } from 'ulid';
import type { Cell } from '../../shared/cell.ts';
import type { PushAnswer } from '../../shared/contract/push.ts';
import { startWorker } from '../../scripts/lib/start-worker.ts';
import { databaseFile } from '../../scripts/lib/database-file.ts';
import { startFloor } from './floor.ts';
import { columns, measureRows } from './rows.ts';

const ROWS = 10_000;
const PER_REQUEST = 5_000;
const WARM_UP = 4;
const ROUNDS = 15;
const MAX_RATIO = 4;
const KEY = 'bench-key-of-localhost';

/** What a push costs. Times are of the fastest round, in milliseconds: whatever else the machine does only ever adds. */
export interface PushFigures {
  /** Rows pushed, in two requests. */
  readonly rows: number;
  /** The first push, everything inserted. */
  readonly firstMs: number;
  /** A bare upsert of the same rows. */
  readonly floorMs: number;
  /** `firstMs / floorMs`. */
  readonly ratio: number;
  /** The same rows again, once: milliseconds. */
  readonly againMs: number;
  /** Rows found unchanged then, while the database refused every write. */
  readonly unchanged: number;
}

/**
 * Pushes 10,000 measures through HTTP into local D1 in two requests, beside a bare upsert of the same rows in the same run;
 * then the same rows again, which must write nothing. Prints the figures, and makes the process exit with 1 when the ratio
 * is over MAX_RATIO or a row was not unchanged. Rejects when a request is refused, or the second push tries to write.
 */
export async function benchmarkPush(): Promise<PushFigures> {
  const dataDir = await mkdtemp(join(tmpdir(), 'taizhang-bench-'));
  const vars = { BOOTSTRAP_ADMIN_KEY: KEY, BOOTSTRAP_PLAN_YEAR: '2022' };
  const worker = await startWorker({ dataDir, assetsDir: join(dataDir, 'site'), vars });
  const floor = await startFloor(dataDir);
  try {
    await fetch(`${worker.url}/v1/me`, { headers: { Authorization: `Bearer ${KEY}` } });
    const store = new DatabaseSync(await databaseFile(dataDir));
    const ours: number[] = [];
    const bare: number[] = [];
    let last: { rows: Cell[][]; answers: PushAnswer[] } | undefined;
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
      store.exec('DELETE FROM entry; DELETE FROM entry_version; DELETE FROM revision');
      floor.empty();
      const rows = measureRows(ROWS);
      const floorMs = await pushFloor(floor.url, rows);
      const { ms, answers } = await push(worker.url, rows, 0);
      last = { rows, answers };
      if (round < WARM_UP) continue; // both run compiled code from here on
      ours.push(ms);
      bare.push(floorMs);
    }
    const [firstMs, floorMs] = [Math.min(...ours), Math.min(...bare)];
    const ratio = firstMs / floorMs;
    console.log(`first push of ${ROWS} rows: ${firstMs.toFixed(0)} ms, bare upsert ${floorMs.toFixed(0)} ms, ratio ${ratio.toFixed(2)} (at most ${MAX_RATIO})`);

    refuseWrites(store);
    const again = await push(worker.url, last?.rows ?? [], last?.answers.at(-1)?.revision ?? 0);
    const unchanged = again.answers.reduce((sum, { counts }) => sum + counts.unchanged, 0);
    console.log(`the same rows again: ${again.ms.toFixed(0)} ms, ${unchanged} unchanged, 0 rows written`);
    store.close();
    if (ratio > MAX_RATIO || unchanged !== ROWS) process.exitCode = 1;
    return { rows: ROWS, firstMs, floorMs, ratio, againMs: again.ms, unchanged };
  } finally {
    await worker.stop();
    await floor.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function post(url: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.json();
}

function blocksOf(rows: readonly Cell[][]): Cell[][][] {
  return [rows.slice(0, PER_REQUEST), rows.slice(PER_REQUEST)];
}

/** Pushes the rows in two requests; milliseconds, and the answers. */
async function push(url: string, rows: readonly Cell[][], base: number): Promise<{ ms: number; answers: PushAnswer[] }> {
  const group = ulid();
  const answers: PushAnswer[] = [];
  const began = performance.now();
  for (const block of blocksOf(rows)) {
    const body = { base, asOf: '2022-06-30', request: ulid(), push: group, columns, rows: block };
    answers.push((await post(`${url}/v1/registers/measures/push`, body)) as PushAnswer);
  }
  return { ms: performance.now() - began, answers };
}

/** Upserts the rows in two requests; milliseconds. */
async function pushFloor(url: string, rows: readonly Cell[][]): Promise<number> {
  const began = performance.now();
  for (const block of blocksOf(rows)) await post(url, { columns, rows: block });
  return performance.now() - began;
}

/** From here on a push that tries to write fails. */
function refuseWrites(store: DatabaseSync): void {
  for (const table of ['revision', 'entry', 'entry_version']) {
    for (const verb of ['INSERT', 'UPDATE', 'DELETE']) {
      store.exec(`CREATE TRIGGER no_${verb}_${table} BEFORE ${verb} ON ${table} BEGIN SELECT RAISE(ABORT, '${verb} on ${table}'); END`);
    }
  }
}
