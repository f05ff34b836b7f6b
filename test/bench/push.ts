/**
 * 10,000 measures through HTTP into local D1, two requests of 5,000 each, against a bare upsert of the same rows in the
 * same run; then the same rows again, which must write nothing. Fails above MAX_RATIO. `node test/bench/push.ts`
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ulid } from 'ulid';
import type { Cell } from '../../shared/cell.ts';
import type { PushAnswer } from '../../shared/contract/push.ts';
import { startWorker } from '../../scripts/lib/start-worker.ts';
import { startFloor } from './floor.ts';
import { columns, measureRows } from './rows.ts';
import { databaseFile } from './database-file.ts';

const ROWS = 10_000;
const PER_REQUEST = 5_000;
const WARM_UP = 3;
const ROUNDS = 7;
const MAX_RATIO = 4;
const KEY = 'bench-key-of-localhost';

const dataDir = await mkdtemp(join(tmpdir(), 'taizhang-bench-'));
const worker = await startWorker({ dataDir, assetsDir: join(dataDir, 'site'), vars: { BOOTSTRAP_ADMIN_KEY: KEY, BOOTSTRAP_PLAN_YEAR: '2022' } });
const floor = await startFloor(dataDir);

const post = async (url: string, body: unknown): Promise<unknown> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.json();
};
const blocksOf = (rows: readonly Cell[][]): Cell[][][] => [rows.slice(0, PER_REQUEST), rows.slice(PER_REQUEST)];

/** Pushes the rows in two requests; milliseconds, and the answers. */
const push = async (rows: readonly Cell[][], base: number): Promise<{ ms: number; answers: PushAnswer[] }> => {
  const group = ulid();
  const answers: PushAnswer[] = [];
  const began = performance.now();
  for (const block of blocksOf(rows)) {
    const body = { base, asOf: '2022-06-30', request: ulid(), push: group, columns, rows: block };
    answers.push((await post(`${worker.url}/v1/registers/measures/push`, body)) as PushAnswer);
  }
  return { ms: performance.now() - began, answers };
};
const pushFloor = async (rows: readonly Cell[][]): Promise<number> => {
  const began = performance.now();
  for (const block of blocksOf(rows)) await post(floor.url, { columns, rows: block });
  return performance.now() - began;
};

try {
  await fetch(`${worker.url}/v1/me`, { headers: { Authorization: `Bearer ${KEY}` } });
  const store = new DatabaseSync(await databaseFile(dataDir));
  const empty = (): void => store.exec('DELETE FROM entry; DELETE FROM entry_version; DELETE FROM revision');
  const ours: number[] = [];
  const bare: number[] = [];
  let last: { rows: Cell[][]; answers: PushAnswer[] } | undefined;
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    empty();
    floor.empty();
    const rows = measureRows(ROWS);
    const floorMs = await pushFloor(rows);
    const { ms, answers } = await push(rows, 0);
    last = { rows, answers };
    if (round < WARM_UP) continue; // both run compiled code from here on
    ours.push(ms);
    bare.push(floorMs);
  }
  // The fastest round of each: whatever else the machine does only ever adds.
  const [oursMs, bareMs] = [Math.min(...ours), Math.min(...bare)];
  const ratio = oursMs / bareMs;
  console.log(`first push of ${ROWS} rows: ${oursMs.toFixed(0)} ms, bare upsert ${bareMs.toFixed(0)} ms, ratio ${ratio.toFixed(2)} (at most ${MAX_RATIO})`);

  // From here on the database refuses every write: a push that tried one would fail.
  for (const table of ['revision', 'entry', 'entry_version']) {
    for (const verb of ['INSERT', 'UPDATE', 'DELETE']) {
      store.exec(`CREATE TRIGGER no_${verb}_${table} BEFORE ${verb} ON ${table} BEGIN SELECT RAISE(ABORT, '${verb} on ${table}'); END`);
    }
  }
  const again = await push(last?.rows ?? [], last?.answers.at(-1)?.revision ?? 0);
  const unchanged = again.answers.reduce((sum, { counts }) => sum + counts.unchanged, 0);
  console.log(`the same rows again: ${again.ms.toFixed(0)} ms, ${unchanged} unchanged, 0 rows written`);
  store.close();
  if (ratio > MAX_RATIO || unchanged !== ROWS) process.exitCode = 1;
} finally {
  await worker.stop();
  await floor.stop();
  await rm(dataDir, { recursive: true, force: true });
}
