import { beforeAll, describe, expect, test } from 'vitest';
import { upToDate } from '../../../../addin/features/push/push-report.ts';
import { previewPush } from '../../../../addin/features/push/push-ledger.ts';
import type { PushReport } from '../../../../addin/features/push/push-report.ts';
import type { Decision } from '../../../../addin/features/push/decisions.ts';
import { settle } from '../../../../addin/features/queue/settle.ts';
import type { Choice } from '../../../../addin/features/queue/settle.ts';
import type { CellValue } from '../../../../addin/preview/model/book.ts';
import { newId } from '../../../../addin/work/new-id.ts';
import { putCell } from '../../../../addin/preview/model/book.ts';
import { FIRST_ROW, HEADERS, LINES, idOf, put, rowValues, valueAt } from '../../excel/support/ledger-book.ts';
import type { Line } from '../../excel/support/ledger-book.ts';
import { clerkWith, colleagueOf, connect, counting } from '../push/support.ts';
import type { Clerk, Server } from '../push/support.ts';

const ID = HEADERS.length;
const [TITLE, PROGRESS, LEADER] = ['工作措施', '完成进度', '责任人'].map((header) => HEADERS.indexOf(header)) as [number, number, number];

let server: Server;
beforeAll(async () => {
  server = await connect({ knowsAgain: true });
});

const textIn = (value: CellValue): string => (typeof value === 'string' ? value : '');

/** The rows under titles of their own, so that tests do not know each other's rows again. */
function linesOf(name: string): readonly Line[] {
  return LINES.map((line) => line.map((value, column) => (column === TITLE ? `${name}：${textIn(value)}` : value)));
}

async function optionsOf(clerk: Clerk, api = server.api()) {
  const binding = await clerk.binding();
  return {
    workbook: clerk.workbook,
    api,
    binding,
    asOf: '2022-06-30',
    language: 'zh-CN',
    timeZone: 'Asia/Shanghai',
    now: () => new Date(2022, 6, 1, 9, 30),
  } as const;
}

async function decisionsOf(clerk: Clerk): Promise<readonly Decision[]> {
  return (await previewPush(await optionsOf(clerk))).decisions;
}

/** Carries out one choice for everything there is to decide. */
async function choose(clerk: Clerk, choice: Choice) {
  const decisions = await decisionsOf(clerk);
  return settle(
    await optionsOf(clerk),
    decisions.map((decision) => ({ decision, choice })),
  );
}

/** Two clerks with the same rows; the first has changed row 1 and row 2, the second row 2 and has pushed. */
async function twoClerks(name: string) {
  const mine = await clerkWith(server.api(), linesOf(name));
  await mine.push(server.api());
  const theirs = await colleagueOf(mine);
  put(theirs.sheet, FIRST_ROW, LEADER, '对方改的人');
  put(theirs.sheet, FIRST_ROW + 1, PROGRESS, 80);
  await theirs.push(server.api());
  put(mine.sheet, FIRST_ROW + 1, PROGRESS, 60);
  const report = await mine.push(server.api());
  return { mine, theirs, report };
}

const deleteRow = async ({ host }: Clerk, row: number): Promise<void> => {
  await host.Excel.run(async (context) => {
    context.workbook.worksheets
      .getActiveWorksheet()
      .getRange(`${row + 1}:${row + 1}`)
      .delete('Up');
    await context.sync();
  });
};

describe('what others changed', () => {
  test('is told row by row: as a change where the sheet has none, as a conflict where it has', async () => {
    const { mine, report } = await twoClerks('告知');
    expect(report.counts).toMatchObject({ incoming: 1, conflict: 1, unchanged: 1 });
    expect(await decisionsOf(mine)).toMatchObject([
      { kind: 'changed', sheetRow: FIRST_ROW, mine: { leader: '张三' }, theirs: { leader: '对方改的人' }, made: { by: expect.any(String) } },
      { kind: 'conflict', sheetRow: FIRST_ROW + 1, mine: { progress: 60 }, theirs: { progress: 80 } },
    ]);
  });

  test('nothing of it is written by itself, however often is pushed', async () => {
    const { mine } = await twoClerks('不自动');
    const before = [0, 1, 2].map((at) => rowValues(mine.sheet, FIRST_ROW + at, 0, ID));
    await mine.push(server.api());
    await mine.push(server.api());
    expect([0, 1, 2].map((at) => rowValues(mine.sheet, FIRST_ROW + at, 0, ID))).toEqual(before);
    expect(await decisionsOf(mine)).toHaveLength(2);
  });

  test('taken into the sheet is settled: results are true again and the next push says unchanged', async () => {
    const { mine } = await twoClerks('采用对方');
    expect(await choose(mine, 'theirs')).toMatchObject({ done: 2, refused: 0 });
    expect(valueAt(mine.sheet, FIRST_ROW, LEADER)).toBe('对方改的人');
    expect(valueAt(mine.sheet, FIRST_ROW + 1, PROGRESS)).toBe(80);
    expect(valueAt(mine.sheet, FIRST_ROW, ID + 1)).toBe('已完成');
    expect(await decisionsOf(mine)).toEqual([]);
    expect((await mine.push(server.api())).counts).toMatchObject({ unchanged: 3, updated: 0, incoming: 0, conflict: 0 });
    expect((await mine.binding()).bases).toBeUndefined();
  });

  test('does not count where the clerk keeps the own version: it is written over theirs, and no other row is pushed', async () => {
    const { mine, theirs } = await twoClerks('保留我的');
    put(mine.sheet, FIRST_ROW + 2, PROGRESS, 55);
    expect(await choose(mine, 'mine')).toMatchObject({ done: 2, refused: 0 });
    expect(await decisionsOf(mine)).toEqual([]);
    expect(await decisionsOf(theirs)).toMatchObject([
      { kind: 'changed', theirs: { leader: '张三' } },
      { kind: 'changed', theirs: { progress: 60 } },
    ]);
    expect((await mine.push(server.api())).counts).toMatchObject({ unchanged: 2, updated: 1 });
  });

  test('answers with the revision and the scores as they are afterwards', async () => {
    const { mine, report } = await twoClerks('得分跟着变');
    const { report: now } = await choose(mine, 'mine');
    if (now === null) throw new Error('the scores could not be asked for');
    expect(now.revision).toBe(report.revision + 1);
    const scoreOf = ({ units }: PushReport) => units.find(({ unit }) => unit === '区政务服务局')?.score;
    expect(scoreOf(now)).not.toBe(scoreOf(report));
    expect(scoreOf(now)).toBe((await server.api().scores('2022-06-30')).units.find(({ unit }) => unit === '区政务服务局')?.score);
    const told = upToDate(report, now);
    expect(told).toMatchObject({ revision: now.revision, units: now.units, counts: report.counts, rows: report.rows });
  });

  test('again after it was seen is asked again, not overwritten', async () => {
    const { mine, theirs } = await twoClerks('又改');
    const [seen] = await decisionsOf(mine);
    await theirs.binding();
    put(theirs.sheet, FIRST_ROW, LEADER, '又一个人');
    await theirs.push(server.api());
    const options = await optionsOf(mine);
    if (seen === undefined) throw new Error('nothing to decide');
    expect(await settle(options, [{ decision: seen, choice: 'mine' }])).toMatchObject({ done: 0, refused: 1 });
    expect((await decisionsOf(mine))[0]).toMatchObject({ theirs: { leader: '又一个人' } });
  });

  test('is not written over what the clerk has typed since', async () => {
    const { mine } = await twoClerks('刚改');
    const decisions = await decisionsOf(mine);
    put(mine.sheet, FIRST_ROW, LEADER, '刚写的');
    const settlements = decisions.map((decision) => ({ decision, choice: 'theirs' as const }));
    await expect(settle(await optionsOf(mine), settlements)).rejects.toMatchObject({ code: 'rowsChanged', params: { rows: '4' } });
    expect(valueAt(mine.sheet, FIRST_ROW, LEADER)).toBe('刚写的');
  });

  test('waits while a formula stands in its cell', async () => {
    const { mine } = await twoClerks('公式');
    putCell(mine.sheet, FIRST_ROW, LEADER, { value: '张三', formula: '="张三"' });
    const decisions = await decisionsOf(mine);
    const settlements = decisions.map((decision) => ({ decision, choice: 'theirs' as const }));
    await expect(settle(await optionsOf(mine), settlements)).rejects.toMatchObject({ code: 'formulaCells' });
    expect(await settle({ ...(await optionsOf(mine)), replacesFormulas: true }, settlements)).toMatchObject({ done: 2, refused: 0 });
    expect(valueAt(mine.sheet, FIRST_ROW, LEADER)).toBe('对方改的人');
  });
});

describe('what others added or deleted', () => {
  /** The other clerk has added a row and deleted the first. */
  async function withOthers(name: string) {
    const mine = await clerkWith(server.api(), linesOf(name));
    await mine.push(server.api());
    const theirs = await colleagueOf(mine);
    const first = textIn(valueAt(mine.sheet, FIRST_ROW, ID));
    [4, '区司法局', `${name}：公开办事指南`, '年底前', '孙七', '进行中', 10, null].forEach((value, column) => put(theirs.sheet, FIRST_ROW + 3, column, value));
    await theirs.push(server.api());
    const { base, register } = await theirs.binding();
    await server.api().deleteEntries(register, { base, request: newId(), ids: [first] });
    await mine.binding();
    await mine.push(server.api());
    return { mine, first };
  }

  test('is told after a push, and taken over: the row is added with its id, the other goes', async () => {
    const { mine } = await withOthers('增删');
    expect((await decisionsOf(mine)).map(({ kind }) => kind)).toEqual(['removed', 'added']);
    expect(await choose(mine, 'theirs')).toMatchObject({ done: 2, refused: 0 });
    expect([0, 1, 2].map((at) => valueAt(mine.sheet, FIRST_ROW + at, TITLE))).toEqual(
      ['推行一窗受理', '开展食品安全检查', '公开办事指南'].map((title) => `增删：${title}`),
    );
    expect(await decisionsOf(mine)).toEqual([]);
    expect((await mine.push(server.api())).counts).toMatchObject({ unchanged: 3, inserted: 0 });
  });

  test('is not, where the clerk decides so: the deleted row is pushed again, the new one stays out', async () => {
    const { mine, first } = await withOthers('不增删');
    const decisions = await decisionsOf(mine);
    const settlements = decisions.map((decision) => ({ decision, choice: decision.kind === 'removed' ? ('mine' as const) : ('leave' as const) }));
    expect(await settle(await optionsOf(mine), settlements)).toMatchObject({ done: 2, refused: 0 });
    expect(await decisionsOf(mine)).toEqual([]);
    expect((await server.api().entries('measures')).some(({ id }) => id === first)).toBe(true);
    expect((await mine.push(server.api())).counts).toMatchObject({ unchanged: 3 });
    expect(await decisionsOf(mine)).toEqual([]);
  });

  test('a sheet of one unit is not asked to take in the rows of others', async () => {
    const unit = (name: string, lines: readonly Line[]) => lines.map((line) => line.map((value, column) => (column === 1 ? name : value)));
    const mine = await clerkWith(server.api(), unit('区民政局', linesOf('单一单位')));
    await mine.push(server.api());
    const other = await clerkWith(server.api(), unit('区教育局', linesOf('别的单位')));
    await other.push(server.api());
    expect(await decisionsOf(mine)).toEqual([]);
  });

  test('fills a ledger without rows', async () => {
    const clerk = await clerkWith(server.api(), []);
    await clerk.push(server.api());
    const found = await decisionsOf(clerk);
    expect(found.length).toBe((await server.api().entries('measures')).length);
    expect(await choose(clerk, 'theirs')).toMatchObject({ done: found.length, refused: 0 });
    expect((await clerk.push(server.api())).counts).toMatchObject({ unchanged: found.length, inserted: 0, updated: 0 });
  });
});

describe('rows that the sheet no longer has', () => {
  async function withoutRow(name: string) {
    const clerk = await clerkWith(server.api(), linesOf(name));
    await clerk.push(server.api());
    const id = textIn(valueAt(clerk.sheet, FIRST_ROW + 1, ID));
    await deleteRow(clerk, FIRST_ROW + 1);
    await clerk.push(server.api());
    return { clerk, id };
  }
  const isLive = async (id: string): Promise<boolean> => (await server.api().entries('measures')).some((entry) => entry.id === id);

  test('are listed and stay on the server until the clerk says so', async () => {
    const { clerk, id } = await withoutRow('缺少');
    expect(await decisionsOf(clerk)).toMatchObject([{ id, kind: 'missing', theirs: { title: '缺少：推行一窗受理' } }]);
    await clerk.push(server.api());
    expect(await decisionsOf(clerk)).toHaveLength(1);
    expect(await isLive(id)).toBe(true);
  });

  test('are listed beside 50,000 rows: the workbook keeps them before those that are there', async () => {
    const { clerk, id } = await withoutRow('很多行');
    const states = await clerk.workbook.syncedStates('B1');
    expect([...states.keys()][0]).toBe(id);
    const others = Array.from({ length: 50_000 }, (_, at) => [idOf(at), { content: '1z141z4.1z141z4', key: '1z141z4.1z141z4' }] as const);
    await clerk.workbook.saveSyncedStates('B1', new Map([...others, ...states]));
    expect(await decisionsOf(clerk)).toMatchObject([{ id, kind: 'missing' }]);
  });

  test('are deleted from the ledger', async () => {
    const { clerk, id } = await withoutRow('删除');
    expect(await choose(clerk, 'mine')).toMatchObject({ done: 1, refused: 0 });
    expect(await isLive(id)).toBe(false);
    expect(await decisionsOf(clerk)).toEqual([]);
    expect((await clerk.binding()).pending).toEqual([]);
    expect((await clerk.push(server.api())).counts).toMatchObject({ unchanged: 2 });
  });

  test('are restored in the sheet', async () => {
    const { clerk, id } = await withoutRow('恢复');
    expect(await choose(clerk, 'theirs')).toMatchObject({ done: 1, refused: 0 });
    expect(rowValues(clerk.sheet, FIRST_ROW + 2, 1, 6)).toEqual(['区政务服务局', '恢复：推行一窗受理', '6月15日', '李四', '进行中', 40]);
    expect(valueAt(clerk.sheet, FIRST_ROW + 2, ID)).toBe(id);
    expect(await decisionsOf(clerk)).toEqual([]);
    expect((await clerk.push(server.api())).counts).toMatchObject({ unchanged: 3, inserted: 0 });
  });

  test('a row that was only emptied is filled again in its place', async () => {
    const clerk = await clerkWith(server.api(), linesOf('清空'));
    await clerk.push(server.api());
    for (let column = 0; column < ID; column += 1) put(clerk.sheet, FIRST_ROW + 1, column, null);
    await clerk.push(server.api());
    expect(await choose(clerk, 'theirs')).toMatchObject({ done: 1, refused: 0 });
    expect(valueAt(clerk.sheet, FIRST_ROW + 1, TITLE)).toBe('清空：推行一窗受理');
    expect((await clerk.push(server.api())).counts).toMatchObject({ unchanged: 3 });
  });

  test('are left, and asked about again when others have changed them; the deletion of what was not seen is refused', async () => {
    const clerk = await clerkWith(server.api(), linesOf('不处理'));
    await clerk.push(server.api());
    const other = await colleagueOf(clerk);
    await clerk.binding();
    await deleteRow(clerk, FIRST_ROW + 1);
    await clerk.push(server.api());
    const before = await decisionsOf(clerk);
    expect(await choose(clerk, 'leave')).toMatchObject({ done: 1, refused: 0 });
    expect(await decisionsOf(clerk)).toEqual([]);
    await clerk.push(server.api());
    expect(await decisionsOf(clerk)).toEqual([]);

    await other.binding();
    put(other.sheet, FIRST_ROW + 1, PROGRESS, 95);
    await other.push(server.api());
    const now = await decisionsOf(clerk);
    expect(now).toMatchObject([{ kind: 'missing', theirs: { progress: 95 }, made: { by: expect.any(String) } }]);
    await clerk.push(server.api());
    expect(await decisionsOf(clerk)).toMatchObject([{ kind: 'missing', theirs: { progress: 95 } }]);
    const stale = before.map((decision) => ({ decision, choice: 'mine' as const }));
    expect(await settle(await optionsOf(clerk), stale)).toMatchObject({ done: 0, refused: 1 });
    expect(await choose(clerk, 'mine')).toMatchObject({ done: 1, refused: 0 });
  });
});

test('of a large ledger the choices take as many requests as those of a small one', async () => {
  const many = Array.from({ length: 400 }, (_, at): Line => [at + 1, `单位${at % 10}`, `大表：措施${at}`, '2022年底前', null, '进行中', 50, null]);
  const mine = await clerkWith(server.api(), many);
  await mine.push(server.api());
  const theirs = await colleagueOf(mine);
  for (let at = 0; at < 300; at += 1) put(theirs.sheet, FIRST_ROW + at, PROGRESS, 51 + (at % 40));
  await theirs.push(server.api());
  const decisions = await decisionsOf(mine);
  expect(decisions).toHaveLength(300);
  const { fetch, pushes } = counting();
  const settlements = decisions.map((decision, at) => ({ decision, choice: at % 2 === 0 ? ('theirs' as const) : ('mine' as const) }));
  expect(await settle(await optionsOf(mine, server.api(fetch)), settlements)).toMatchObject({ done: 300, refused: 0 });
  expect(pushes()).toBe(2);
  expect((await mine.push(server.api())).counts).toMatchObject({ unchanged: 400 });
});
