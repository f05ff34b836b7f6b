import { describe, expect, test } from 'vitest';
import { breathe, inSlices } from '../../../addin/work/slices.ts';

/** Work whose every item takes so many milliseconds of a clock that nothing else moves. */
function timed(milliseconds: number) {
  let now = 0;
  const slices: number[] = [];
  let began = 0;
  return {
    slices,
    work: (): void => void (now += milliseconds),
    clock: () => now,
    pause: () => {
      slices.push(now - began);
      began = now;
      return Promise.resolve();
    },
  };
}

describe('work in slices', () => {
  test('does every item once, in order', async () => {
    const done: number[] = [];
    await inSlices(Array.from({ length: 1_000 }).fill('a'), (_, at) => done.push(at));
    expect(done).toEqual(Array.from({ length: 1_000 }, (_, at) => at));
  });

  test.each([0.01, 0.5, 3])('lets others work well before 200 ms when an item takes %d ms', async (milliseconds) => {
    const { slices, work, clock, pause } = timed(milliseconds);
    await inSlices(Array.from({ length: 5_000 }), work, { clock, pause });
    expect(Math.max(...slices)).toBeLessThan(100);
    expect(slices.length).toBeGreaterThan((5_000 * milliseconds) / 100);
  });

  test('says how far it is', async () => {
    const { work, clock, pause } = timed(10);
    const said: number[] = [];
    await inSlices(Array.from({ length: 40 }), work, { clock, pause, onDone: (done, total) => said.push(done / total) });
    expect(said.length).toBeGreaterThan(1);
    expect(said.at(-1)).toBe(1);
    expect(said).toEqual(said.toSorted((one, other) => one - other));
  });

  test('stops between slices when it is cancelled', async () => {
    const abort = new AbortController();
    const { work, clock, pause } = timed(10);
    let count = 0;
    const counting = (): void => {
      work();
      count += 1;
      if (count === 10) abort.abort(new Error('enough'));
    };
    await expect(inSlices(Array.from({ length: 1_000 }), counting, { clock, pause, signal: abort.signal })).rejects.toThrow('enough');
    expect(count).toBeLessThan(100);
  });

  test('lets waiting tasks run in between', async () => {
    const seen = { timer: false };
    setTimeout(() => (seen.timer = true), 0);
    for (let turn = 0; turn < 10_000 && !seen.timer; turn += 1) await breathe();
    expect(seen.timer).toBe(true);
  });
});
