import { describe, expect, test } from 'vitest';
import type { Content } from '../../../shared/ledger/entry.ts';
import { clauseLine, receiptOver, type Rows } from '../support/workspace.ts';

const done = { title: '做完的措施', due: '5月底前', status: 'done', completedOn: '2022-05-20' };
const overdue = { id: '01OVERDUE', title: '逾期的措施', due: '6月15日', status: 'open', progress: 40 };
const written = { date: '2022-05-05', kind: 'written' };
const caught = { checkedOn: '2022-05-05', result: 'false' };

describe('each clause', () => {
  test.each<[string, Rows, string, number]>([
    ['overdueProblem: 1 for each overdue problem', { problems: [{ title: '缺岗', foundOn: '2022-03-01', due: '2022-05-31' }] }, 'overdueProblem', -1],
    [
      'writtenOrder: 1 for each inspection row of the kind written',
      { inspections: [written, written, { date: '2022-05-05', kind: 'field' }] },
      'writtenOrder',
      -2,
    ],
    ['falseReport: 3 for each spot check with the result false', { spotchecks: [caught, { ...caught, result: 'partly' }] }, 'falseReport', -3],
    ['lateReport: 0.1 for each late month', { reports: [{ month: '2022-05', submittedOn: '2022-06-06' }] }, 'lateReport', -0.1],
    ['missingReport: 0.5 for each missing month', { reports: [{ month: '2022-03', submittedOn: '2022-04-01' }] }, 'missingReport', -1],
    ['adjustment: a bonus adds its points', { adjustments: [{ date: '2022-05-05', kind: 'bonus', points: 2.5, reason: '典型经验' }] }, 'adjustment', 2.5],
    ['adjustment: a deduction takes its points', { adjustments: [{ date: '2022-05-05', kind: 'deduction', points: 1.5, reason: '通报' }] }, 'adjustment', -1.5],
  ])('%s', (_, rows, id, points) => {
    const line = receiptOver({ measures: [done], ...rows }).lines.find((one) => one.kind === 'clause' && one.id === id);
    expect(line).toMatchObject({ points });
  });
});

test('what is not overdue, no veto and no adjustment hits nothing', () => {
  const problems = [
    { title: '在期内', foundOn: '2022-03-01', due: '2022-12-31' },
    { title: '已整改', foundOn: '2022-03-01', due: '2022-05-31', status: 'done', closedOn: '2022-05-01' },
  ];
  const adjustments = [
    { date: '2022-05-05', kind: 'bonus', points: 1, reason: '典型经验' },
    { date: '2022-05-05', kind: '别的', points: 7, reason: '不明' },
  ];
  const receipt = receiptOver({ measures: [done], problems, adjustments });
  expect(clauseLine(receipt, 'overdueProblem')).toBeUndefined();
  expect(clauseLine(receipt, 'veto')).toBeUndefined();
  expect(clauseLine(receipt, 'adjustment')).toMatchObject({ points: 1, entries: [{ gave: 1 }] });
  expect(receipt.vetoed).toBe(false);
});

describe('a veto', () => {
  const adjustments = [{ date: '2022-05-05', kind: 'veto', reason: '重大事故' }];
  test('leaves the score, gives the lowest grade and ranks after every unit without one', () => {
    const measures: Content[] = [done, { ...overdue, unit: '区教育局' }];
    const vetoed = receiptOver({ measures, adjustments });
    expect(vetoed).toMatchObject({ score: 100, grade: 'fail', vetoed: true, rank: 2 });
    expect(receiptOver({ measures, adjustments }, { unit: '区教育局' })).toMatchObject({ rank: 1, vetoed: false });
  });
  test('stands on the receipt with no points', () => {
    expect(clauseLine(receiptOver({ measures: [done], adjustments }), 'veto')).toMatchObject({ points: 0, entries: [{ register: 'adjustments' }] });
  });
});

describe('the same fact once', () => {
  test('of several deductions for a fact the largest applies, the others stand suppressed', () => {
    const receipt = receiptOver({ measures: [overdue], spotchecks: [{ ...caught, ref: overdue.id }], inspections: [{ ...written, ref: overdue.id }] });
    expect(clauseLine(receipt, 'falseReport')).toMatchObject({ points: -3, entries: [{ gave: -3 }] });
    expect(clauseLine(receipt, 'overdueMeasure')).toMatchObject({ points: 0, entries: [{ gave: 0, suppressedBy: 'falseReport' }] });
    expect(clauseLine(receipt, 'writtenOrder')).toMatchObject({ points: 0, entries: [{ gave: 0, suppressedBy: 'falseReport' }] });
  });
  test('of equal ones, one applies', () => {
    const receipt = receiptOver({ measures: [overdue], inspections: [{ ...written, ref: overdue.id }] });
    expect(clauseLine(receipt, 'overdueMeasure')).toMatchObject({ points: -1 });
    expect(clauseLine(receipt, 'writtenOrder')).toMatchObject({ points: 0, entries: [{ suppressedBy: 'overdueMeasure' }] });
  });
  test('adjustments are exempt', () => {
    const receipt = receiptOver({ measures: [overdue], adjustments: [{ date: '2022-05-05', kind: 'deduction', points: 5, reason: '通报', ref: overdue.id }] });
    expect(clauseLine(receipt, 'overdueMeasure')).toMatchObject({ points: -1 });
    expect(clauseLine(receipt, 'adjustment')).toMatchObject({ points: -5 });
  });
  test('of equal ones of one clause, that of the lowest id applies, in whatever order the rows are', () => {
    const orders = ['B', 'A', 'C'].map((id) => ({ ...written, id, ref: overdue.id }));
    const caughtTwice = [
      { ...caught, id: 'F2', ref: 'M' },
      { ...caught, id: 'F1', ref: 'M' },
    ];
    for (const inspections of [orders, orders.toReversed()]) {
      for (const spotchecks of [caughtTwice, caughtTwice.toReversed()]) {
        const receipt = receiptOver({ measures: [done], inspections, spotchecks });
        const applied = (id: 'writtenOrder' | 'falseReport') => clauseLine(receipt, id)?.entries.flatMap((entry) => (entry.gave < 0 ? [entry.id] : []));
        expect([applied('writtenOrder'), applied('falseReport')]).toEqual([['A'], ['F1']]);
      }
    }
  });
  test('of two reports of a month handed in on one day, that of the lowest id counts', () => {
    const twice = ['R2', 'R1'].map((id) => ({ id, month: '2022-05', submittedOn: '2022-06-06' }));
    for (const reports of [twice, twice.toReversed()]) {
      expect(clauseLine(receiptOver({ measures: [done], reports }), 'lateReport')).toMatchObject({ entries: [{ id: 'R1' }] });
    }
  });
  test('a late report and a finding that it was false are one fact: its month', () => {
    const reports = [
      { id: 'LATE', month: '2022-05', submittedOn: '2022-06-06' },
      { id: 'AGAIN', month: '2022-05', submittedOn: '2022-06-20' },
    ];
    for (const ref of ['LATE', 'AGAIN']) {
      const receipt = receiptOver({ measures: [done], reports, spotchecks: [{ ...caught, checkedOn: '2022-06-25', ref }] });
      expect(clauseLine(receipt, 'falseReport')).toMatchObject({ points: -3 });
      expect(clauseLine(receipt, 'lateReport')).toMatchObject({ points: 0, entries: [{ id: 'LATE', gave: 0, suppressedBy: 'falseReport' }] });
    }
  });
  test('a finding about another month’s or another unit’s report leaves the late month deducted', () => {
    const late = { month: '2022-05', submittedOn: '2022-06-06' };
    const reports = [late, { id: 'APRIL', month: '2022-04', submittedOn: '2022-05-01' }, { ...late, id: 'OTHER', unit: '区教育局' }];
    for (const ref of ['APRIL', 'OTHER']) {
      const receipt = receiptOver({ measures: [done], reports, spotchecks: [{ ...caught, ref }] });
      expect([clauseLine(receipt, 'falseReport')?.points, clauseLine(receipt, 'lateReport')?.points]).toEqual([-3, -0.1]);
    }
  });
  test('another unit’s deduction for the fact stands', () => {
    const rows = { measures: [done, { ...overdue, unit: '区教育局' }], spotchecks: [{ ...caught, ref: overdue.id }] };
    expect(clauseLine(receiptOver(rows), 'falseReport')).toMatchObject({ points: -3 });
    expect(clauseLine(receiptOver(rows, { unit: '区教育局' }), 'overdueMeasure')).toMatchObject({ points: -1 });
  });
});

test('a row that names several units counts in full for each', () => {
  const rows = { measures: [done, { ...done, unit: '区教育局' }], inspections: [{ ...written, unit: '区发改委、区教育局' }] };
  for (const unit of ['区发改委', '区教育局']) expect(clauseLine(receiptOver(rows, { unit }), 'writtenOrder')).toMatchObject({ points: -1 });
});

test('the worked example with reports: 75.57, pass, red', () => {
  const measures = [
    { title: 'A', due: '5月底前', status: 'done', completedOn: '2022-05-20' },
    { title: 'B', due: '6月15日', status: 'open', progress: 40 },
    { title: 'C', due: '年底前', progress: 50 },
  ];
  const reports = [
    { month: '2022-01', submittedOn: '2022-01-31' },
    { month: '2022-02', submittedOn: '2022-03-02' },
    { month: '2022-03', submittedOn: '2022-04-03' },
    { month: '2022-04', submittedOn: '2022-05-01' },
    { month: '2022-05', submittedOn: '2022-06-06' },
  ];
  expect(receiptOver({ measures, reports })).toMatchObject({ score: 75.57, grade: 'pass', card: 'red' });
});
