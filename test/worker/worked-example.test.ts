import { expect, test } from 'vitest';
import type { ReceiptAnswer, ScoresAnswer } from '../../shared/contract/scores.ts';
import { columns, measure, startServer, ulid } from './support/server.ts';

const A = measure({ title: 'A', due: '5月底前', status: '已完成', completedOn: '2022-05-20' });
const B = measure({ title: 'B', due: '6月15日', status: '进行中', progress: 40 });
const C = measure({ title: 'C', due: '年底前', progress: 50 });

test('the worked example (domain, Scores) with completion and overdueMeasure alone: 100 × 2.2/3 − 1 = 72.33', async () => {
  const server = startServer();
  await server.push({ columns: ['id', 'name', 'tier'], rows: [[ulid(), '区发改委', '重点部门']] }, { register: 'units' });

  const answer = await server.push({ columns, rows: [A, B, C] });

  expect(answer.rows.flag).toEqual(['done', 'overdue', 'onTrack']);
  expect(answer.rows.card).toEqual(['green', 'red', 'green']);
  expect(answer.rows.due).toEqual(['2022-05-31', '2022-06-15', '2022-12-31']);
  expect(answer.rows.daysLeft).toEqual([-30, -15, 184]);
  expect(answer.rows.score).toEqual([100, 20, 100]);
  expect(answer.rows.deadline).toEqual(['date', 'date', 'date']);
  const scored = {
    unit: '区发改委',
    tier: 'key',
    assessed: true,
    score: 72.33,
    grade: 'pass',
    rank: 1,
    tierRank: 1,
    card: 'red',
    overdue: 1,
    dueSoon: 0,
    vetoed: false,
  };
  expect(answer.units).toEqual([scored]);
  expect(answer.newUnits).toEqual([]);

  const scores = await server.get<ScoresAnswer>('/v1/scores?asOf=2022-06-30');
  expect(scores.body).toEqual({ asOf: '2022-06-30', revision: 2, planVersion: 1, reportedFrom: null, units: [{ ...scored, change: -9 }] });

  const receipt = await server.get<ReceiptAnswer>(`/v1/scores/${encodeURIComponent('区发改委')}?asOf=2022-06-30`);
  expect(receipt.body).toMatchObject(scored);
  const [completion, overdue, ...others] = receipt.body.lines.filter(({ kind }) => kind !== 'notAssessed');
  expect(others).toEqual([]);
  expect(completion).toMatchObject({ kind: 'indicator', id: 'completion', weight: 100 });
  expect(completion?.kind === 'indicator' && completion.points).toBeCloseTo(73.3333, 4);
  expect(overdue).toMatchObject({ kind: 'clause', id: 'overdueMeasure', points: -1, entries: [{ id: B[0], title: 'B' }] });
});

test('the worked example with reports: January to April on time, May late: 75.57', async () => {
  const server = startServer();
  await server.push({ columns, rows: [A, B, C] });
  const submitted = { '2022-01': '2022-01-31', '2022-02': '2022-03-02', '2022-03': '2022-04-03', '2022-04': '2022-05-01', '2022-05': '2022-06-06' };
  const rows = Object.entries(submitted).map(([month, on]) => [ulid(), '区发改委', month, on]);
  const answer = await server.push({ columns: ['id', 'unit', 'month', 'submittedOn'], rows }, { register: 'reports' });
  expect(answer.units).toMatchObject([{ unit: '区发改委', score: 75.57, grade: 'pass', card: 'red' }]);

  const receipt = await server.get<ReceiptAnswer>(`/v1/scores/${encodeURIComponent('区发改委')}?asOf=2022-06-30`);
  const lines = receipt.body.lines.filter(({ kind }) => kind !== 'notAssessed');
  expect(lines).toMatchObject([
    { id: 'completion', weight: 80 },
    { id: 'reporting', weight: 20, x: 0.9 },
    { id: 'overdueMeasure', points: -1 },
    { id: 'lateReport', points: -0.1, entries: [{ register: 'reports', title: '2022-05', gave: -0.1 }] },
  ]);
});

test('the same rows as of another day: nothing is overdue in May, and B is not yet due', async () => {
  const server = startServer();
  await server.push({ columns, rows: [A, B, C] });
  const { body } = await server.get<ScoresAnswer>('/v1/scores?asOf=2022-05-31');
  expect(body.units).toMatchObject([{ unit: '区发改委', overdue: 0 }]);
});
