import { describe, expect, test } from 'vitest';
import { assessed, indicatorLine, receiptOver } from '../support/workspace.ts';

const lead = { title: '牵头的措施', due: '年底前', progress: 50 };

describe('reporting', () => {
  const report = (month: string, submittedOn: string) => ({ month, submittedOn });
  const january = report('2022-01', '2022-02-03');

  test('is the mean over the months due: on time 1, late 0.5, missing 0', () => {
    const reports = [january, report('2022-02', '2022-03-03'), report('2022-03', '2022-04-10'), report('2022-05', '2022-06-01')];
    expect(assessed(receiptOver({ measures: [lead], reports }), 'reporting')).toBeCloseTo(3.5 / 5, 12);
  });

  test('a month is due once its deadline, three days after its end, lies before as-of', () => {
    const months = (asOf: string) => {
      const line = indicatorLine(receiptOver({ measures: [lead], reports: [january] }, { asOf }), 'reporting');
      return line.kind === 'indicator' ? line.entries.map(({ title }) => title) : [];
    };
    expect(months('2022-02-03')).toEqual([]);
    expect(months('2022-02-04')).toEqual(['2022-01']);
    expect(months('2022-03-03')).toEqual(['2022-01']);
    expect(months('2022-03-04')).toEqual(['2022-01', '2022-02']);
  });

  test('counts from the first month that any unit has reported', () => {
    const other = { ...report('2022-04', '2022-05-02'), unit: '区教育局' };
    expect(assessed(receiptOver({ measures: [lead], reports: [other] }), 'reporting')).toBe(0);
    expect(assessed(receiptOver({ measures: [lead], reports: [] }), 'reporting')).toBe('receipt.noReportDue');
  });

  test('takes the earliest submission of a month, and none that came after as-of', () => {
    const twice = [report('2022-05', '2022-06-20'), report('2022-05', '2022-06-02')];
    expect(assessed(receiptOver({ measures: [lead], reports: twice }), 'reporting')).toBe(1);
    expect(assessed(receiptOver({ measures: [lead], reports: [report('2022-05', '2022-07-01')] }), 'reporting')).toBe('receipt.noReportDue');
  });

  test('is only for units that lead a measure', () => {
    const rows = { units: [{ name: '区发改委', assessed: 'yes' }], reports: [january] };
    expect(assessed(receiptOver(rows), 'reporting')).toBe('receipt.leadsNoMeasure');
  });
});

describe('rectification', () => {
  const problem = { title: '窗口缺岗', foundOn: '2022-03-01', due: '2022-05-31' };
  const closed = { ...problem, status: 'done', closedOn: '2022-05-20' };

  test('weighs by severity: closed in time 1, closed late as a late measure, overdue 0', () => {
    const problems = [
      { ...closed, severity: 'serious' },
      { ...closed, severity: 'major', closedOn: '2022-06-10' },
      { ...problem, status: 'open' },
    ];
    expect(assessed(receiptOver({ measures: [lead], problems }), 'rectification')).toBeCloseTo((3 * 1 + 2 * 0.9 + 0) / 6, 12);
  });

  test('leaves out what is open and not overdue, and says so', () => {
    const line = indicatorLine(receiptOver({ measures: [lead], problems: [closed, { ...problem, due: '2022-07-31' }] }), 'rectification');
    expect(line).toMatchObject({ x: 1, entries: [{ gave: 1 }, { gave: 0, leftOut: { code: 'receipt.stillOpen' } }] });
    expect(assessed(receiptOver({ measures: [lead], problems: [{ ...problem, due: '2022-07-31' }] }), 'rectification')).toBe('receipt.problemsStillOpen');
  });

  test('without any problem it is 1 for a unit that was inspected; a visit is no inspection', () => {
    expect(assessed(receiptOver({ measures: [lead], inspections: [{ date: '2022-04-01', kind: 'field' }] }), 'rectification')).toBe(1);
    expect(assessed(receiptOver({ measures: [lead], inspections: [{ date: '2022-04-01', kind: 'visit' }] }), 'rectification')).toBe('receipt.neverInspected');
  });

  test('counts problems found before the period that were still open at its start', () => {
    const old = { ...problem, foundOn: '2021-11-01', due: '2021-12-15' };
    expect(assessed(receiptOver({ measures: [lead], problems: [{ ...old, status: 'open' }] }), 'rectification')).toBe(0);
    expect(assessed(receiptOver({ measures: [lead], problems: [{ ...old, status: 'done', closedOn: '2021-12-10' }] }), 'rectification')).toBe(
      'receipt.neverInspected',
    );
  });
});

describe('inspection', () => {
  test('is the mean of the scores, an annual one counting twice; rows without a score are left out', () => {
    const inspections = [
      { date: '2022-03-01', kind: 'field', score: 80 },
      { date: '2022-06-01', kind: 'annual', score: 95 },
      { date: '2022-06-02', kind: 'routine' },
    ];
    expect(assessed(receiptOver({ measures: [lead], inspections }), 'inspection')).toBeCloseTo((0.8 + 2 * 0.95) / 3, 12);
    expect(assessed(receiptOver({ measures: [lead], inspections: inspections.slice(2) }), 'inspection')).toBe('receipt.noInspectionScore');
  });

  test('counts only inspections in the period and by as-of', () => {
    const inspections = [
      { date: '2021-12-31', kind: 'field', score: 10 },
      { date: '2022-06-30', kind: 'field', score: 90 },
      { date: '2022-07-01', kind: 'field', score: 10 },
    ];
    expect(assessed(receiptOver({ measures: [lead], inspections }), 'inspection')).toBe(0.9);
  });
});

test('spotcheck is the mean of true 1, partly 0.5, false 0', () => {
  const spotchecks = ['true', 'partly', 'false', 'true'].map((result) => ({ checkedOn: '2022-05-01', result }));
  expect(assessed(receiptOver({ measures: [lead], spotchecks }), 'spotcheck')).toBe(2.5 / 4);
  expect(assessed(receiptOver({ measures: [lead] }), 'spotcheck')).toBe('receipt.neverChecked');
});

describe('satisfaction', () => {
  const survey = (satisfied: number, basically: number, dissatisfied: number) => ({ date: '2022-05-01', satisfied, basically, dissatisfied });

  test('is the mean weighted by sample, basically satisfied counting 0.8', () => {
    const surveys = [survey(80, 10, 10), survey(20, 20, 0)];
    expect(assessed(receiptOver({ measures: [lead], surveys }), 'satisfaction')).toBeCloseTo((80 + 8 + 20 + 16) / 140, 12);
  });

  test('a score given beats the counts and weighs as one answer', () => {
    const surveys = [{ ...survey(0, 0, 100), score: 90 }, survey(99, 0, 0)];
    expect(assessed(receiptOver({ measures: [lead], surveys }), 'satisfaction')).toBeCloseTo((0.9 + 99) / 100, 12);
  });

  test('a sample of fewer than 30 is left out, and says so', () => {
    const line = indicatorLine(receiptOver({ measures: [lead], surveys: [survey(10, 10, 9), survey(30, 0, 0)] }), 'satisfaction');
    expect(line).toMatchObject({ x: 1, entries: [{ leftOut: { code: 'receipt.sampleTooSmall', params: { least: 30 } } }, { gave: 1, weight: 30 }] });
    expect(assessed(receiptOver({ measures: [lead], surveys: [survey(10, 10, 9)] }), 'satisfaction')).toBe('receipt.sampleTooSmall');
  });
});

test('only what could be assessed weighs in the base', () => {
  const receipt = receiptOver({ measures: [{ ...lead, progress: 100, status: 'done' }], spotchecks: [{ checkedOn: '2022-05-01', result: 'false' }] });
  expect(indicatorLine(receipt, 'completion')).toMatchObject({
    weight: expect.closeTo(4000 / 45, 9) as number,
    points: expect.closeTo(4000 / 45, 9) as number,
  });
  expect(indicatorLine(receipt, 'spotcheck')).toMatchObject({ weight: expect.closeTo(500 / 45, 9) as number, points: 0 });
});
