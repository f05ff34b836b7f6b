import { beforeAll, expect, test } from 'vitest';
import { SLICE } from '../../addin/work/slices.ts';
import { saveXlsx } from '../../addin/preview/xlsx/index.ts';
import { ledgerBook } from '../addin/excel/support/ledger-book.ts';
import type { Line } from '../addin/excel/support/ledger-book.ts';
import { PreviewPage } from './support/preview-page.ts';
import { ownWorkspace } from './support/workspace.ts';

/** 5,000 messy rows are read and checked in the pane without freezing it. */
const ROWS = 5_000;
/** A slice aims at 40 ms; one longer than this would be felt as a stop. */
const FROZEN = 200;

const dues = ['2022年底前', '6月31日', '每月末', '长期坚持', 44_742, '下周', '收到通知后30个工作日内', '6月底、12月底'];
const states = ['进行中', '已完成', '推进了一半'];

const lines = Array.from({ length: ROWS }, (_, at): Line => {
  if (at % 250 === 100) return [null, '小计', null, null, null, null, null, null];
  const title = at % 97 === 0 ? null : `推行第${at}项措施`;
  return [
    at + 1,
    `单位${at % 40}`,
    title,
    dues[at % dues.length] ?? null,
    '张三',
    states[at % 3] ?? null,
    at % 30 === 2 ? '很多' : 50,
    at % 500 ? null : '2022-13-01',
  ];
});

let preview: PreviewPage;

beforeAll(async () => {
  preview = await PreviewPage.open(await ownWorkspace());
  await preview.openBook('大台账.xlsx', await saveXlsx(ledgerBook(lines).book));
});

const button = (name: string | RegExp) => preview.pane.getByRole('button', { name });

test('a large ledger is bound, its rows counted and those passed over said', async () => {
  await button('连接').click();
  await preview.pane.getByText('跳过 20 行，不推送：小计合计 20').waitFor({ timeout: 30_000 });
  await preview.pane.locator('body').evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { longTasks: seen });
    new PerformanceObserver((list) => seen.push(...list.getEntries().map((entry) => Math.round(entry.duration)))).observe({ type: 'longtask' });
  });
  await button('确认，使用这张表').click();
  await expect.poll(() => preview.pane.locator('dl').first().innerText(), { timeout: 30_000 }).toMatch(/需核对/);
  expect(await preview.pane.locator('body').innerText()).toContain('跳过 20 行，不推送：小计合计 20');
});

test('it is checked in slices that freeze nothing', async () => {
  await button('检查').click();
  await preview.pane
    .getByText(/需要核对的行|提醒/)
    .first()
    .waitFor({ timeout: 30_000 });
  await expect
    .poll(() => preview.pane.locator('body').evaluate((_, name) => performance.getEntriesByName(name).reduce((sum, entry) => sum + entry.duration, 0), SLICE))
    .toBeGreaterThan(0);
  const { slices, tasks } = await preview.pane.locator('body').evaluate(
    (_, name) => ({
      slices: performance.getEntriesByName(name).map(({ duration }) => Math.round(duration)),
      tasks: 'longTasks' in window ? window.longTasks : [],
    }),
    SLICE,
  );
  console.log(`slices ${slices.join(' ')} ms; long tasks ${JSON.stringify(tasks)} ms`);
  // One of them can be held up by whatever else the machine does.
  expect(slices.length).toBeGreaterThan(2);
  expect(slices.filter((milliseconds) => milliseconds > FROZEN).length).toBeLessThan(2);
  expect(Math.max(...slices)).toBeLessThan(slices.reduce((sum, milliseconds) => sum + milliseconds, 0) / 2);
});

test('faults are listed by column, and a click selects the cell', async () => {
  await preview.pane.getByRole('button', { name: /C 列 工作措施.*51 处要改/ }).waitFor();
  await preview.pane.getByRole('button', { name: /^C101 工作措施/ }).click();
  await expect.poll(() => preview.page.evaluate(() => window.preview?.session.book.selection)).toMatchObject({ row: 100, column: 2 });
});
