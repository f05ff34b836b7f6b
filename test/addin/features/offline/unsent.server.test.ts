import { beforeAll, expect, test } from 'vitest';
import type { PaneApi } from '../../../../addin/api/client.ts';
import { offlineCapable } from '../../../../addin/api/offline.ts';
import { createReach } from '../../../../addin/api/reach.ts';
import { keepUnsent, sendKept, sendPackage, unsentOf, watchingPushes } from '../../../../addin/features/offline/unsent.ts';
import { pushLedger, refreshLedger } from '../../../../addin/features/push/push-ledger.ts';
import { openXlsx, saveXlsx } from '../../../../addin/preview/xlsx/index.ts';
import { registerIds } from '../../../../shared/registers/types.ts';
import { FIRST_ROW, LINES, put, titleOf } from '../../excel/support/ledger-book.ts';
import { clerkWith, colleagueOf, connect } from '../push/support.ts';
import type { Clerk, Server } from '../push/support.ts';

let server: Server;
beforeAll(async () => {
  server = await connect({ knowsAgain: true });
});

const PROGRESS = 6;
const origin = { workspace: { id: '', name: '' }, asOf: '2022-06-30', madeBy: '一号', madeAt: '2022-06-30T08:00:00.000Z' };

/** A machine without a network. */
const noNetwork: typeof fetch = () => Promise.reject(new TypeError('no network'));

/** Pushes over a connection that fails, and keeps what could not be sent as the pane does. */
async function pushOffline(clerk: Clerk, api: PaneApi): Promise<void> {
  const watched = watchingPushes(api);
  const options = { workbook: clerk.workbook, api: watched.api, asOf: '2022-06-30', language: 'zh-CN', timeZone: 'Asia/Shanghai' } as const;
  await expect(pushLedger({ ...options, binding: await clerk.binding() })).rejects.toMatchObject({ code: 'unreachable' });
  const { workspace } = await clerk.binding();
  expect(await keepUnsent(clerk.workbook, await clerk.binding(), watched.broken(), { ...origin, workspace: { id: workspace, name: '乌达区' } })).toBe(true);
}

test('a push that broke off is kept in the file as it was, survives saving, and is sent with its own requests: exactly once', async () => {
  const api = server.api();
  const clerk = await clerkWith(api);
  await clerk.push(api);
  put(clerk.sheet, FIRST_ROW + 1, PROGRESS, 77);
  await pushOffline(clerk, server.api(noNetwork));

  const saved = await openXlsx(await saveXlsx(clerk.host.book));
  expect(saved.customXmlParts.filter(({ xml }) => xml.includes('urn:taizhang:unsent:1'))).toHaveLength(1);
  const binding = await clerk.binding();
  const unsent = await unsentOf(clerk.workbook, binding.id);
  expect(unsent).toMatchObject({ rows: 3, content: { register: 'measures', madeBy: '一号', pushes: [{ base: binding.base }] } });
  expect(binding.pending).toEqual(unsent?.content.pushes.map(({ request }) => request));

  if (!unsent) throw new Error('nothing was kept');
  const [tried] = await sendPackage(api, unsent.content, { isDryRun: true });
  expect(tried?.counts).toMatchObject({ updated: 1, unchanged: 2 });
  expect((await api.revisions(null)).revisions).toHaveLength(1);
  const [answer] = await sendPackage(api, unsent.content);
  expect(answer?.counts).toMatchObject({ updated: 1, unchanged: 2, conflict: 0 });
  const [again] = await sendPackage(api, unsent.content);
  expect(again).toMatchObject({ revision: answer?.revision, counts: { updated: 0, unchanged: 3 } });
  await clerk.workbook.saveUnsent(binding.id, null);
  expect(await unsentOf(clerk.workbook, binding.id)).toBeNull();

  // The sheet's next push takes the package for its own, sent from wherever.
  put(clerk.sheet, FIRST_ROW + 1, PROGRESS, 88);
  expect((await clerk.push(api)).counts).toMatchObject({ updated: 1, conflict: 0 });
});

test('a push kept in two copies of a file, one of which was pushed anew, is kept no longer in the other, whose rows go with its next push', async () => {
  const api = server.api();
  const clerk = await clerkWith(
    api,
    LINES.map((line, at) => line.with(2, `两份文件${at}`)),
  );
  await clerk.push(api);
  put(clerk.sheet, FIRST_ROW, PROGRESS, 70);
  put(clerk.sheet, FIRST_ROW + 1, PROGRESS, 70);
  await pushOffline(clerk, server.api(noNetwork));
  const { id } = await clerk.binding();
  const unsent = await unsentOf(clerk.workbook, id);
  if (!unsent) throw new Error('nothing was kept');
  const colleague = await colleagueOf(clerk);
  put(colleague.sheet, FIRST_ROW + 1, PROGRESS, 75);
  expect((await colleague.push(api)).counts).toMatchObject({ updated: 2, conflict: 0 });

  await clerk.binding();
  expect(await sendKept(clerk.workbook, api, id, unsent)).toBe(false);
  expect(await unsentOf(clerk.workbook, id)).toBeNull();
  expect((await clerk.push(api)).counts).toMatchObject({ unchanged: 2, conflict: 1 });
});

test('a kept push that the server refuses for another reason, or that does not reach it, stays kept', async () => {
  const api = server.api();
  const clerk = await clerkWith(
    api,
    LINES.map((line, at) => line.with(2, `仍然保留${at}`)),
  );
  await clerk.push(api);
  put(clerk.sheet, FIRST_ROW, PROGRESS, 70);
  await pushOffline(clerk, server.api(noNetwork));
  const { id } = await clerk.binding();
  const unsent = await unsentOf(clerk.workbook, id);
  if (!unsent) throw new Error('nothing was kept');
  await expect(sendKept(clerk.workbook, server.api(noNetwork), id, unsent)).rejects.toMatchObject({ code: 'unreachable' });
  await expect(sendKept(clerk.workbook, (await connect()).api(), id, unsent)).rejects.toMatchObject({ code: 'otherWorkspace' });
  expect(await unsentOf(clerk.workbook, id)).toEqual(unsent);
  expect(await sendKept(clerk.workbook, api, id, unsent)).toBe(true);
  expect(await unsentOf(clerk.workbook, id)).toBeNull();
});

test('what was kept and then changed in the file by another program is not taken for a push', async () => {
  const api = server.api();
  const clerk = await clerkWith(api, [[1, '区发改委', '改过的未发送推送', '年底前', '张三', '进行中', 10, null]]);
  await clerk.push(api);
  put(clerk.sheet, FIRST_ROW, PROGRESS, 20);
  await pushOffline(clerk, server.api(noNetwork));
  const { id } = await clerk.binding();
  const text = await clerk.workbook.unsent(id);
  await clerk.workbook.saveUnsent(id, (text ?? '').replace(',20,', ',99,'));
  expect(await unsentOf(clerk.workbook, id)).toBeNull();
});

test('without a network the rows are flagged and the units scored from what was last known, as the server would', async () => {
  const api = server.api();
  const clerk = await clerkWith(
    api,
    LINES.map((line) => line.with(1, '区住建局')).map((line) => line.with(2, `${titleOf(line)}（离线）`)),
  );
  await clerk.push(api);
  const [plan, entries] = [
    await api.plan('2022-06-30'),
    new Map(await Promise.all(registerIds.map(async (register) => [register, await api.entries(register)] as const))),
  ];
  put(clerk.sheet, FIRST_ROW + 1, PROGRESS, 90);
  const options = { workbook: clerk.workbook, binding: await clerk.binding(), asOf: '2022-06-30', language: 'zh-CN', timeZone: 'Asia/Shanghai' } as const;
  const theirs = await refreshLedger({ ...options, api });

  const offline = offlineCapable(
    { ...server.api(noNetwork), plan: () => Promise.resolve(plan), entries: (register) => Promise.resolve(entries.get(register) ?? []) },
    () => 'zh-CN',
    createReach(),
  );
  const ours = await refreshLedger({ ...options, api: offline });
  expect(ours.counts).toEqual(theirs.counts);
  expect(ours.rows).toEqual(theirs.rows);
  expect(ours.units).toEqual(theirs.units);
});
