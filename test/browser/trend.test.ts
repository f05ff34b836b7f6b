import { DatabaseSync } from 'node:sqlite';
import { ulid } from 'ulid';
import { beforeAll, expect, test } from 'vitest';
import { databaseFile } from '../../scripts/lib/database-file.ts';
import { PreviewPage } from './support/preview-page.ts';
import { ownServer } from './support/workspace.ts';

/** The course of scores in the pane, over snapshots that the worker's own cron has taken. Its own server: other tests know nothing of these rows. */
const UNIT = '区发改委';
const ROWS = [
  [UNIT, '压减企业开办环节', '6月25日', '进行中', 60],
  [UNIT, '一网通办', '年底前', '进行中', 30],
  ['区住建局', '施工许可并联审批', '6月22日', '进行中', 20],
  ['区教育局', '校外培训治理', '年底前', '进行中', 50],
];
/** Each takes a week: from 20 June until after the day shown. */
const RUNS = 3;

let preview: PreviewPage;
beforeAll(async () => {
  const workspace = await ownServer();
  const rows = ROWS.map((cells) => [ulid(), ...cells]);
  const data = { base: 0, asOf: '2022-06-20', request: ulid(), columns: ['id', 'unit', 'title', 'due', 'status', 'progress'], rows };
  await workspace.api.post('/v1/registers/measures/push', { data, failOnStatusCode: true });
  const database = new DatabaseSync(await databaseFile(workspace.dataDir));
  database.exec(`UPDATE revision SET at = '2022-06-20T01:00:00.000Z'; UPDATE plan SET created_at = '2022-01-01T00:00:00.000Z'`);
  database.close();
  for (let run = 0; run < RUNS; run += 1) await workspace.api.get('/cdn-cgi/local/scheduled', { failOnStatusCode: true });
  preview = await PreviewPage.open(workspace);
  await preview.button('连接').click();
  await preview.tab('评分').click();
});

test('every ranked unit has its course beside its change since last month', async () => {
  const row = preview.button(new RegExp(UNIT));
  await row.locator('svg path').waitFor();
  expect(await row.innerText()).toMatch(/较上月末 −\d/);
  expect(await preview.pane.locator('button svg[width="48"]').count()).toBe(3);
});

test('a receipt shows the course of its unit, and says it in words', async () => {
  await preview.button(new RegExp(UNIT)).click();
  const chart = preview.pane.getByRole('img', { name: /2022-06-20 得 \d+\.\d\d 分，2022-06-30 得/ });
  await chart.waitFor();
  expect(await chart.locator('path').getAttribute('d')).toMatch(/^M4 [\d.]+(L[\d.]+ [\d.]+){10}$/);
});
