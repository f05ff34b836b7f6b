import { beforeAll, describe, expect, test } from 'vitest';
import { previewPush } from '../../../../addin/features/push/push-ledger.ts';
import { settle } from '../../../../addin/features/queue/settle.ts';
import { FIRST_ROW, HEADERS, LINES, put, valueAt } from '../../excel/support/ledger-book.ts';
import type { Line } from '../../excel/support/ledger-book.ts';
import { clerkWith, connect } from './support.ts';
import type { Clerk, Server } from './support.ts';

const ID = HEADERS.length;
const [UNIT, TITLE, PROGRESS] = [HEADERS.indexOf('责任单位'), HEADERS.indexOf('工作措施'), HEADERS.indexOf('完成进度')];

let server: Server;
beforeAll(async () => {
  server = await connect({ knowsAgain: true });
});

/** Lines that no other test has pushed. */
const linesOf = (name: string): readonly Line[] =>
  LINES.map((line) => line.map((value, column) => (column === TITLE ? `${name}：${JSON.stringify(value)}` : value)));

const idsOf = ({ sheet }: Clerk) => LINES.map((_, at) => valueAt(sheet, FIRST_ROW + at, ID));

/** As the pane's menu does it. */
async function removeResults(clerk: Clerk): Promise<void> {
  const binding = await clerk.binding();
  await clerk.workbook.removeResults(binding);
  await clerk.workbook.saveBinding({ ...binding, syncedAt: null });
}

describe('after the result columns, and the ids with them, were removed', () => {
  test('a push makes nothing twice: every row is the entry it was', async () => {
    const clerk = await clerkWith(server.api(), linesOf('移除'));
    await clerk.push(server.api());
    const ids = idsOf(clerk);
    await removeResults(clerk);
    expect(idsOf(clerk)).toEqual([null, null, null]);
    const report = await clerk.push(server.api());
    expect(report.counts).toEqual({ inserted: 0, updated: 0, unchanged: 3, deleted: 0, incoming: 0, conflict: 0, rejected: 0 });
    expect(idsOf(clerk)).toEqual(ids);
  });

  test('rows edited meanwhile are updated, for the sheet has seen what it changes', async () => {
    const clerk = await clerkWith(server.api(), linesOf('移除后修改'));
    await clerk.push(server.api());
    await removeResults(clerk);
    put(clerk.sheet, FIRST_ROW + 1, PROGRESS, 90);
    expect((await clerk.push(server.api())).counts).toMatchObject({ inserted: 0, updated: 1, unchanged: 2, conflict: 0 });
  });
});

describe('a second copy of a workbook that was pushed', () => {
  test('makes nothing twice, takes the ids, and says so', async () => {
    const first = await clerkWith(server.api(), linesOf('副本'));
    await first.push(server.api());
    const ids = idsOf(first);
    const second = await clerkWith(server.api(), linesOf('副本').toReversed());
    const report = await second.push(server.api());
    expect(report).toMatchObject({ adopted: 3, counts: { inserted: 0, unchanged: 3, conflict: 0 } });
    expect(report.rows.map((row) => row.notice)).toEqual(Array(3).fill('认领此前推送过的条目'));
    expect(idsOf(second)).toEqual(ids.toReversed());
  });

  test('that differs overwrites nothing, however often it is pushed, until the clerk says that it counts', async () => {
    const lines = linesOf('不同的副本');
    const first = await clerkWith(server.api(), lines);
    await first.push(server.api());
    const second = await clerkWith(server.api(), lines);
    put(second.sheet, FIRST_ROW, PROGRESS, 10);
    const report = await second.push(server.api());
    expect(report.counts).toMatchObject({ inserted: 0, updated: 0, unchanged: 2, conflict: 1 });
    expect((await second.push(server.api())).counts).toMatchObject({ updated: 0, conflict: 1 });
    const options = {
      workbook: second.workbook,
      api: server.api(),
      binding: await second.binding(),
      asOf: '2022-06-30',
      language: 'zh-CN',
      timeZone: 'Asia/Shanghai',
    } as const;
    const { decisions } = await previewPush(options);
    const settlements = decisions.map((decision) => ({ decision, choice: 'mine' as const }));
    expect(await settle(options, settlements)).toMatchObject({ done: 1, refused: 0 });
    expect((await second.push(server.api())).counts).toMatchObject({ updated: 0, unchanged: 3, conflict: 0 });
  });

  test('bound for long overwrites nothing with a new row that another clerk has pushed before', async () => {
    const [line = []] = linesOf('别人的');
    const other = await clerkWith(server.api(), [line]);
    await other.push(server.api());
    const clerk = await clerkWith(server.api(), linesOf('自己的'));
    await clerk.push(server.api()); // now its base is beyond the other's entry
    line.forEach((value, column) => put(clerk.sheet, FIRST_ROW + 3, column, column === PROGRESS ? 1 : value));
    expect((await clerk.push(server.api())).counts).toMatchObject({ inserted: 0, updated: 0, unchanged: 3, conflict: 1 });
  });
});

test('a row like several entries is new, and that is said', async () => {
  const [line = []] = linesOf('重复');
  const twins = [line, line.map((value, column) => (column === PROGRESS ? 30 : value))];
  const first = await clerkWith(server.api(), twins);
  await first.push(server.api());
  const second = await clerkWith(server.api(), [line.map((value, column) => (column === PROGRESS ? 60 : value))]);
  const report = await second.push(server.api());
  expect(report).toMatchObject({ adopted: 0, counts: { inserted: 1 } });
  expect(report.rows[0]?.notice).toContain('分不清是哪一个');
});

test('trying out tells of rows known again without touching the sheet', async () => {
  const lines = linesOf('试推');
  await (await clerkWith(server.api(), lines)).push(server.api());
  const second = await clerkWith(server.api(), lines);
  const { workbook } = second;
  const { report } = await previewPush({ workbook, api: server.api(), binding: await second.binding(), asOf: '2022-06-30', language: 'zh-CN' });
  expect(report).toMatchObject({ adopted: 3, counts: { inserted: 0, unchanged: 3 } });
  expect(idsOf(second)).toEqual([null, null, null]);
});

test('entries are asked for only when a row has no id', async () => {
  let asked = 0;
  const api = server.api((input, init) => {
    if (String(input instanceof Request ? input.url : input).includes('/entries')) asked += 1;
    return fetch(input, init);
  });
  const clerk = await clerkWith(api, linesOf('只问一次'));
  await clerk.push(api);
  expect(asked).toBe(1);
  await clerk.push(api);
  expect(asked).toBe(1);
  put(clerk.sheet, FIRST_ROW + 3, UNIT, '区发改委');
  put(clerk.sheet, FIRST_ROW + 3, TITLE, '只问一次：新措施');
  await clerk.push(api);
  expect(asked).toBe(2);
});
