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
 * The local runtime keeps some memory of every request, even of a worker that answers one letter, until its heap and the database's cache have grown to
 * their working size: a first round of ordinary requests adds 100 MB and more, a fourth less than a tenth of what is there. Measured from then on.
 */
const WARM_UP_ROUNDS = 4;

test('10,000 malformed rows and 2,000 arbitrary bodies: every bad row named, no server error, nothing stored of what was refused, no memory lost', async () => {
  const input = hostileInput(hostileSeed(), BAD_ROWS, BODIES);
  const attacker = attackerOn({ url: worker.url, key: KEY });
  const { found } = attacker;
  const memory: number[] = [];
  const warmUp: number[] = [];
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) {
    await attacker.sendOrdinary(BAD_ROWS / 2, BODIES / 2);
    warmUp.push(worker.memory());
  }
  for (const half of [0, 1]) {
    await attacker.sendBadRows(input.cells.slice((half * BAD_ROWS) / 2, ((half + 1) * BAD_ROWS) / 2));
    await attacker.sendBodies(input.bodies.slice((half * BODIES) / 2, ((half + 1) * BODIES) / 2));
    memory.push(worker.memory());
  }
  const [first = 0, second = 0] = memory;
  const stored = await attacker.stored();
  console.log(
    `${found.badRows} malformed rows, ${found.badRows - found.unnamed.length} named by index and column; ${found.bodies} bodies: ${found.refused} refused, ${found.taken} taken, ` +
      `${found.serverErrors.length} server errors; ${stored} rows stored, ${found.inserted} acknowledged; workerd ${warmUp.map(megabytes).join(', ')} MB in the warm-up, ` +
      `${megabytes(first)} MB after the first half, ${megabytes(second)} MB after the second (${(second / first).toFixed(3)} ×)`,
  );
  expect(found.unnamed.slice(0, 5)).toEqual([]);
  expect(found.serverErrors.slice(0, 5)).toEqual([]);
  expect([found.badRows, found.bodies]).toEqual([BAD_ROWS, BODIES]);
  expect(stored).toBe(found.inserted);
  expect(found.inserted).toBeGreaterThanOrEqual(found.goodRows);
  expect(first).toBeGreaterThan(0);
  expect(second).toBeLessThanOrEqual(first * MAX_GROWTH);
});
