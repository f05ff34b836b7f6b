import { beforeAll, describe, expect, test } from 'vitest';
import type { PaneApi } from '../../../../addin/api/client.ts';
import { previewPush } from '../../../../addin/features/push/push-ledger.ts';
import type { Decision } from '../../../../addin/features/push/decisions.ts';
import { settle } from '../../../../addin/features/queue/settle.ts';
import { newId } from '../../../../addin/work/new-id.ts';
import type { Cell } from '../../../../shared/cell.ts';
import { MAX_INCOMING } from '../../../../shared/contract/others.ts';
import { FIRST_ROW, HEADERS, put, valueAt } from '../../excel/support/ledger-book.ts';
import type { Line } from '../../excel/support/ledger-book.ts';
import { clerkWith, connect, losing } from './support.ts';
import type { Clerk, Server } from './support.ts';

const ID = HEADERS.length;
const PROGRESS = HEADERS.indexOf('完成进度');

let server: Server;
beforeAll(async () => {
  server = await connect({ knowsAgain: true });
});

const linesOf = (name: string, count = 3): readonly Line[] =>
  Array.from({ length: count }, (_, at) => [at + 1, '区发改委', `${name}：措施${at}`, '2022年底前', null, '进行中', 10, null]);

/** The id beside a row, counted from the first. */
const idAt = ({ sheet }: Clerk, at: number): string => JSON.stringify(valueAt(sheet, FIRST_ROW + at, ID)).slice(1, -1);

/** What the server has of an entry. */
const storedProgress = async (id: string): Promise<unknown> => (await server.api().entries('measures')).find((entry) => entry.id === id)?.content['progress'];

/** Somebody else, who has seen all there is, writes rows. */
async function writeAsOther(columns: readonly string[], rows: readonly (readonly Cell[])[]): Promise<void> {
  const api = server.api();
  const { workspace } = await api.me();
  const { revisions } = await api.revisions(null);
  await api.push('measures', { base: revisions[0]?.revision ?? 0, workspace: workspace.id, request: newId(), columns: ['id', ...columns], rows });
}

/** A client that lets something happen after the answer to a push, counted from 1, has come. */
function afterAnswer(nth: number, act: () => Promise<void>): PaneApi {
  const api = server.api();
  let pushes = 0;
  return {
    ...api,
    push: async (...call) => {
      const answer = await api.push(...call);
      if ((pushes += 1) === nth) await act();
      return answer;
    },
  };
}

async function optionsOf(clerk: Clerk, api = server.api()) {
  return {
    workbook: clerk.workbook,
    api,
    binding: await clerk.binding(),
    asOf: '2022-06-30',
    language: 'zh-CN',
    timeZone: 'Asia/Shanghai',
    mostRows: 1,
  } as const;
}

async function decisionsOf(clerk: Clerk): Promise<readonly Decision[]> {
  return (await previewPush(await optionsOf(clerk))).decisions;
}

describe('what others change while a push of several requests is under way', () => {
  /** A sheet whose first row is changed by others between the first and the second of three requests. */
  async function overtaken(name: string, isFirst: boolean) {
    const clerk = await clerkWith(server.api(), linesOf(name));
    if (!isFirst) await clerk.push(server.api());
    if (!isFirst) put(clerk.sheet, FIRST_ROW + 1, PROGRESS, 20);
    const change = () => writeAsOther(['progress'], [[idAt(clerk, 0), 90]]);
    await clerk.push(afterAnswer(1, change), { mostRows: 1 });
    return clerk;
  }

  test.each([
    { what: 'the first push of a sheet', isFirst: true },
    { what: 'a later one', isFirst: false },
  ])('$what: it is told, offered, and not overwritten by the next push', async ({ what, isFirst }) => {
    const clerk = await overtaken(`其间被改，${what}`, isFirst);
    const id = idAt(clerk, 0);
    expect(await decisionsOf(clerk)).toMatchObject([{ id, kind: 'changed', mine: { progress: 10 }, theirs: { progress: 90 } }]);
    expect((await clerk.push(server.api(), { mostRows: 1 })).counts).toMatchObject({ incoming: 1, updated: 0 });
    expect(await storedProgress(id)).toBe(90);
    put(clerk.sheet, FIRST_ROW, PROGRESS, 30);
    expect((await clerk.push(server.api(), { mostRows: 1 })).counts).toMatchObject({ conflict: 1, updated: 0 });
    expect(await storedProgress(id)).toBe(90);
  });

  test('taken into the sheet, it is settled', async () => {
    const clerk = await overtaken('其间被改，采用对方', false);
    const [decision] = await decisionsOf(clerk);
    if (decision === undefined) throw new Error('nothing to decide');
    expect(await settle(await optionsOf(clerk), [{ decision, choice: 'theirs' }])).toMatchObject({ done: 1, refused: 0, unwritten: null });
    expect((await clerk.push(server.api(), { mostRows: 1 })).counts).toMatchObject({ unchanged: 3 });
    expect((await clerk.binding()).bases).toBeUndefined();
  });

  test.each([
    { what: 'in the first push of a sheet', isFirst: true },
    { what: 'in a later one', isFirst: false },
  ])('a row deleted meanwhile is told as deleted, and not put back, $what', async ({ what, isFirst }) => {
    const clerk = await clerkWith(server.api(), linesOf(`其间被删，${what}`));
    if (!isFirst) await clerk.push(server.api());
    const remove = async () => {
      const { workspace } = await clerk.binding();
      const base = (await server.api().revisions(null)).revisions[0]?.revision ?? 0;
      await server.api().deleteEntries('measures', { base, workspace, request: newId(), ids: [idAt(clerk, 0)] });
    };
    await clerk.push(afterAnswer(1, remove), { mostRows: 1 });
    expect(await decisionsOf(clerk)).toMatchObject([{ id: idAt(clerk, 0), kind: 'removed', theirs: null }]);
    expect((await clerk.push(server.api(), { mostRows: 1 })).counts).toMatchObject({ incoming: 1, inserted: 0 });
  });

  test('a row of a later request is settled by its own answer alone', async () => {
    const clerk = await clerkWith(server.api(), linesOf('后一批'));
    await clerk.push(server.api());
    await writeAsOther(['progress'], [[idAt(clerk, 2), 90]]);
    put(clerk.sheet, FIRST_ROW + 2, PROGRESS, 90);
    const report = await clerk.push(server.api(), { mostRows: 1 });
    expect(report.counts).toMatchObject({ unchanged: 3 });
    expect(await decisionsOf(clerk)).toEqual([]);
    expect((await clerk.binding()).bases).toBeUndefined();
  });

  test('a row settled by itself is not offered again by the answers to other requests', async () => {
    const clerk = await clerkWith(server.api(), linesOf('自行处理'));
    await clerk.push(server.api());
    await writeAsOther(['progress'], [[idAt(clerk, 0), 90]]);
    const decisions = await decisionsOf(clerk);
    const settlements = decisions.map((decision) => ({ decision, choice: 'theirs' as const }));
    await settle(await optionsOf(clerk), settlements);
    put(clerk.sheet, FIRST_ROW, 2, null); // rejected: what is not taken is told of
    expect(await decisionsOf(clerk)).toEqual([]);
  });
});

test('requests whose answer was lost stay the sheet’s own when a choice is settled before they are pushed again', async () => {
  const clerk = await clerkWith(server.api(), linesOf('丢失后处理'));
  await clerk.push(server.api());
  put(clerk.sheet, FIRST_ROW, PROGRESS, 20);
  await expect(clerk.push(server.api(losing(() => true)))).rejects.toMatchObject({ code: 'unreachable' });
  const lost = (await clerk.binding()).pending;
  expect(lost).toHaveLength(1);
  put(clerk.sheet, FIRST_ROW, PROGRESS, 30);
  await writeAsOther(['progress'], [[idAt(clerk, 1), 90]]);
  put(clerk.sheet, FIRST_ROW + 1, PROGRESS, 50);
  const settlements = (await decisionsOf(clerk)).map((decision) => ({ decision, choice: 'mine' as const }));
  expect(settlements).toHaveLength(1);
  expect(await settle(await optionsOf(clerk), settlements)).toMatchObject({ done: 1, refused: 0 });
  expect((await clerk.binding()).pending).toEqual(lost);
  expect((await clerk.push(server.api())).counts).toMatchObject({ updated: 1, unchanged: 2, conflict: 0 });
  expect((await clerk.binding()).pending).toEqual([]);
});

test('a row that a lost request wrote and others put back is not overwritten, however often is pushed', async () => {
  const clerk = await clerkWith(server.api(), linesOf('丢失后改回'));
  await clerk.push(server.api());
  put(clerk.sheet, FIRST_ROW, PROGRESS, 20);
  await expect(clerk.push(server.api(losing(() => true)))).rejects.toMatchObject({ code: 'unreachable' });
  await writeAsOther(['progress'], [[idAt(clerk, 0), 10]]);
  for (let round = 0; round < 2; round += 1) expect((await clerk.push(server.api())).counts).toMatchObject({ incoming: 1, updated: 0 });
  expect(await storedProgress(idAt(clerk, 0))).toBe(10);
  const settlements = (await decisionsOf(clerk)).map((decision) => ({ decision, choice: 'theirs' as const }));
  expect(await settle(await optionsOf(clerk), settlements)).toMatchObject({ done: 1, refused: 0 });
  expect((await clerk.push(server.api())).counts).toMatchObject({ unchanged: 3 });
  expect((await clerk.binding()).pending).toEqual([]);
});

test('a choice that was carried out is done, although the results could not be brought up to date afterwards', async () => {
  const clerk = await clerkWith(server.api(), linesOf('刷新失败'));
  await clerk.push(server.api());
  await writeAsOther(['progress'], [[idAt(clerk, 0), 90]]);
  const settlements = (await decisionsOf(clerk)).map((decision) => ({ decision, choice: 'mine' as const }));
  const api = server.api();
  const failing: PaneApi = {
    ...api,
    push: (register, body, call) => (body.dryRun ? Promise.reject(new TypeError('no network')) : api.push(register, body, call)),
  };
  expect(await settle(await optionsOf(clerk, failing), settlements)).toMatchObject({ done: 1, refused: 0, unwritten: { message: 'no network' } });
  expect(await storedProgress(idAt(clerk, 0))).toBe(10);
  expect(await decisionsOf(clerk)).toEqual([]);
});

test('rows that the sheet no longer has are deleted in as many requests as it takes, one push', async () => {
  const clerk = await clerkWith(server.api(), linesOf('多批删除', 5));
  await clerk.push(server.api());
  await clerk.host.Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('4:6').delete('Up');
    await context.sync();
  });
  const before = (await server.api().entries('measures')).length;
  const settlements = (await decisionsOf(clerk)).map((decision) => ({ decision, choice: 'mine' as const }));
  expect(await settle({ ...(await optionsOf(clerk)), mostRows: 2 }, settlements)).toMatchObject({ done: 3, refused: 0, unwritten: null });
  expect((await server.api().entries('measures')).length).toBe(before - 3);
  const { revisions } = await server.api().revisions(null);
  const [last, other] = revisions;
  expect([last?.counts.deleted, other?.counts.deleted]).toEqual([1, 2]);
  expect(last?.push).toBe(other?.push);
});

test('more than an answer tells of what others added is offered again with every push until it is decided', async () => {
  const alone = await connect({ knowsAgain: true });
  server = alone;
  const clerk = await clerkWith(server.api(), linesOf('大量新增'));
  await clerk.push(server.api());
  const count = MAX_INCOMING + 20;
  await writeAsOther(
    ['unit', 'title', 'due'],
    Array.from({ length: count }, (_, at) => [newId(), '区发改委', `别人的措施${at}`, '2022年底前']),
  );
  for (let round = 0; round < 3; round += 1) {
    await clerk.push(server.api());
    expect(await decisionsOf(clerk)).toHaveLength(count);
  }
});
