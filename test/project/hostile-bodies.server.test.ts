import { expect, test } from 'vitest';
import { attackerOn, hostileInput, hostileSeed } from '../support/hostile/attacker.ts';
import { newWorkspace } from '../support/workspace.ts';

const BAD_ROWS = 1_000;
const BODIES = 200;

/** The short form of the fault suite's test, without a look at memory. */
test('malformed rows and arbitrary bodies: every bad row is named by index and column, nothing is a server error, nothing is stored of what was refused', async () => {
  const input = hostileInput(hostileSeed(), BAD_ROWS, BODIES);
  const attacker = attackerOn(await newWorkspace());
  const { found } = attacker;
  await attacker.sendBadRows(input.cells);
  await attacker.sendBodies(input.bodies);
  expect(found.unnamed.slice(0, 5)).toEqual([]);
  expect(found.serverErrors.slice(0, 5)).toEqual([]);
  expect([found.badRows, found.bodies]).toEqual([BAD_ROWS, BODIES]);
  expect(found.refused).toBeGreaterThan(0);
  expect(found.inserted).toBeGreaterThanOrEqual(found.goodRows);
  expect(await attacker.stored()).toBe(found.inserted);
});
