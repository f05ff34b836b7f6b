import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rollupOf, type Rollup, type UnitRollup } from '../../../shared/report/rollup.ts';
import { defaultPlan } from '../../../shared/scoring/plan.ts';
import { calendar, day, plan2022 } from '../support/measures.ts';
import { entriesOf, receiptOver, type Rows } from '../support/workspace.ts';

function rollupOver(rows: Rows, month: string, today = '2022-12-31'): Rollup {
  return rollupOf({ entries: entriesOf(rows), plans: [plan2022], month, today: day(today), calendar });
}

function lineOf(rollup: Rollup, unit: string): UnitRollup {
  const line = rollup.units.find(({ score }) => score.unit === unit);
  if (line === undefined) throw new Error(`${unit} is not in the roll-up`);
  return line;
}

const district: Rows = {
  measures: [
    { id: 'M1', due: '2022-05-20', status: 'done', completedOn: '2022-05-10' },
    { id: 'M2', due: '2022-05-15', progress: 40 },
    { id: 'M3', due: '2022-06-30', progress: 50 },
    { id: 'M4', due: '2022-07-01', progress: 90 },
    { id: 'M5', unit: '区教育局', coUnits: '区发改委', due: '2022-04-01', progress: 0 },
  ],
  problems: [
    { id: 'P1', foundOn: '2022-04-10', due: '2022-05-01', status: 'done', closedOn: '2022-05-05' },
    { id: 'P2', foundOn: '2022-05-02', due: '2022-05-20' },
    { id: 'P3', foundOn: '2022-05-31', due: '2022-06-30' },
    { id: 'P4', foundOn: '2022-06-01', due: '2022-06-30' },
    { id: 'P5', foundOn: '2022-05-03', due: '2022-06-30', closedOn: '2022-06-02' },
  ],
  reports: [
    { id: 'R1', month: '2022-04', submittedOn: '2022-05-02' },
    { id: 'R2', month: '2022-05', submittedOn: '2022-06-05' },
  ],
  inspections: [{ unit: '区档案馆', date: '2022-05-02', kind: 'visit' }],
};

describe('a month-end roll-up (domain, Month-end roll-up)', () => {
  const may = rollupOver(district, '2022-05');
  const line = lineOf(may, '区发改委');

  test('is as of the last day of the month', () => {
    expect([may.asOf, may.previous, may.reportDeadline]).toEqual([day('2022-05-31'), day('2022-04-30'), day('2022-06-03')]);
    expect(rollupOver({}, '2022-01')).toMatchObject({ asOf: day('2022-01-31'), previous: day('2021-12-31') });
    expect(rollupOver({}, '2024-02')).toMatchObject({ asOf: day('2024-02-29'), previous: day('2024-01-31') });
  });

  test('counts the measures a unit leads: in all, done, overdue, and open ones due in the next month', () => {
    expect(line.measures).toEqual({
      total: { count: 4, entries: ['M1', 'M2', 'M3', 'M4'] },
      done: { count: 1, entries: ['M1'] },
      overdue: { count: 1, entries: ['M2'] },
      dueNextMonth: { count: 1, entries: ['M3'] },
    });
    expect(lineOf(may, '区教育局').measures.total.entries).toEqual(['M5']);
  });

  test('December looks ahead to January of the next year', () => {
    const { measures } = lineOf(rollupOver({ measures: [{ id: 'M', due: '2023-01-31' }] }, '2022-12', '2023-02-01'), '区发改委');
    expect(measures.dueNextMonth.entries).toEqual(['M']);
  });

  test('counts problems found and closed in the month, open and overdue at its end', () => {
    expect(line.problems).toEqual({
      opened: { count: 3, entries: ['P2', 'P3', 'P5'] },
      closed: { count: 1, entries: ['P1'] },
      open: { count: 3, entries: ['P2', 'P3', 'P5'] },
      overdue: { count: 1, entries: ['P2'] },
    });
  });

  test('leaves out units that were merely visited', () => {
    expect(may.units.map(({ score }) => score.unit).toSorted()).toEqual(['区发改委', '区教育局']);
  });

  test('says how the score changed since the end of the month before, both from the rows as they stand', () => {
    const [before, now] = ['2022-04-30', '2022-05-31'].map((asOf) => Number(receiptOver(district, { asOf }).score));
    expect(line.score.score).toBe(now);
    expect(line.change).toBeCloseTo(Number(now) - Number(before), 10);
    expect(line.change).not.toBe(0);
  });

  test('has no change in the first month of the plan’s period, nor for a unit without a score', () => {
    expect(lineOf(rollupOver(district, '2022-01'), '区发改委').change).toBeNull();
    expect(lineOf(rollupOver({ problems: [{ foundOn: '2022-05-01' }] }, '2022-05'), '区发改委').change).toBeNull();
  });
});

describe('the month’s report, looked at from today', () => {
  const list: Rows = { measures: [{}, { unit: '区教育局' }], reports: [{ id: 'R4', month: '2022-04', submittedOn: '2022-05-03' }] };
  const stateOf = (month: string, today: string, unit = '区发改委'): string | null => lineOf(rollupOver(list, month, today), unit).report.state;

  test('on time until plan.reportGraceDays after the month’s last day', () => {
    expect(stateOf('2022-04', '2022-05-04')).toBe('onTime');
  });

  test('late after that, however late', () => {
    expect(lineOf(rollupOver(district, '2022-05'), '区发改委').report).toMatchObject({ state: 'late', report: { id: 'R2' } });
  });

  test('pending up to and on the deadline, missing from the day after', () => {
    expect(stateOf('2022-04', '2022-05-03', '区教育局')).toBe('pending');
    expect(stateOf('2022-04', '2022-05-04', '区教育局')).toBe('missing');
  });

  test('one handed in before the deadline is on time while others are pending', () => {
    expect(stateOf('2022-04', '2022-05-03')).toBe('onTime');
  });

  test('one submitted after today is not there yet', () => {
    expect(stateOf('2022-04', '2022-05-02')).toBe('pending');
  });

  test('nothing is asked for of months before any unit reported, nor of a unit that leads no measure', () => {
    expect(stateOf('2022-03', '2022-05-04')).toBeNull();
    const helper = rollupOver({ ...list, problems: [{ unit: '区司法局', foundOn: '2022-04-01' }] }, '2022-04', '2022-06-01');
    expect(lineOf(helper, '区司法局').report.state).toBeNull();
  });
});

test('the plan is that of the month', () => {
  const plans = [plan2022, { ...defaultPlan(2023), version: 2 }];
  const january = rollupOf({ entries: entriesOf(district), plans, month: '2023-01', today: day('2023-03-01'), calendar });
  expect(january.plan.version).toBe(2);
});

const anyRows = fc.record({
  measures: fc.array(
    fc.record({
      unit: fc.constantFrom('区发改委', '区教育局', '区发改委、区教育局'),
      due: fc.constantFrom('2022-04-15', '2022-05-31', '2022-06-10', '长期坚持'),
      progress: fc.integer({ min: 0, max: 100 }),
      status: fc.constantFrom('open', 'done'),
    }),
    { minLength: 1, maxLength: 12 },
  ),
  problems: fc.array(
    fc.record({
      unit: fc.constantFrom('区发改委', '区教育局'),
      foundOn: fc.constantFrom('2022-04-02', '2022-05-02', '2022-06-02'),
      due: fc.constant('2022-05-20'),
    }),
    { maxLength: 8 },
  ),
  reports: fc.array(
    fc.record({
      unit: fc.constantFrom('区发改委', '区教育局'),
      month: fc.constantFrom('2022-04', '2022-05'),
      submittedOn: fc.constantFrom('2022-05-02', '2022-06-07'),
    }),
    { maxLength: 6 },
  ),
});

/** Rows that are dated after May 2022. */
const laterRows = fc.record({
  problems: fc.array(fc.record({ unit: fc.constantFrom('区发改委', '区教育局'), foundOn: fc.constantFrom('2022-06-01', '2022-07-02') }), { maxLength: 4 }),
  reports: fc.array(
    fc.record({ unit: fc.constantFrom('区发改委', '区教育局'), month: fc.constantFrom('2022-06', '2022-07'), submittedOn: fc.constant('2022-08-01') }),
    { maxLength: 4 },
  ),
  inspections: fc.array(
    fc.record({
      unit: fc.constantFrom('区发改委', '区教育局'),
      date: fc.constantFrom('2022-06-01', '2022-08-01'),
      kind: fc.constant('field'),
      score: fc.integer({ min: 0, max: 100 }),
    }),
    { maxLength: 4 },
  ),
  adjustments: fc.array(
    fc.record({ unit: fc.constantFrom('区发改委', '区教育局'), date: fc.constantFrom('2022-06-01', '2022-06-30'), points: fc.constantFrom(2, -3) }),
    { maxLength: 4 },
  ),
});

/** What the roll-up of May 2022 over some entries says, unit by unit. */
function toldOfMay(entries: ReturnType<typeof entriesOf>) {
  const { units } = rollupOf({ entries, plans: [plan2022], month: '2022-05', today: day('2022-09-01'), calendar });
  return units.map(({ score: { unit, score, rank, card }, change, measures, report, problems }) => ({
    unit,
    score,
    rank,
    card,
    change,
    measures,
    problems,
    report: report.state,
  }));
}

describe('whatever the rows', () => {
  test('of a month in the past, rows dated later change nothing', () => {
    fc.assert(
      fc.property(anyRows, laterRows, (rows, later) => {
        const [earlier, added] = [entriesOf({ ...rows, reports: [{ month: '2022-04', submittedOn: '2022-05-01' }, ...rows.reports] }), entriesOf(later)];
        const registers = [...new Set([...Object.keys(earlier), ...Object.keys(added)])] as (keyof typeof earlier)[];
        const all = Object.fromEntries(registers.map((id) => [id, [...(earlier[id] ?? []), ...(added[id] ?? [])]]));
        expect(toldOfMay(all)).toEqual(toldOfMay(earlier));
      }),
    );
  });

  test('a figure is the number of entries behind it, and the measures of all units are all measures', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { units } = rollupOver(rows, '2022-05');
        for (const { measures, problems } of units) {
          for (const { count, entries } of [...Object.values(measures), ...Object.values(problems)]) expect(count).toBe(new Set(entries).size);
        }
        expect(units.reduce((sum, { measures }) => sum + measures.total.count, 0)).toBe(rows.measures.length);
      }),
    );
  });

  test('the order of rows changes nothing', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const entries = entriesOf(rows);
        const reversed = Object.fromEntries(Object.entries(entries).map(([register, all]) => [register, all.toReversed()]));
        expect(toldOfMay(reversed)).toEqual(toldOfMay(entries));
      }),
    );
  });
});
