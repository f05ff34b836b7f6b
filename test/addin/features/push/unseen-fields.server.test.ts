import { beforeAll, expect, test } from 'vitest';
import { bindingOf, draftOf, noChoice } from '../../../../addin/features/bind/draft.ts';
import { previewPush } from '../../../../addin/features/push/push-ledger.ts';
import { settle } from '../../../../addin/features/queue/settle.ts';
import { newId } from '../../../../addin/work/new-id.ts';
import { FIRST_ROW, HEADERS, LINES, put, valueAt } from '../../excel/support/ledger-book.ts';
import { clerkWith, connect } from './support.ts';
import type { Clerk, Server } from './support.ts';

const ID = HEADERS.length;
const [PROGRESS, LEADER] = [HEADERS.indexOf('完成进度'), HEADERS.indexOf('责任人')] as const;

let server: Server;
beforeAll(async () => {
  server = await connect({ knowsAgain: true });
});

/** The id beside a row, counted from the first. */
function idAt({ sheet }: Clerk, at: number): string {
  const id = valueAt(sheet, FIRST_ROW + at, ID);
  return typeof id === 'string' ? id : '';
}

/** Binds the sheet's ledger again as the pane does, with every column but those of some fields. */
async function bindAgain(clerk: Clerk, without: readonly string[] = []): Promise<void> {
  const before = await clerk.binding();
  const reading = await clerk.workbook.readActiveSheet();
  const draft = draftOf(reading, noChoice);
  if (draft === null) throw new Error('not recognised');
  const columns = draft.columns.map((column) => (without.includes(column.field ?? '') ? { ...column, field: null } : column));
  await clerk.workbook.saveBinding(bindingOf({ ...draft, columns }, reading, before.workspace, newId(), before));
}

async function decisionsOf(clerk: Clerk) {
  const options = { workbook: clerk.workbook, api: server.api(), binding: await clerk.binding(), asOf: '2022-06-30', language: 'zh-CN' } as const;
  return { options, decisions: (await previewPush(options)).decisions };
}

test('what others wrote into a field that is bound later is a conflict, not overwritten, until the clerk has chosen', async () => {
  const api = server.api();
  const clerk = await clerkWith(
    api,
    LINES.map((line, at) => line.with(2, `后绑定的列${at}`)),
  );
  await bindAgain(clerk, ['progress']);
  await clerk.push(api);
  const ids = [0, 1, 2].map((at) => idAt(clerk, at));
  const { workspace, base } = await clerk.binding();
  const theirs = { base, workspace, request: newId(), columns: ['id', 'progress'], rows: [[ids[0] ?? '', 95]] };
  await api.push('measures', theirs);
  await clerk.push(api); // others' change to a field the sheet does not have is no news to it, and its base moves on

  await bindAgain(clerk);
  put(clerk.sheet, FIRST_ROW + 1, LEADER, '赵六');
  for (let round = 0; round < 2; round += 1) {
    const { counts } = await clerk.push(api);
    expect(counts).toMatchObject({ conflict: 1, updated: round === 0 ? 2 : 0, unchanged: round === 0 ? 0 : 2 });
  }
  const stored = async () => (await api.entries('measures')).find(({ id }) => id === ids[0])?.content['progress'];
  expect(await stored()).toBe(95);

  const { options, decisions } = await decisionsOf(clerk);
  expect(decisions).toMatchObject([{ id: ids[0], kind: 'conflict', mine: { progress: 100 }, theirs: { progress: 95 } }]);
  const settlements = decisions.map((decision) => ({ decision, choice: 'theirs' as const }));
  await settle({ ...options, timeZone: 'Asia/Shanghai' }, settlements);
  expect(valueAt(clerk.sheet, FIRST_ROW, PROGRESS)).toBe(95);
  expect((await clerk.push(api)).counts).toMatchObject({ unchanged: 3 });
});

test('a field that was not read for a while is overwritten no more than that', async () => {
  const api = server.api();
  const clerk = await clerkWith(
    api,
    LINES.map((line, at) => line.with(2, `停读过的列${at}`)),
  );
  await clerk.push(api);
  await bindAgain(clerk, ['progress']);
  const { workspace, base } = await clerk.binding();
  const id = idAt(clerk, 0);
  await api.push('measures', { base, workspace, request: newId(), columns: ['id', 'progress'], rows: [[id, 95]] });
  await clerk.push(api);
  await bindAgain(clerk);
  expect((await decisionsOf(clerk)).decisions).toMatchObject([{ id, kind: 'conflict' }]);
  expect((await clerk.push(api)).counts).toMatchObject({ conflict: 1, unchanged: 2 });
});
