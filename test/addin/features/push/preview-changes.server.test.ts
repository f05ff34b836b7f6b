import { beforeAll, describe, expect, test } from 'vitest';
import type { PaneApi } from '../../../../addin/api/client.ts';
import { isAlwaysPreviewed, setAlwaysPreviewed } from '../../../../addin/features/push/preview-setting.ts';
import { previewChanges } from '../../../../addin/features/push/preview-changes.ts';
import { previewPush } from '../../../../addin/features/push/push-ledger.ts';
import { createMachineStore } from '../../../../addin/office/machine-store.ts';
import type { CellValue } from '../../../../addin/preview/model/book.ts';
import { FIRST_ROW, HEADERS, LINES, put, snapshot } from '../../excel/support/ledger-book.ts';
import type { Line } from '../../excel/support/ledger-book.ts';
import { clerkWith, connect } from './support.ts';
import type { Clerk, Server } from './support.ts';

const at = (header: string): number => HEADERS.indexOf(header);

let server: Server;
let api: PaneApi;
beforeAll(async () => {
  server = await connect({ knowsAgain: true });
  api = server.api();
});

const textIn = (value: CellValue): string => (typeof value === 'string' ? value : '');

/** The sample rows under titles of their own, so that tests do not know each other's rows again. */
const linesOf = (name: string): readonly Line[] => LINES.map((line) => line.map((value, column) => (column === 2 ? `${name}：${textIn(value)}` : value)));

async function preview(clerk: Clerk) {
  const answer = await previewPush({ workbook: clerk.workbook, api, binding: await clerk.binding(), asOf: '2022-06-30', language: 'zh-CN' });
  return { counts: answer.report.counts, changes: await previewChanges(answer, await api.entries('measures')) };
}

describe('a preview of a push', () => {
  test('shows of a changed row the fields that differ, before as stored and after as the sheet says', async () => {
    const clerk = await clerkWith(api, linesOf('改动'));
    await clerk.push(api);
    put(clerk.sheet, FIRST_ROW + 1, at('完成情况'), '已完成');
    put(clerk.sheet, FIRST_ROW + 1, at('完成时间'), '2022.6.14');
    put(clerk.sheet, FIRST_ROW, at('完成时间'), null);
    const { counts, changes } = await preview(clerk);
    expect(counts).toMatchObject({ inserted: 0, updated: 2, unchanged: 1 });
    expect(changes.map(({ sheetRow, change }) => [sheetRow, change])).toEqual([
      [FIRST_ROW, 'updated'],
      [FIRST_ROW + 1, 'updated'],
    ]);
    expect(changes[0]?.changes).toEqual([{ field: 'completedOn', before: expect.stringMatching(/^2022-/), after: null }]);
    expect(changes[1]).toMatchObject({ title: expect.stringContaining('改动：'), unit: '区政务服务局' });
    expect(changes[1]?.changes).toEqual([
      { field: 'status', before: 'open', after: 'done' },
      { field: 'completedOn', before: null, after: '2022-06-14' },
    ]);
  });

  test('of a new ledger has every row as new, with all its fields', async () => {
    const clerk = await clerkWith(api, linesOf('新增'));
    const { counts, changes } = await preview(clerk);
    expect(counts).toMatchObject({ inserted: 3 });
    expect(changes.map(({ change }) => change)).toEqual(['inserted', 'inserted', 'inserted']);
    expect(changes[0]?.changes.every(({ before, after }) => before === null && after !== null)).toBe(true);
    expect(changes[0]?.changes.map(({ field }) => field)).toContain('title');
  });

  test('says what the push then records, field by field, and leaves sheet and server as they were', async () => {
    const clerk = await clerkWith(api, linesOf('一致'));
    await clerk.push(api);
    put(clerk.sheet, FIRST_ROW + 2, at('完成进度'), '80%');
    put(clerk.sheet, FIRST_ROW + 1, at('完成时间'), { error: '#REF!' });
    put(clerk.sheet, FIRST_ROW + 3, 1, '区财政局');
    put(clerk.sheet, FIRST_ROW + 3, 2, '一致：新的一行');
    put(clerk.sheet, FIRST_ROW + 3, 3, '2022年底前');
    const [sheet, entries] = [snapshot(clerk.sheet), await api.entries('measures')];
    const { counts, changes } = await preview(clerk);
    expect(counts).toMatchObject({ inserted: 1, updated: 1, unchanged: 1, rejected: 1 });
    expect(snapshot(clerk.sheet)).toEqual(sheet);
    expect(await api.entries('measures')).toEqual(entries);

    const { revision } = await clerk.push(api);
    const recorded = (await api.revision(revision, null)).entries;
    const told = (list: readonly { readonly change: string; readonly changes: readonly unknown[] }[]) =>
      list.map(({ change, changes: fields }) => ({ change, fields })).toSorted((one, other) => (one.change < other.change ? -1 : 1));
    expect(told(changes)).toEqual(told(recorded));
  });
});

test('whether to preview every push is kept on the machine, and is off until it is asked for', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
  const store = () => createMachineStore(() => storage, 'part.');
  expect(isAlwaysPreviewed(store())).toBe(false);
  setAlwaysPreviewed(store(), true);
  expect(isAlwaysPreviewed(store())).toBe(true);
  setAlwaysPreviewed(store(), false);
  expect(isAlwaysPreviewed(store())).toBe(false);
});
