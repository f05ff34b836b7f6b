import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ulid } from 'ulid';
import { sha256 } from '../../addin/work/digest.ts';
import { sealPackage } from '../../shared/sync/package.ts';
import { sampleLedger } from '../../addin/preview/sample/ledger.ts';
import { openXlsx, saveXlsx } from '../../addin/preview/xlsx/index.ts';
import { createClient } from '../../addin/api/client.ts';
import { createTransport } from '../../addin/api/transport.ts';
import { putCell } from '../../addin/preview/model/book.ts';
import { clerkWith } from '../addin/features/push/support.ts';
import { FIRST_ROW, HEADERS, LINES, ledgerBook, sortRows, titleOf } from '../addin/excel/support/ledger-book.ts';
import { pythonWorkbook } from '../addin/preview/xlsx/support/other-programs.ts';
import { newWorkspace, type Workspace } from '../support/workspace.ts';
import { runScript } from './support/run-script.ts';

let folder: string;
let workspace: Workspace;

const push = (args: readonly string[], env: Readonly<Record<string, string>> = { TAIZHANG_URL: workspace.url, TAIZHANG_KEY: workspace.key }) =>
  runScript('push-files', args, env);

interface FileJson {
  readonly name: string;
  readonly state: string;
  readonly fault: string | null;
  readonly others: readonly string[];
  readonly sheets: readonly {
    readonly sheet: string;
    readonly register: string;
    readonly counts: Readonly<Record<string, number>> | null;
    readonly left: readonly { readonly kind: string; readonly address: string; readonly message: string; readonly theirs: { readonly by: string } | null }[];
  }[];
}

const jsonOf = (stdout: string): readonly FileJson[] => JSON.parse(stdout) as readonly FileJson[];
const countsOf = (file: FileJson | undefined) => Object.fromEntries((file?.sheets ?? []).map(({ register, counts }) => [register, counts]));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taizhang-push-files-'));
  workspace = await newWorkspace();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('npm run push', () => {
  const clerk = () => join(folder, 'clerk.xlsx');
  const sample = () => join(folder, 'sample.xlsx');
  const broken = () => join(folder, 'broken.xlsx');

  test('pushes every ledger of every file, names the rows that were not accepted by cell, and a broken file does not stop the others', async () => {
    await writeFile(clerk(), pythonWorkbook('clerk_ledger.py'));
    await writeFile(broken(), (await saveXlsx(await sampleLedger())).subarray(0, 4_000));
    await writeFile(sample(), await saveXlsx(await sampleLedger()));
    const { code, stdout, stderr } = await push([clerk(), broken(), sample(), '--as-of', '2022-06-30', '--json']);
    expect(stderr).toBe('');
    expect(code).toBe(1);
    const [first, second, third] = jsonOf(stdout);
    expect(first).toMatchObject({ name: 'clerk.xlsx', state: 'partly' });
    expect(countsOf(first)['measures']).toMatchObject({ inserted: 3, rejected: 2 });
    expect(first?.sheets.flatMap(({ left }) => left.map(({ address }) => address))).toEqual(['B6', 'C7']);
    expect(second).toMatchObject({ name: 'broken.xlsx', state: 'failed', fault: expect.stringContaining('已损坏') as string, sheets: [] });
    expect(third).toMatchObject({ name: 'sample.xlsx', state: 'taken', fault: null });
    expect(countsOf(third)['measures']).toMatchObject({ inserted: 73 });
    expect(countsOf(third)['problems']).toMatchObject({ inserted: 29 });
  });

  test('the same file again doubles nothing, though its rows carry no ids', async () => {
    const { code, stdout } = await push([sample(), '--as-of', '2022-06-30', '--json']);
    expect(code).toBe(0);
    const [again] = jsonOf(stdout);
    for (const counts of Object.values(countsOf(again))) expect(counts).toMatchObject({ inserted: 0, updated: 0, conflict: 0, rejected: 0 });
    expect(countsOf(again)['measures']).toMatchObject({ unchanged: 73 });
  });

  test('a changed copy without ids is a conflict that overwrites nobody, until someone decides that the file counts', async () => {
    const [mine, changed] = [join(folder, 'mine.xlsx'), join(folder, 'changed.xlsx')];
    await writeFile(mine, await saveXlsx(ledgerBook(LINES).book));
    await writeFile(changed, await saveXlsx(ledgerBook(LINES.map((line, at) => (at === 1 ? line.with(6, 65) : line))).book));
    expect((await push([mine, '--as-of', '2022-06-30'])).code).toBe(0);

    const left = await push([changed, '--as-of', '2022-06-30']);
    expect(left.code).toBe(1);
    expect(left.stdout).toContain('冲突 1');
    expect(left.stdout).toContain('没有覆盖');
    const taken = await push([changed, '--as-of', '2022-06-30', '--overwrite', '--json']);
    expect(taken.code).toBe(0);
    expect(countsOf(jsonOf(taken.stdout)[0])['measures']).toMatchObject({ inserted: 0, conflict: 0, updated: 1, unchanged: 2 });
  });

  test('a ledger that was sorted without its ids is not pushed, and the file and the other ledgers are', async () => {
    const api = createClient(createTransport({ server: workspace.url, key: workspace.key, language: () => 'zh-CN', fetch }));
    const mine = await clerkWith(
      api,
      LINES.map((line) => line.with(2, `排序：${titleOf(line)}`)),
    );
    await mine.push(api);
    const book = await openXlsx(await saveXlsx(mine.host.book));
    const [sheet] = book.sheets;
    if (sheet === undefined) throw new Error('no sheet');
    sortRows(sheet, { row: FIRST_ROW, column: 0, rows: 3, columns: HEADERS.length }, 2);
    const other = book.addSheet('另一张');
    for (const [row, line] of ledgerBook(LINES.map((one) => one.with(2, `另一张：${titleOf(one)}`))).sheet.cells)
      for (const [column, cell] of line) putCell(other, row, column, cell);
    const [sorted, whole] = [join(folder, 'sorted.xlsx'), join(folder, 'whole.xlsx')];
    await writeFile(sorted, await saveXlsx(book));
    await writeFile(whole, await saveXlsx(mine.host.book));

    const { code, stdout } = await push([sorted, whole, '--as-of', '2022-06-30', '--json']);
    expect(code).toBe(1);
    const [first, second] = jsonOf(stdout);
    expect(first?.state).toBe('partly');
    expect(first?.sheets).toMatchObject([
      { sheet: '责任清单', counts: null, fault: expect.stringMatching(/“责任清单”里有 \d 行的编号与内容对不上/) as string },
      { sheet: '另一张', counts: { inserted: 3 } },
    ]);
    expect(countsOf(second)['measures']).toMatchObject({ unchanged: 3, updated: 0, inserted: 0 });
  });

  test('pushes a package under the own key, once; one that was changed is refused by name', async () => {
    const me = (await (await fetch(`${workspace.url}/v1/me`, { headers: { Authorization: `Bearer ${workspace.key}` } })).json()) as {
      workspace: { id: string; name: string };
    };
    const pushes = [
      { base: 0, request: ulid(), push: ulid(), columns: ['id', 'unit', 'title', 'progress'], rows: [[ulid(), '区财政局', '从别处报送的措施', 40]] },
    ];
    const { id, name } = me.workspace;
    const content = {
      workspace: { id, name },
      register: 'measures',
      sheet: '责任清单',
      asOf: '2022-06-30',
      madeBy: '财政局',
      madeAt: '2022-06-30T08:00:00.000Z',
      pushes,
    } as const;
    const text = await sealPackage(content, sha256);
    const [whole, changed] = [join(folder, 'whole.tzpkg'), join(folder, 'changed.tzpkg')];
    await writeFile(whole, text);
    await writeFile(changed, text.replace(',40]', ',90]'));
    const first = await push([whole, changed, '--json']);
    expect(first.code).toBe(1);
    expect(jsonOf(first.stdout)).toMatchObject([
      { name: 'whole.tzpkg', state: 'taken', made: { by: '财政局' }, sheets: [{ counts: { inserted: 1 } }] },
      { name: 'changed.tzpkg', state: 'failed', fault: expect.stringContaining('封签') as string },
    ]);
    const again = await push([whole, '--json']);
    expect(again.code).toBe(0);
    expect(countsOf(jsonOf(again.stdout)[0])['measures']).toMatchObject({ inserted: 0, updated: 0, unchanged: 1 });
  });

  test('says in a line why it could not begin, and ends with 2', async () => {
    expect(await push([])).toMatchObject({ code: 2, stderr: expect.stringContaining('usage') as string });
    expect(await push([sample()], { TAIZHANG_URL: '', TAIZHANG_KEY: '' })).toMatchObject({ code: 2, stderr: expect.stringContaining('where to?') as string });
    expect(await push([sample(), '--key', 'wrong'])).toMatchObject({ code: 2, stderr: expect.stringContaining('密钥') as string });
    expect(await push([sample(), '--as-of', '2022-02-30'])).toMatchObject({ code: 2, stderr: expect.stringContaining('2022-02-30') as string });
  });
});
