import { beforeEach, expect, test } from 'vitest';
import type { Cell } from '../../shared/cell.ts';
import type { ReceiptAnswer } from '../../shared/contract/scores.ts';
import type { ClauseId } from '../../shared/scoring/plan.ts';
import { columns, measure, startServer, ulid, type Server } from './support/server.ts';

/** One worked example of each clause by hand (domain, Scores): rows as clerks write them go in, the receipt comes out. Plan 2022, as of 30 June. */
const UNIT = '区发改委';
const OVERDUE = ulid();
let server: Server;

beforeEach(async () => {
  server = startServer();
  await server.push({ columns, rows: [measure({ due: '5月底前', status: '已完成', completedOn: '2022-05-20' })] });
});

async function push(register: string, names: readonly string[], ...rows: readonly (readonly Cell[])[]): Promise<void> {
  const { counts } = await server.push({ columns: ['id', 'unit', ...names], rows: rows.map((cells) => [ulid(), UNIT, ...cells]) }, { register });
  expect(counts.inserted).toBe(rows.length);
}

async function receipt(): Promise<ReceiptAnswer> {
  return (await server.get<ReceiptAnswer>(`/v1/scores/${encodeURIComponent(UNIT)}?asOf=2022-06-30`)).body;
}

async function clause(id: ClauseId): Promise<unknown> {
  return (await receipt()).lines.find((line) => line.kind === 'clause' && line.id === id);
}

test('overdueMeasure: a point as lead, half as co-unit', async () => {
  await server.push({
    columns: ['id', 'unit', 'title', 'due', 'progress'],
    rows: [
      [ulid(), UNIT, '牵头的', '6月15日', 0],
      [ulid(), `区教育局、${UNIT}`, '配合的', '6月15日', 0],
    ],
  });
  expect(await clause('overdueMeasure')).toMatchObject({
    points: -1.5,
    entries: [
      { title: '牵头的', gave: -1 },
      { title: '配合的', role: 'co', gave: -0.5 },
    ],
  });
  // completion 1/2.5 = 40.
  expect(await receipt()).toMatchObject({ score: 38.5, card: 'red', overdue: 2 });
});

test('overdueProblem: a point each', async () => {
  await push('problems', ['title', 'foundOn', 'due'], ['甲', '2022-04-01', '5月底'], ['乙', '2022-04-01', '6月29日'], ['丙', '2022-04-01', '6月30日']);
  expect(await clause('overdueProblem')).toMatchObject({ points: -2, entries: [{ title: '甲' }, { title: '乙' }] });
  // rectification 0 of the two overdue: 40/60.
  expect(await receipt()).toMatchObject({ score: 64.67 });
});

test('writtenOrder: a point for each inspection row of the kind 书面督办', async () => {
  await push('inspections', ['date', 'kind'], ['2022-05-05', '书面督办'], ['2022-05-06', '书面督办'], ['2022-05-07', '实地督查']);
  expect(await clause('writtenOrder')).toMatchObject({ points: -2 });
  expect(await receipt()).toMatchObject({ score: 98 });
});

test('falseReport: three points for each check with the result 不属实', async () => {
  await push('spotchecks', ['checkedOn', 'result'], ['2022-05-05', '不属实'], ['2022-05-06', '部分属实']);
  expect(await clause('falseReport')).toMatchObject({ points: -3 });
  // spotcheck 0.25: (40 + 5·0.25)/45 = 91.67.
  expect(await receipt()).toMatchObject({ score: 88.67 });
});

test('lateReport and missingReport: a tenth and half a point for each month', async () => {
  await push('reports', ['month', 'submittedOn'], ['2022-03', '2022-04-08'], ['2022-05', '2022-06-03']);
  expect(await clause('lateReport')).toMatchObject({ points: -0.1, entries: [{ title: '2022-03' }] });
  expect(await clause('missingReport')).toMatchObject({ points: -0.5, entries: [{ id: null, title: '2022-04' }] });
  // reporting (0.5 + 0 + 1)/3: (40 + 5)/50 = 90.
  expect(await receipt()).toMatchObject({ score: 89.4 });
});

test('adjustment: as written, and no further than the cap, which is a line of its own', async () => {
  await push('adjustments', ['date', 'kind', 'points', 'reason'], ['2022-05-05', '加分', 2.5, '典型经验'], ['2022-05-06', '扣分', 1.5, '通报批评']);
  expect(await clause('adjustment')).toMatchObject({ points: 1, entries: [{ gave: 2.5 }, { gave: -1.5 }] });
  const { score, lines } = await receipt();
  expect(score).toBe(100);
  expect(lines.at(-1)).toEqual({ kind: 'clamp', points: -1 });
});

test('veto: the score stands, the grade is the lowest, and the unit ranks after every other', async () => {
  await push('adjustments', ['date', 'kind', 'reason'], ['2022-05-05', '一票否决', '重大事故']);
  const answer = await server.push({ columns, rows: [measure({ unit: '区教育局', due: '6月15日', progress: 0 })] });
  expect(await clause('veto')).toMatchObject({ points: 0, entries: [{ register: 'adjustments' }] });
  expect(answer.units).toMatchObject([
    { unit: '区教育局', score: 0, rank: 1 },
    { unit: UNIT, score: 100, grade: 'fail', vetoed: true, rank: 2 },
  ]);
});

test('the same fact once: of an overdue measure, a written order and a false report about it, the largest deduction applies', async () => {
  await server.push({ columns, rows: [measure({ id: OVERDUE, title: '逾期的', due: '6月15日', progress: 40 })] });
  await push('inspections', ['date', 'kind', 'ref'], ['2022-06-20', '书面督办', OVERDUE]);
  await push('spotchecks', ['checkedOn', 'result', 'ref'], ['2022-06-21', '不属实', OVERDUE]);
  expect(await clause('falseReport')).toMatchObject({ points: -3 });
  expect(await clause('overdueMeasure')).toMatchObject({ points: 0, entries: [{ gave: 0, suppressedBy: 'falseReport' }] });
  expect(await clause('writtenOrder')).toMatchObject({ points: 0, entries: [{ gave: 0, suppressedBy: 'falseReport' }] });
  // completion 0.6, rectification 1, spotcheck 0: (24 + 20)/65 = 67.69, less 3.
  expect(await receipt()).toMatchObject({ score: 64.69 });
});
