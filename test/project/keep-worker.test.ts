import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepWorker } from '../../scripts/lib/keep-worker.ts';
import { statusOf } from '../../scripts/lib/status-of.ts';

/** The workerd below a worker's process group. */
function runtimesOf(group: number): number[] {
  const listing = execFileSync('ps', ['-eo', 'pid=,pgid=,comm='], { encoding: 'utf8' });
  return listing.split('\n').flatMap((line) => {
    const [pid, of, name] = line.trim().split(/\s+/);
    return name === 'workerd' && Number(of) === group ? [Number(pid)] : [];
  });
}

test('a worker whose runtime was killed answers again by itself, on the same port, with its data', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'taizhang-keep-'));
  const worker = await keepWorker({ dataDir, assetsDir: join(dataDir, 'site'), vars: { BOOTSTRAP_ADMIN_KEY: 'keep-key-of-localhost' } });
  const workspace = async () => {
    const answer = await fetch(`${worker.url}/v1/me`, { headers: { Authorization: 'Bearer keep-key-of-localhost' } });
    return ((await answer.json()) as { workspace: { id: string } }).workspace.id;
  };
  try {
    const before = await workspace();
    const runtimes = runtimesOf(worker.pid);
    expect(runtimes.length).toBeGreaterThan(0);
    for (const pid of runtimes) process.kill(pid, 'SIGKILL');
    expect(await statusOf(`${worker.url}/v1/health`)).toBeNull();
    await expect.poll(() => statusOf(`${worker.url}/v1/health`), { timeout: 60_000, interval: 500 }).toBe(200);
    expect(await workspace()).toBe(before);
  } finally {
    await worker.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}, 120_000);
