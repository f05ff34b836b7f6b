import { beforeAll, expect, test } from 'vitest';
import { findLiveCells } from '../addin/excel/support/live-cells.ts';
import { connect } from '../addin/features/push/support.ts';
import type { Server } from '../addin/features/push/support.ts';
import { seedOfRun } from './support/random.ts';

const TEXTS = 2_000;

let server: Server;
beforeAll(async () => {
  server = await connect();
});

test('of 2,000 hostile texts none becomes a live formula on the way from one workbook through the server into another and its file', async () => {
  const seed = seedOfRun();
  const began = performance.now();
  const { pushed, cells, live, changed } = await findLiveCells(server, TEXTS, seed);
  const sum = (lists: Readonly<Record<string, readonly string[]>>) => Object.values(lists).reduce((total, list) => total + list.length, 0);
  console.log(
    `cells: seed ${seed}; ${pushed} texts pushed, ${cells} cells written, read ${Object.keys(changed).length} times by ` +
      `${new Set(Object.keys(changed).map((name) => name.split(',')[0])).size} readers: ${sum(live)} live formulas, ${sum(changed)} texts changed; ` +
      `${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
  expect(pushed).toBe(TEXTS);
  expect({ live, changed }).toEqual({
    live: Object.fromEntries(Object.keys(live).map((where) => [where, []])),
    changed: Object.fromEntries(Object.keys(changed).map((where) => [where, []])),
  });
});
