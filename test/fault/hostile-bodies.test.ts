import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { attackerOn, hostileInput, hostileSeed } from '../support/hostile/attacker.ts';
import { KEY, startScratch, type ScratchRuntime } from '../support/runtime.ts';

const BAD_ROWS = 10_000;
const BODIES = 2_000;
const MAX_GROWTH = 1.1;

let worker: ScratchRuntime;
beforeAll(async () => {
  worker = await startScratch(inject('bundle'));
});
afterAll(() => worker.stop());

const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);

/**
 * The local runtime keeps some memory of every request, even of a worker that answers one letter (measured: 16 kB, and as much again for each query). What
 * as many ordinary requests as a half has make it keep is its own, and taken off.
 */
test('10,000 malformed rows and 2,000 arbitrary bodies: every bad row named, no server error, nothing stored of what was refused, no memory lost', async () => {
  const input = hostileInput(hostileSeed(), BAD_ROWS, BODIES);
  const attacker = attackerOn({ url: worker.url, key: KEY });
  const { found } = attacker;
  const memory: number[] = [];
  await attacker.sendOrdinary(BAD_ROWS / 2, BODIES / 2);
  for (const half of [0, 1]) {
    await attacker.sendBadRows(input.cells.slice((half * BAD_ROWS) / 2, ((half + 1) * BAD_ROWS) / 2));
    await attacker.sendBodies(input.bodies.slice((half * BODIES) / 2, ((half + 1) * BODIES) / 2));
    memory.push(worker.memory());
  }
  await attacker.sendOrdinary(BAD_ROWS / 2, BODIES / 2);
  memory.push(worker.memory());
  const [first = 0, second = 0, third = 0] = memory;
  const own = third - second;
  const stored = await attacker.stored();
  console.log(
    `${found.badRows} malformed rows, ${found.badRows - found.unnamed.length} named by index and column; ${found.bodies} bodies: ${found.refused} refused, ${found.taken} taken, ` +
      `${found.serverErrors.length} server errors; ${stored} rows stored, ${found.inserted} acknowledged; workerd ${megabytes(first)} MB after the first half, ` +
      `${megabytes(second)} MB after the second (${(second / first).toFixed(3)} ×), and ${megabytes(own)} MB more after as many ordinary requests: ${((second - own) / first).toFixed(3)} × without those`,
  );
  expect(found.unnamed.slice(0, 5)).toEqual([]);
  expect(found.serverErrors.slice(0, 5)).toEqual([]);
  expect([found.badRows, found.bodies]).toEqual([BAD_ROWS, BODIES]);
  expect(stored).toBe(found.inserted);
  expect(found.inserted).toBeGreaterThanOrEqual(found.goodRows);
  expect(first).toBeGreaterThan(0);
  expect(second - own).toBeLessThanOrEqual(first * MAX_GROWTH);
});
