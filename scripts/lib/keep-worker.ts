import { setTimeout as sleep } from 'node:timers/promises';
import { startWorker, type RunningWorker, type WorkerOptions } from './start-worker.ts';
import { statusOf } from './status-of.ts';

/** Between two looks at the worker, in milliseconds. */
const LOOK_EVERY = 2_000;
/** Looks without an answer after which it is taken for dead: wrangler goes on when the runtime below it was killed. */
const MISSES = 2;

/** Starts a worker and starts it again, on the same port, whenever it no longer answers. `ended` resolves when it was stopped, or could not be started again. */
export async function keepWorker(options: WorkerOptions): Promise<RunningWorker> {
  const first = await startWorker(options);
  let worker = first;
  const stopping = new AbortController();

  async function watch(): Promise<number | null> {
    for (let misses = 0; !stopping.signal.aborted;) {
      const code = await Promise.race([worker.ended, sleep(LOOK_EVERY, 'looking' as const)]);
      if (stopping.signal.aborted) return 0;
      misses = code === 'looking' && (await statusOf(`${worker.url}/v1/health`)) !== null ? 0 : misses + 1;
      if (stopping.signal.aborted || (code === 'looking' && misses < MISSES)) continue;
      options.onLine?.('the worker no longer answers and is started again');
      await worker.stop();
      worker = await startWorker({ ...options, port: first.port });
      misses = 0;
    }
    return 0;
  }

  const ended = watch().catch((error: unknown) => {
    options.onLine?.(String(error));
    return 1;
  });
  return {
    ...first,
    ended,
    async stop() {
      stopping.abort();
      await worker.stop();
      await ended;
    },
  };
}
