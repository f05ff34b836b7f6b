import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScoresAnswer } from '../../shared/contract/scores.ts';
import { startWorker, type RunningWorker } from '../../scripts/lib/start-worker.ts';
import { databaseFile } from '../../scripts/lib/database-file.ts';
import { fullRegisters } from './full-registers.ts';
import { peakMemory } from './memory.ts';
import { seedWorkspace } from './seed.ts';

const PATH = '/v1/scores?asOf=2022-06-30';
/** The design's target for a district, over the floor: see MAX_MS of `district`. */
const MAX_MS = 10;
/** More than an isolate remembers, so that a round through them finds none of them remembered. */
const WORKSPACES = 6;
const ROUNDS = 101;

/** What `GET /v1/scores` costs for a workspace of one size. Times are medians of wall time from outside, in milliseconds. */
export interface ScoresFigures {
  readonly units: number;
  readonly measures: number;
  /** Entries of all registers. */
  readonly entries: number;
  /** `GET /v1/health` in the same run: the floor. */
  readonly healthMs: number;
  /** Less the floor; of a workspace that the isolate does not remember. */
  readonly coldMs: number;
  /** Less the floor; asked for again. */
  readonly warmMs: number;
  /** The most memory workerd had resident, in MB, with everything it started; null where it cannot be told. */
  readonly peakMb: number | null;
}

/**
 * Measures `GET /v1/scores` over full registers: of a district (13 units, 73 measures), which must take at most MAX_MS over
 * the floor asked for again and again, as the median of such requests; the first, cold, is printed beside it. Of 10,000 and 100,000 measures, to see how it
 * grows. Makes the process exit with 1 when the district's are over.
 */
export async function benchmarkScores(): Promise<readonly ScoresFigures[]> {
  const figures = [
    await measureSize(13, 73, { rounds: ROUNDS, warmUp: 40, workspaces: WORKSPACES }),
    await measureSize(100, 10_000, { rounds: 12, warmUp: WORKSPACES, workspaces: WORKSPACES }),
    // More than an isolate remembers of any workspace, so one is enough.
    await measureSize(1_000, 100_000, { rounds: 7, warmUp: 1, workspaces: 1 }),
  ];
  const [district, ten, hundred] = figures;
  if (district !== undefined && district.warmMs > MAX_MS) process.exitCode = 1;
  if (ten !== undefined && hundred !== undefined) console.log(`100,000 measures take ${(hundred.coldMs / ten.coldMs).toFixed(1)} times as long as 10,000`);
  return figures;
}

async function measureSize(
  units: number,
  measures: number,
  { rounds, warmUp, workspaces }: { rounds: number; warmUp: number; workspaces: number },
): Promise<ScoresFigures> {
  const dataDir = await mkdtemp(join(tmpdir(), 'taizhang-bench-'));
  const worker = await startWorker({ dataDir, assetsDir: join(dataDir, 'site') });
  try {
    const keys = Array.from({ length: workspaces }, (_, index) => `bench-key-of-localhost-${index}`);
    const file = await databaseFile(dataDir);
    let entries = 0;
    for (const key of keys) {
      const rows = fullRegisters(units, measures);
      entries = rows.length;
      seedWorkspace(file, key, rows);
    }
    const health: number[] = [];
    const cold: number[] = [];
    const warm: number[] = [];
    for (let round = 0; round < warmUp + rounds; round += 1) {
      const healthMs = await timed(worker, '/v1/health', null);
      const key = keys[round % keys.length] ?? '';
      const coldMs = await timed(worker, PATH, key, units);
      const warmMs = await timed(worker, PATH, key, units);
      if (round < warmUp) continue; // what is measured runs compiled code
      health.push(healthMs);
      cold.push(coldMs);
      warm.push(warmMs);
    }
    const healthMs = median(health);
    const found = {
      units,
      measures,
      entries,
      healthMs,
      coldMs: median(cold) - healthMs,
      warmMs: median(warm) - healthMs,
      peakMb: await peakMemory(worker.pid),
    };
    console.log(
      `scores of ${units} units, ${measures} measures, ${entries} entries: ${found.coldMs.toFixed(1)} ms cold, ${found.warmMs.toFixed(1)} ms warm over /v1/health (${healthMs.toFixed(1)} ms); ` +
        `workerd at most ${found.peakMb?.toFixed(0) ?? '?'} MB`,
    );
    return found;
  } finally {
    await worker.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Milliseconds until the whole answer is there, which must have a score for each of `units` units. */
async function timed(worker: RunningWorker, path: string, key: string | null, units = 0): Promise<number> {
  const began = performance.now();
  const response = await fetch(worker.url + path, key === null ? {} : { headers: { Authorization: `Bearer ${key}` } });
  const text = await response.text();
  const ms = performance.now() - began;
  if (!response.ok) throw new Error(`${response.status} ${text}`);
  if (key !== null && (JSON.parse(text) as ScoresAnswer).units.filter(({ score }) => score !== null).length !== units)
    throw new Error(`not ${units} units are scored`);
  return ms;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
