import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../shared/ledger/entry.ts';
import type { Content } from '../../../shared/ledger/entry.ts';
import type { Plan } from '../../../shared/scoring/plan.ts';
import { replay, type Replay, type UnitMove } from '../../../shared/scoring/replay.ts';
import { AS_OF, calendar, day, plan2022 } from '../support/measures.ts';
import { entriesOf, type Rows } from '../support/workspace.ts';

const proposed = (change: Partial<Plan>): Plan => ({ ...plan2022, version: 2, ...change });
const over = (rows: Rows, plan: Plan, entries = entriesOf(rows)): Replay => replay({ entries, current: plan2022, proposed: plan, asOf: day(AS_OF), calendar });

function moveOf({ units }: Replay, unit = '区发改委'): UnitMove {
  const move = units.find((one) => one.unit === unit);
  if (move === undefined) throw new Error(`${unit} is not listed`);
  return move;
}

/** The worked example (domain, Scores): 72.33 with completion 2.2/3 and B overdue. */
const example: Rows = {
  measures: [
    { id: 'A', title: 'A', due: '5月底前', status: 'done', completedOn: '2022-05-20' },
    { id: 'B', title: 'B', due: '6月15日', status: 'open', progress: 40 },
    { id: 'C', title: 'C', due: '年底前', progress: 50 },
  ],
};

describe('replay tells what moved and why', () => {
  test('points of a clause: the score, and the line with what it was', () => {
    const clauses = { ...plan2022.clauses, overdueMeasure: { lead: -3, co: -0.5 } };
    const move = moveOf(over(example, proposed({ clauses })));
    expect(move).toMatchObject({ before: { score: 72.33 }, after: { score: 70.33 }, change: -2, entries: [] });
    expect(move.lines).toEqual([{ line: 'overdueMeasure', before: { kind: 'clause', points: -1, hits: 1 }, after: { kind: 'clause', points: -3, hits: 1 } }]);
  });

  test('a grade’s threshold alone: the same score under another grade', () => {
    const grades = plan2022.grades.map((grade) => (grade.id === 'pass' ? { ...grade, from: 75 } : grade));
    const move = moveOf(over(example, proposed({ grades })));
    expect(move).toMatchObject({ before: { grade: 'pass' }, after: { grade: 'fail' }, change: 0, lines: [] });
  });

  test('a weight: the weights and points of all indicators that share the base', () => {
    const rows: Rows = { ...example, spotchecks: [{ checkedOn: '2022-05-01', result: 'true' }] };
    const move = moveOf(over(rows, proposed({ indicators: { ...plan2022.indicators, spotcheck: { weight: 40 } } })));
    expect(move.lines.map(({ line }) => line)).toEqual(['completion', 'spotcheck']);
    expect(move.lines[1]).toMatchObject({ before: { weight: expect.closeTo(100 / 9, 12) as number, x: 1 }, after: { weight: 50, x: 1, points: 50 } });
    expect(move.change).toBeGreaterThan(0);
  });

  test('an indicator taken out has no line any more', () => {
    const rows: Rows = { ...example, spotchecks: [{ checkedOn: '2022-05-01', result: 'true' }] };
    const { lines } = moveOf(over(rows, proposed({ indicators: { ...plan2022.indicators, spotcheck: { weight: 0 } } })));
    expect(lines.find(({ line }) => line === 'spotcheck')).toMatchObject({ before: { kind: 'indicator' }, after: null });
  });

  test('a due date moved by the rest-day policy: the entry, its old and new due day, and the flag', () => {
    // 2022-07-03 is a Sunday.
    const rows: Rows = { measures: [{ id: 'S', title: '周日到期', due: '7月3日', status: 'open', progress: 90 }] };
    const moved = replay({ entries: entriesOf(rows), current: plan2022, proposed: proposed({ restDayPolicy: 'next' }), asOf: day('2022-07-04'), calendar });
    expect(moveOf(moved).entries).toMatchObject([
      { entry: { id: 'S' }, before: { flag: 'overdue', due: day('2022-07-03') }, after: { flag: 'dueSoon', due: day('2022-07-04') } },
    ]);
    expect(moved.flags).toEqual([{ before: 'overdue', after: 'dueSoon', ids: ['S'] }]);
    expect(moveOf(moved).lines.map(({ line }) => line)).toContain('overdueMeasure');
  });

  test('a district that lets two spellings be one unit: the unit that is gone has nothing after', () => {
    const rows: Rows = {
      measures: [
        { id: '1', title: '甲', due: '年底前', progress: 80 },
        { id: '2', unit: '乌达区发改委', title: '乙', due: '5月底', progress: 0 },
      ],
    };
    const { units } = over(rows, proposed({ district: '乌达区' }));
    expect(units.map(({ unit, before, after }) => [unit, before !== null, after !== null])).toEqual(
      expect.arrayContaining([
        ['区发改委', true, true],
        ['乌达区发改委', true, false],
      ]),
    );
  });

  test('units that move most come first; one scored under one plan alone before all', () => {
    const overdue = (unit: string, count: number): Content[] =>
      Array.from({ length: count }, (_, at) => ({ unit, title: `${unit}${at}`, due: '5月底', progress: 50 }));
    const rows: Rows = { measures: [...overdue('甲局', 1), ...overdue('乙局', 3), ...overdue('丙局', 2)] };
    const { units } = over(rows, proposed({ clauses: { ...plan2022.clauses, overdueMeasure: { lead: -2, co: -0.5 } } }));
    expect(units.map(({ unit, change }) => [unit, change])).toEqual([
      ['乙局', -3],
      ['丙局', -2],
      ['甲局', -1],
    ]);
  });
});

describe('replay tells which flags moved', () => {
  test('together by what they were and are, the most frequent first, by id within', () => {
    const soon = (id: string, due: string): Content => ({ id, title: id, due, progress: 99 });
    const rows: Rows = { measures: [soon('C', '7月20日'), { id: 'B', title: 'B', due: '7月20日', progress: 1 }, soon('A', '7月20日'), soon('D', '年底前')] };
    const { flags, units } = over(rows, proposed({ dueSoonDays: 30 }));
    expect(flags).toEqual([
      { before: 'onTrack', after: 'dueSoon', ids: ['A', 'C'] },
      { before: 'behind', after: 'dueSoon', ids: ['B'] },
    ]);
    expect(units[0]?.entries.map(({ entry }) => entry.id)).toEqual(['A', 'B', 'C']);
  });

  test('and which values did under the same flag', () => {
    const move = moveOf(over(example, proposed({ overdueFactor: 1 })));
    expect(move.entries.map(({ entry, before, after }) => [entry.id, before.flag, after.flag])).toEqual([['B', 'overdue', 'overdue']]);
    expect(over(example, proposed({ overdueFactor: 1 })).flags).toEqual([]);
  });

  test('and of which units, the co-units’ as well', () => {
    const rows: Rows = { measures: [{ id: 'J', unit: '区教育局', coUnits: '区发改委', title: 'J', due: '6月15日', progress: 40 }] };
    const moved = over(rows, proposed({ overdueFactor: 1 }));
    expect([moveOf(moved, '区教育局'), moveOf(moved)].map(({ entries }) => entries.map(({ entry }) => entry.id))).toEqual([['J'], ['J']]);
  });
});

describe('a line of the receipt in a replay', () => {
  test('of a clause counts the hits that were not suppressed', () => {
    const rows: Rows = { ...example, spotchecks: [{ checkedOn: '2022-05-05', result: 'false', ref: 'B' }] };
    const falseReport = { ...plan2022.clauses, falseReport: -0.5 };
    expect(moveOf(over(rows, proposed({ clauses: falseReport }))).lines).toEqual([
      { line: 'overdueMeasure', before: { kind: 'clause', points: 0, hits: 0 }, after: { kind: 'clause', points: -1, hits: 1 } },
      { line: 'falseReport', before: { kind: 'clause', points: -3, hits: 1 }, after: { kind: 'clause', points: 0, hits: 0 } },
    ]);
  });

  test('says why an indicator is not assessed any more, and what was cut', () => {
    const surveys = [{ date: '2022-05-01', satisfied: 40, basically: 0, dissatisfied: 0 }];
    const lines = moveOf(over({ ...example, surveys }, proposed({ minSample: 50 }))).lines;
    expect(lines.find(({ line }) => line === 'satisfaction')?.after).toEqual({
      kind: 'notAssessed',
      reason: { code: 'receipt.sampleTooSmall', params: { least: 50 } },
    });
    expect(moveOf(over(example, proposed({ cap: 50 }))).lines).toEqual([
      { line: 'clamp', before: null, after: { kind: 'clamp', points: expect.closeTo(50 - 72.3333, 3) as number } },
    ]);
  });
});

const measure = fc.record(
  {
    unit: fc.constantFrom('区发改委', '区住建局', '区教育局、区发改委'),
    due: fc.constantFrom('5月底前', '6月15日', '7月3日', '年底前', '每月25日前', '长期坚持', '会议召开前'),
    status: fc.constantFrom('done', 'open'),
    progress: fc.integer({ min: 0, max: 100 }),
    completedOn: fc.constantFrom('2022-05-20', '2022-06-20'),
    weight: fc.constantFrom(0, 1, 2.5),
  },
  { requiredKeys: ['unit', 'due'] },
);
const spotcheck = fc.record({
  unit: fc.constantFrom('区发改委', '区住建局'),
  checkedOn: fc.constant('2022-05-01'),
  result: fc.constantFrom('true', 'partly', 'false'),
});
const problem = fc.record({ unit: fc.constantFrom('区发改委', '区住建局'), foundOn: fc.constant('2022-05-09'), due: fc.constantFrom('15日内', '6月底') });
const ledgers = fc
  .record({ measures: fc.array(measure, { maxLength: 8 }), spotchecks: fc.array(spotcheck, { maxLength: 3 }), problems: fc.array(problem, { maxLength: 4 }) })
  .map((rows): Partial<Record<string, Entry[]>> => entriesOf(rows as Rows));
const plans = fc
  .record({
    weight: fc.integer({ min: 0, max: 60 }),
    lead: fc.constantFrom(0, -0.5, -2),
    restDayPolicy: fc.constantFrom('keep' as const, 'next' as const, 'previous' as const),
    lateFloor: fc.constantFrom(0, 0.6),
    dueSoonDays: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ weight, lead, ...rest }) =>
    proposed({
      ...rest,
      indicators: { ...plan2022.indicators, completion: { weight } },
      clauses: { ...plan2022.clauses, overdueMeasure: { lead, co: -0.5 } },
    }),
  );

describe('for any rows', () => {
  test('replay of the current plan changes nothing', () => {
    fc.assert(
      fc.property(ledgers, (entries) => {
        const { units, flags } = over({}, proposed({}), entries);
        expect(flags).toEqual([]);
        for (const { before, after, change, lines, entries: moved } of units) {
          expect({ ...after, lines: [] }).toEqual({ ...before, lines: [] });
          expect([change ?? 0, lines, moved]).toEqual([0, [], []]);
        }
      }),
    );
  });

  test('permuting the rows changes nothing in a replay of any plan', () => {
    fc.assert(
      fc.property(
        ledgers.chain((entries) =>
          fc.tuple(
            fc.constant(entries),
            fc.record(
              Object.fromEntries(
                Object.entries(entries).map(([register, rows]) => [register, fc.shuffledSubarray(rows ?? [], { minLength: rows?.length ?? 0 })]),
              ),
            ),
          ),
        ),
        plans,
        ([entries, permuted], plan) => {
          const totals = ({ units, flags }: Replay) => ({
            units: units.map((move) => ({ ...move, before: { ...move.before, lines: [] }, after: { ...move.after, lines: [] } })),
            flags,
          });
          expect(totals(over({}, plan, permuted))).toEqual(totals(over({}, plan, entries)));
        },
      ),
    );
  });

  test('scores before are those of the current plan whatever is proposed, and the way back is the way there reversed', () => {
    fc.assert(
      fc.property(ledgers, plans, (entries, plan) => {
        const there = over({}, plan, entries);
        const back = replay({ entries, current: plan, proposed: plan2022, asOf: day(AS_OF), calendar });
        const changes = ({ units }: Replay, sign: number) => new Map(units.map(({ unit, change }) => [unit, change === null ? null : sign * change + 0]));
        expect(changes(back, -1)).toEqual(changes(there, 1));
      }),
    );
  });
});
