import { beforeAll, expect, test } from 'vitest';
import { withLedger } from '../../../../addin/features/ledger/with-ledger.ts';
import { previewPush, pushLedger } from '../../../../addin/features/push/push-ledger.ts';
import { settle } from '../../../../addin/features/queue/settle.ts';
import { newId } from '../../../../addin/work/new-id.ts';
import { FIRST_ROW, LINES, put } from '../../excel/support/ledger-book.ts';
import { clerkWith, connect } from '../push/support.ts';
import type { Server } from '../push/support.ts';

let server: Server;
beforeAll(async () => {
  server = await connect({ knowsAgain: true });
});

const PROGRESS = 6;

test('a push begun while choices are carried out waits for them and knows what they have settled', async () => {
  const api = server.api();
  const clerk = await clerkWith(
    api,
    LINES.map((line) => line.with(1, '区司法局')),
  );
  await clerk.push(api);
  const binding = await clerk.binding();
  const others = { base: binding.base, workspace: binding.workspace, request: newId(), columns: ['id', 'unit', 'title', 'due'] };
  await api.push('measures', { ...others, rows: [[newId(), '区司法局', '别人新增的措施', '年底前']] });
  await clerk.push(api);
  const stale = await clerk.binding();
  const options = { workbook: clerk.workbook, api, asOf: '2022-06-30', language: 'zh-CN', timeZone: 'Asia/Shanghai' } as const;
  const { decisions } = await previewPush({ ...options, binding: stale });
  expect(decisions).toMatchObject([{ kind: 'added' }]);
  put(clerk.sheet, FIRST_ROW + 1, PROGRESS, 60);

  const choosing = withLedger(clerk.workbook, stale, (saved) =>
    settle(
      { ...options, binding: saved },
      decisions.map((decision) => ({ decision, choice: 'theirs' as const })),
    ),
  );
  const pushing = withLedger(clerk.workbook, stale, (saved) => pushLedger({ ...options, binding: saved }));
  expect(await choosing).toMatchObject({ done: 1 });
  expect((await pushing).counts).toMatchObject({ updated: 1, unchanged: 3, conflict: 0, incoming: 0, rejected: 0 });
  expect((await previewPush({ ...options, binding: await clerk.binding() })).decisions).toEqual([]);
  expect((await clerk.binding()).bases).toBeUndefined();
});

test('what fails holds nothing up', async () => {
  const clerk = await clerkWith(server.api());
  const binding = await clerk.binding();
  const failing = withLedger(clerk.workbook, binding, () => Promise.reject(new Error('broke off')));
  const next = withLedger(clerk.workbook, binding, ({ id }) => Promise.resolve(id));
  await expect(failing).rejects.toThrow('broke off');
  expect(await next).toBe(binding.id);
});
