import { expect, inject, onTestFinished, test } from 'vitest';
import { createClient } from '../../../../addin/api/client.ts';
import type { PaneApi } from '../../../../addin/api/client.ts';
import { createTransport } from '../../../../addin/api/transport.ts';
import { KEY, startRuntime, startScratch } from '../../../support/runtime.ts';
import { FIRST_ROW, HEADERS, valueAt } from '../../excel/support/ledger-book.ts';
import { clerkWith } from './support.ts';

const ROWS = 5;
/** Rows of a request. */
const MOST_ROWS = 3;

const clientOf = (server: string, fetching: typeof fetch = fetch): PaneApi =>
  createClient(createTransport({ server, key: KEY, language: () => 'zh-CN', fetch: fetching }));

test('the server goes down between two requests of a push: what it took stays, and the push is finished when it is back', async () => {
  const bundle = inject('bundle');
  const before = await startScratch(bundle);
  onTestFinished(() => before.stop());
  let pushes = 0;
  const downAtSecond: typeof fetch = async (input, init) => {
    if (init?.method === 'POST' && (pushes += 1) === 2) await before.shutDown();
    return fetch(input, init);
  };
  const clerk = await clerkWith(
    clientOf(before.url),
    Array.from({ length: ROWS }, (_, at) => [at + 1, '区发改委', `断线措施${at}`, '2022年底前', null, '进行中', 10, null]),
  );
  await expect(clerk.push(clientOf(before.url, downAtSecond), { mostRows: MOST_ROWS })).rejects.toMatchObject({ code: 'unreachable' });
  expect(pushes).toBe(2);
  const ids = Array.from({ length: ROWS }, (_, at) => JSON.stringify(valueAt(clerk.sheet, FIRST_ROW + at, HEADERS.length)));
  expect(new Set(ids).size).toBe(ROWS);

  const back = await startRuntime(bundle, before.dataDir);
  onTestFinished(() => back.stop());
  const api = clientOf(back.url);
  expect((await api.entries('measures')).map(({ id }) => JSON.stringify(id)).toSorted()).toEqual(ids.slice(0, MOST_ROWS).toSorted());
  const { counts } = await clerk.push(api, { mostRows: MOST_ROWS });
  expect(counts).toEqual({ inserted: ROWS - MOST_ROWS, updated: 0, unchanged: MOST_ROWS, deleted: 0, incoming: 0, conflict: 0, rejected: 0 });
  expect((await api.entries('measures')).map(({ id }) => JSON.stringify(id)).toSorted()).toEqual(ids.toSorted());
});
