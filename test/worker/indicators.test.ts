import { beforeEach, describe, expect, test } from 'vitest';
import type { Cell } from '../../shared/cell.ts';
import type { ReceiptAnswer } from '../../shared/contract/scores.ts';
import type { IndicatorId } from '../../shared/scoring/plan.ts';
import { columns, measure, startServer, ulid, type Server } from './support/server.ts';

/** One worked example of each indicator by hand (domain, Scores): rows as clerks write them go in, the receipt comes out. Plan 2022, as of 30 June. */
const UNIT = '区发改委';
let server: Server;

beforeEach(async () => {
  server = startServer();
  // Done in time, so completion is 1 unless more is pushed.
  await server.push({ columns, rows: [measure({ due: '5月底前', status: '已完成', completedOn: '2022-05-20' })] });
});

async function push(register: string, names: readonly string[], ...rows: readonly (readonly Cell[])[]): Promise<void> {
  const { counts } = await server.push({ columns: ['id', 'unit', ...names], rows: rows.map((cells) => [ulid(), UNIT, ...cells]) }, { register });
  expect(counts.inserted).toBe(rows.length);
}

async function receipt(): Promise<ReceiptAnswer> {
  return (await server.get<ReceiptAnswer>(`/v1/scores/${encodeURIComponent(UNIT)}?asOf=2022-06-30`)).body;
}

async function line(id: IndicatorId): Promise<Extract<ReceiptAnswer['lines'][number], { kind: 'indicator' }>> {
  const found = (await receipt()).lines.find((one) => one.kind === 'indicator' && one.id === id);
  if (found?.kind !== 'indicator') throw new Error(`${id} was not assessed`);
  return found;
}

const close = (value: number): number => expect.closeTo(value, 9) as number;

test('completion: (1·1 + 2·0.9 + 0.5·1·0.2) / (1 + 2 + 0.5) = 2.9/3.5, of measures done, done ten days late with weight 2, and overdue as co-unit', async () => {
  await push('measures', ['title', 'due', 'status', 'completedOn', 'weight', 'progress'], ['迟办', '5月20日', '已完成', '2022-05-30', 2, null]);
  await server.push({
    columns: ['id', 'unit', 'coUnits', 'title', 'due', 'status', 'progress'],
    rows: [[ulid(), '区教育局', UNIT, '合办', '6月15日', '进行中', 40]],
  });
  expect(await line('completion')).toMatchObject({
    weight: close(100),
    x: close(2.9 / 3.5),
    entries: [
      { gave: 1, weight: 1 },
      { gave: 0.9, weight: 2 },
      { gave: 0.2, weight: 0.5, role: 'co' },
    ],
  });
  // 100 × 2.9/3.5 and half a point for the overdue one.
  expect(await receipt()).toMatchObject({ score: 82.36, grade: 'good' });
});

test('reporting: (1 + 0.5 + 0 + 1 + 1) / 5 = 0.7, with March missing and February late; June is not due yet', async () => {
  const reports = [
    ['2022年1月', '2022-01-31'],
    ['2022年2月', '2022-03-05'],
    ['2022年4月', '2022-05-03'],
    ['2022年5月', '2022-06-03'],
  ];
  await push('reports', ['month', 'submittedOn'], ...reports);
  expect(await line('reporting')).toMatchObject({
    weight: close(20),
    x: close(0.7),
    entries: [{ title: '2022-01', gave: 1 }, { title: '2022-02', gave: 0.5 }, { id: null, title: '2022-03', gave: 0 }, { gave: 1 }, { gave: 1 }],
  });
  // (40·1 + 10·0.7)/50 = 94, less 0.1 for the late month and 0.5 for the missing one.
  expect(await receipt()).toMatchObject({ score: 93.4 });
});

test('rectification: (3·1 + 2·0.9 + 1·0) / (3 + 2 + 1) = 0.8, serious in time, major ten days late, minor overdue; one still open is left out', async () => {
  await push(
    'problems',
    ['title', 'foundOn', 'severity', 'due', 'status', 'closedOn'],
    ['甲', '2022-04-01', '严重', '5月底', '已整改', '2022-05-20'],
    ['乙', '2022-04-01', '较重', '5月底', '已整改', '2022-06-10'],
    ['丙', '2022-04-01', '一般', '5月底', '整改中', null],
    ['丁', '2022-04-01', '一般', '7月底', '整改中', null],
  );
  expect(await line('rectification')).toMatchObject({
    x: close(0.8),
    entries: [
      { gave: 1, weight: 3 },
      { gave: 0.9, weight: 2 },
      { gave: 0, weight: 1 },
      { gave: 0, leftOut: { code: 'receipt.stillOpen' } },
    ],
  });
  // (40·1 + 20·0.8)/60 = 93.33, less a point for the overdue one.
  expect(await receipt()).toMatchObject({ score: 92.33 });
});

test('inspection: (0.8 + 2·0.95) / 3 = 0.9, the annual one counting twice and one without a score left out', async () => {
  await push('inspections', ['date', 'kind', 'score'], ['2022-03-01', '实地督查', 80], ['2022-06-01', '年度考核', 95], ['2022-06-02', '日常考核', null]);
  expect(await line('inspection')).toMatchObject({
    x: close(0.9),
    entries: [
      { gave: 0.8, weight: 1 },
      { gave: 0.95, weight: 2 },
    ],
  });
  // No problem found in an inspection is rectification in full: (40 + 20 + 15·0.9)/75.
  expect(await receipt()).toMatchObject({ score: 98 });
});

test('spotcheck: (1 + 0.5 + 0) / 3 = 0.5', async () => {
  await push('spotchecks', ['checkedOn', 'result'], ['2022-05-01', '属实'], ['2022-05-02', '部分属实'], ['2022-05-03', '不属实']);
  expect(await line('spotcheck')).toMatchObject({ x: close(0.5), entries: [{ gave: 1 }, { gave: 0.5 }, { gave: 0 }] });
  // (40 + 5·0.5)/45 = 94.44, less 3 for the false one.
  expect(await receipt()).toMatchObject({ score: 91.44 });
});

test('satisfaction: (80 + 0.8·10 + 20 + 0.8·20) / (100 + 40) = 124/140; a sample of 29 is left out', async () => {
  await push('surveys', ['date', 'satisfied', 'basically', 'dissatisfied'], ['2022-05-01', 80, 10, 10], ['2022-05-02', 20, 20, 0], ['2022-05-03', 29, 0, 0]);
  expect(await line('satisfaction')).toMatchObject({
    x: close(124 / 140),
    entries: [{ weight: 100 }, { weight: 40 }, { leftOut: { code: 'receipt.sampleTooSmall' } }],
  });
  // (40 + 10·124/140)/50 = 97.714…
  expect(await receipt()).toMatchObject({ score: 97.71 });
});

test('satisfaction given as a score beats the counts beside it and counts as a sample of one: (0.8 + 100) / 101', async () => {
  await push('surveys', ['date', 'score', 'satisfied', 'basically', 'dissatisfied'], ['2022-05-01', 80, 0, 0, 100], ['2022-05-02', null, 100, 0, 0]);
  expect(await line('satisfaction')).toMatchObject({
    x: close(100.8 / 101),
    entries: [
      { gave: close(0.8), weight: 1 },
      { gave: 1, weight: 100 },
    ],
  });
  // (40 + 10·100.8/101)/50 = 99.960…
  expect(await receipt()).toMatchObject({ score: 99.96 });
});

describe('what could not be assessed', () => {
  test('is listed with the reason, and weighs nothing', async () => {
    const { score, lines } = await receipt();
    expect(score).toBe(100);
    expect(lines).toMatchObject([
      { id: 'completion', weight: close(100), x: 1 },
      { kind: 'notAssessed', id: 'reporting', reason: { code: 'receipt.noReportDue' } },
      { kind: 'notAssessed', id: 'rectification', reason: { code: 'receipt.neverInspected' } },
      { kind: 'notAssessed', id: 'inspection', reason: { code: 'receipt.noInspectionScore' } },
      { kind: 'notAssessed', id: 'spotcheck', reason: { code: 'receipt.neverChecked' } },
      { kind: 'notAssessed', id: 'satisfaction', reason: { code: 'receipt.neverSurveyed' } },
    ]);
  });
});
