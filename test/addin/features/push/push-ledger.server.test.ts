import { beforeAll, describe, expect, test } from 'vitest';
import { ApiError } from '../../../../addin/api/ledger-api.ts';
import { previewPush, refreshLedger } from '../../../../addin/features/push/push-ledger.ts';
import { cellAt } from '../../../../addin/preview/model/book.ts';
import { FIRST_ROW, HEADERS, HEADER_ROW, LINES, put, rowValues, snapshot, sortRows, valueAt } from '../../excel/support/ledger-book.ts';
import type { Line } from '../../excel/support/ledger-book.ts';
import { clerkWith, colleagueOf, connect, counting, losing } from './support.ts';
import type { Server } from './support.ts';

const ID = HEADERS.length;
const [STATUS, COMPLETED] = [HEADERS.indexOf('完成情况'), HEADERS.indexOf('完成时间')];

let server: Server;
beforeAll(async () => {
  server = await connect();
});

const many = (count: number): readonly Line[] =>
  Array.from({ length: count }, (_, at) => [at + 1, `单位${at % 10}`, `措施${at}`, '2022年底前', null, '进行中', 50, null]);

describe('a push', () => {
  test('writes flag, due date, days left, score and what was read beside every row', async () => {
    const clerk = await clerkWith(server.api());
    const report = await clerk.push(server.api());
    expect(report.counts).toEqual({ inserted: 3, updated: 0, unchanged: 0, deleted: 0, incoming: 0, conflict: 0, rejected: 0 });
    expect([0, 1, 2].map((at) => rowValues(clerk.sheet, FIRST_ROW + at, ID + 1, 4))).toEqual([
      ['已完成', 44712, null, 100],
      ['已逾期', 44727, -15, 20],
      ['正常推进', 44926, 184, 100],
    ]);
    expect(valueAt(clerk.sheet, FIRST_ROW + 1, ID + 5)).toContain('2022-06-15');
    expect(clerk.sheet.comments[0]?.text).toContain('截至 2022-06-30，更新于 2022-07-01 09:30');
    expect(await clerk.binding()).toMatchObject({ base: report.revision, pending: [], syncedAt: expect.stringContaining('2022-07-01') });
    expect(report.units.find((unit) => unit.unit === '区政务服务局')).toMatchObject({ card: 'red', overdue: 1 });
  });

  test('again without changes: every row unchanged, also after sorting', async () => {
    const clerk = await clerkWith(server.api());
    await clerk.push(server.api());
    expect((await clerk.push(server.api())).counts).toMatchObject({ inserted: 0, unchanged: 3 });
    sortRows(clerk.sheet, { row: FIRST_ROW, column: 0, rows: 3, columns: ID + 6 }, 2);
    expect((await clerk.push(server.api())).counts).toMatchObject({ inserted: 0, updated: 0, unchanged: 3 });
  });

  test('of a changed row updates that row and its result', async () => {
    const clerk = await clerkWith(server.api());
    await clerk.push(server.api());
    put(clerk.sheet, FIRST_ROW + 1, STATUS, '已完成');
    put(clerk.sheet, FIRST_ROW + 1, COMPLETED, '2022-06-14');
    expect((await clerk.push(server.api())).counts).toMatchObject({ updated: 1, unchanged: 2 });
    expect(rowValues(clerk.sheet, FIRST_ROW + 1, ID + 1, 1)).toEqual(['已完成']);
  });

  test('rejects rows with their cell and reason, and takes the rest', async () => {
    const lines = LINES.map((line) => [...line]);
    const [first, second] = lines;
    if (first && second) [first[1], second[COMPLETED]] = [null, { error: '#REF!' }];
    const clerk = await clerkWith(server.api(), lines);
    const report = await clerk.push(server.api());
    expect(report.counts).toMatchObject({ inserted: 1, rejected: 2 });
    expect(
      report.rows.flatMap((row) =>
        row.issues.filter((issue) => issue.kind === 'problem').map(({ address, header, code, value }) => ({ address, header, code, value })),
      ),
    ).toEqual([
      { address: 'B4', header: '责任单位', code: 'required', value: null },
      { address: 'H5', header: '完成时间', code: 'errorValue', value: '#REF!' },
    ]);
    expect(rowValues(clerk.sheet, FIRST_ROW + 1, ID + 1, 4)).toEqual(['未接受', null, null, null]);
    expect(valueAt(clerk.sheet, FIRST_ROW + 1, ID + 5)).toContain('“完成时间”：这一格是 Excel 错误值 #REF!');
  });

  test('from a pane in another language writes in the workbook’s, and says in the pane’s', async () => {
    const clerk = await clerkWith(
      server.api(),
      LINES.map((line, at) => (at === 2 ? line.with(HEADERS.indexOf('完成进度'), 150) : line)),
    );
    const report = await clerk.push(server.api(), { language: 'en' });
    expect(rowValues(clerk.sheet, HEADER_ROW, ID, 6)).toEqual(['编号', '预警', '时限', '剩余天数', '得分', '说明']);
    const beside = LINES.flatMap((_, at) => rowValues(clerk.sheet, FIRST_ROW + at, ID + 1, 5));
    expect(beside.filter((value) => typeof value === 'string' && /[A-Za-z]/.test(value))).toEqual([]);
    const said = report.rows.flatMap(({ issues }) => issues.map(({ message }) => message));
    expect(said).toHaveLength(1);
    expect(said.filter((words) => /\p{Script=Han}/u.test(words))).toEqual([]);
  });

  test('gives a copied row an id of its own, and says so', async () => {
    const clerk = await clerkWith(server.api());
    await clerk.push(server.api());
    for (let column = 0; column < ID + 6; column += 1) put(clerk.sheet, FIRST_ROW + 3, column, cellAt(clerk.sheet, FIRST_ROW, column).value);
    put(clerk.sheet, FIRST_ROW + 3, 2, '另一项措施');
    const report = await clerk.push(server.api());
    expect(report.counts).toMatchObject({ inserted: 1, unchanged: 3 });
    expect(report.rows[3]?.notice).toBe('编号与另一行相同，是复制来的行，按新的一行处理');
    expect(valueAt(clerk.sheet, FIRST_ROW + 3, ID)).not.toBe(valueAt(clerk.sheet, FIRST_ROW, ID));
  });

  test('leaves nothing beside a row that the clerk has emptied', async () => {
    const clerk = await clerkWith(server.api());
    await clerk.push(server.api());
    for (let column = 0; column < ID; column += 1) put(clerk.sheet, FIRST_ROW + 1, column, null);
    expect((await clerk.push(server.api())).counts).toMatchObject({ unchanged: 2, rejected: 0 });
    expect(rowValues(clerk.sheet, FIRST_ROW + 1, ID + 1, 5)).toEqual([null, null, null, null, null]);
  });

  test('of more than 5,000 rows goes in several requests, one push', async () => {
    const clerk = await clerkWith(server.api(), many(5_200));
    const seen: string[] = [];
    const { fetch, pushes } = counting();
    const report = await clerk.push(server.api(fetch), { onProgress: ({ phase, done, total }) => seen.push(`${phase} ${done}/${total}`) });
    expect(pushes()).toBe(2);
    expect(report.counts.inserted).toBe(5_200);
    expect(seen).toEqual([
      'reading 5000/5200',
      'reading 5200/5200',
      'sending 0/5200',
      'sending 5000/5200',
      'sending 5200/5200',
      'writing 5000/5200',
      'writing 5200/5200',
    ]);
    expect((await clerk.push(server.api())).counts).toMatchObject({ unchanged: 5_200 });
  });
});

describe('nothing is sent', () => {
  test('when the sheet is protected', async () => {
    const clerk = await clerkWith(server.api());
    clerk.sheet.isProtected = true;
    const { fetch, pushes } = counting();
    await expect(clerk.push(server.api(fetch))).rejects.toMatchObject({ code: 'sheetProtected' });
    const options = { workbook: clerk.workbook, api: server.api(fetch), binding: await clerk.binding(), asOf: '2022-06-30', language: 'zh-CN' } as const;
    await expect(previewPush(options)).rejects.toMatchObject({ code: 'sheetProtected' });
    expect(pushes()).toBe(0);
  });

  test('when the results have no place', async () => {
    const clerk = await clerkWith(server.api());
    put(clerk.sheet, FIRST_ROW, ID + 2, '旁注');
    const { fetch, pushes } = counting();
    await expect(clerk.push(server.api(fetch))).rejects.toMatchObject({ code: 'resultAreaTaken' });
    expect(pushes()).toBe(0);
  });

  test('when it was cancelled before', async () => {
    const clerk = await clerkWith(server.api());
    const { fetch, pushes } = counting();
    await expect(clerk.push(server.api(fetch), { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    expect(pushes()).toBe(0);
  });
});

describe('a push that breaks off can be repeated', () => {
  test('an answer that is lost doubles nothing and makes no conflict, even if the clerk has gone on', async () => {
    const clerk = await clerkWith(server.api());
    await expect(clerk.push(server.api(losing(() => true)))).rejects.toBeInstanceOf(ApiError);
    expect((await clerk.binding()).pending).toHaveLength(1);
    put(clerk.sheet, FIRST_ROW + 1, STATUS, '已完成');
    const report = await clerk.push(server.api());
    expect(report.counts).toMatchObject({ inserted: 0, updated: 1, unchanged: 2, conflict: 0, rejected: 0 });
    expect((await clerk.binding()).pending).toEqual([]);
  });

  test('cancelled between two requests, the rows accepted stay the clerk’s own', async () => {
    const clerk = await clerkWith(server.api(), many(5_100));
    const cancel = new AbortController();
    const onProgress = ({ phase, done }: { phase: string; done: number }) => phase === 'sending' && done === 5_000 && cancel.abort();
    await expect(clerk.push(server.api(), { signal: cancel.signal, onProgress })).rejects.toMatchObject({ name: 'AbortError' });
    put(clerk.sheet, FIRST_ROW, STATUS, '已完成');
    expect((await clerk.push(server.api())).counts).toMatchObject({ inserted: 100, updated: 1, unchanged: 4_999, conflict: 0, rejected: 0 });
  });

  test('a refused request is not taken for one of the sheet’s own later', async () => {
    const clerk = await clerkWith(server.api());
    await expect(clerk.push(server.api(fetch, 'x'.repeat(64)))).rejects.toMatchObject({ status: 401 });
    expect((await clerk.binding()).pending).toEqual([]);
  });
});

describe('two sheets with the same entries', () => {
  test('what another sheet changed since is a conflict, not overwritten, and stays one until it is settled', async () => {
    const mine = await clerkWith(server.api());
    await mine.push(server.api());
    const theirs = await colleagueOf(mine);
    put(theirs.sheet, FIRST_ROW, 4, '他人');
    expect((await theirs.push(server.api())).counts).toMatchObject({ updated: 1, unchanged: 2 });

    put(mine.sheet, FIRST_ROW, 4, '我');
    for (let round = 0; round < 2; round += 1) {
      const report = await mine.push(server.api());
      expect(report.counts).toMatchObject({ conflict: 1, unchanged: 2, updated: 0 });
      expect(rowValues(mine.sheet, FIRST_ROW, ID + 1, 1)).toEqual(['有冲突']);
    }

    put(mine.sheet, FIRST_ROW, 4, '他人');
    expect((await mine.push(server.api())).counts).toMatchObject({ conflict: 0, unchanged: 3 });
    expect(await mine.binding()).not.toHaveProperty('bases');
  });

  test('what another sheet changed while a row was rejected is not overwritten once the row is mended', async () => {
    const mine = await clerkWith(server.api());
    await mine.push(server.api());
    const theirs = await colleagueOf(mine);
    put(theirs.sheet, FIRST_ROW, 4, '他人');
    await theirs.push(server.api());

    put(mine.sheet, FIRST_ROW, 2, null);
    expect((await mine.push(server.api())).counts).toMatchObject({ rejected: 1 });
    put(mine.sheet, FIRST_ROW, 2, '改过的措施');
    expect((await mine.push(server.api())).counts).toMatchObject({ conflict: 1, updated: 0 });
  });
});

describe('without pushing', () => {
  test('a preview says what a push would do and touches neither server nor sheet', async () => {
    const clerk = await clerkWith(server.api());
    const before = snapshot(clerk.sheet);
    const options = { workbook: clerk.workbook, api: server.api(), binding: await clerk.binding(), asOf: '2022-06-30', language: 'zh-CN' } as const;
    expect((await previewPush(options)).report.counts.inserted).toBe(3);
    expect((await previewPush(options)).report.counts.inserted).toBe(3);
    expect(snapshot(clerk.sheet)).toEqual(before);
  });

  test('a refresh writes the verdicts of another day beside the rows', async () => {
    const clerk = await clerkWith(server.api());
    const pushed = await clerk.push(server.api());
    const report = await refreshLedger({
      workbook: clerk.workbook,
      api: server.api(),
      binding: await clerk.binding(),
      asOf: '2022-06-01',
      language: 'zh-CN',
      timeZone: 'Asia/Shanghai',
    });
    expect(rowValues(clerk.sheet, FIRST_ROW + 1, ID + 1, 3)).toEqual(['进度滞后', 44727, 14]);
    expect(report).toMatchObject({ revision: pushed.revision, asOf: '2022-06-01', unwritten: null });
  });

  test('a refresh of a sheet whose results were deleted says so, and the next push puts them back', async () => {
    const clerk = await clerkWith(server.api());
    await clerk.push(server.api());
    await clerk.host.Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRangeByIndexes(0, ID, 1, 6).getEntireColumn().delete('Left');
      await context.sync();
    });
    const report = await refreshLedger({
      workbook: clerk.workbook,
      api: server.api(),
      binding: await clerk.binding(),
      asOf: '2022-06-30',
      language: 'zh-CN',
      timeZone: 'Asia/Shanghai',
    });
    expect(report.unwritten).toMatchObject({ code: 'resultsGone' });
    expect((await clerk.push(server.api())).unwritten).toBeNull();
  });
});
