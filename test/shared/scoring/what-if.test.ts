import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../shared/ledger/entry.ts';
import { assess } from '../../../shared/scoring/assess.ts';
import { whatIf, type Supposition } from '../../../shared/scoring/what-if.ts';
import { AS_OF, calendar, day, plan2022 } from '../support/measures.ts';
import { entriesOf, type Rows } from '../support/workspace.ts';

/** The worked example of the domain: A done, B overdue at 40 %, C due at the end of the year at 50 %. */
const example: Rows = {
  measures: [
    { id: 'A', title: 'A', due: '5月底前', status: 'done', completedOn: '2022-05-20' },
    { id: 'B', title: 'B', due: '6月15日', status: 'open', progress: 40 },
    { id: 'C', title: 'C', due: '年底前', progress: 50 },
  ],
};

function suppose(rows: Rows, suppositions: Readonly<Record<string, Supposition>>) {
  const input = { entries: entriesOf(rows), plan: plan2022, asOf: day(AS_OF), calendar };
  return { before: assess(input), after: whatIf(input, new Map(Object.entries(suppositions))) };
}

const scoreOf = ({ receipts }: ReturnType<typeof whatIf>, unit = '区发改委') => receipts.find((receipt) => receipt.unit === unit)?.score;

describe('a measure supposed done', () => {
  test('is completed on the day: B would be 15 days late, worth 0.85, and no longer overdue', () => {
    const { before, after } = suppose(example, { B: 'done' });
    expect(scoreOf(before)).toBe(72.33); // 100 × 2.2/3 − 1
    expect(after.verdicts.get('B')).toMatchObject({ flag: 'doneLate', value: { numerator: 17, denominator: 20 } });
    expect(scoreOf(after)).toBe(95); // 100 × 2.85/3
  });

  test('moves its co-units too', () => {
    const rows: Rows = { measures: [{ id: 'J', unit: '区教育局', coUnits: '区发改委', title: 'J', due: '6月15日', progress: 0 }, ...(example.measures ?? [])] };
    const { before, after } = suppose(rows, { J: 'done' });
    expect(scoreOf(before)).toBe(61.36); // 100 × 2.2/3.5 − 1 − 0.5
    expect(scoreOf(after)).toBe(74); // 100 × (2.2 + 0.5 × 0.85)/3.5 − 1
  });

  test('that recurs has its period settled and is due in the next, but is not done', () => {
    const { after } = suppose({ measures: [{ id: 'R', title: 'R', due: '每月25日前', completedOn: '2022-04-20' }] }, { R: 'done' });
    expect(after.verdicts.get('R')).toMatchObject({ flag: 'onTrack', due: day('2022-07-25') });
  });
});

test('a measure supposed further along is judged by that progress: B at 80 % is worth 0.4', () => {
  expect(suppose(example, { B: { progress: 80 } }).after.verdicts.get('B')).toMatchObject({ flag: 'overdue', value: { numerator: 2, denominator: 5 } });
});

test('a problem supposed closed is closed on the day', () => {
  const rows: Rows = { ...example, problems: [{ id: 'P', title: 'P', foundOn: '2022-05-01', due: '6月20日' }] };
  const { before, after } = suppose(rows, { P: 'done' });
  expect(before.verdicts.get('P')?.flag).toBe('overdue');
  expect(after.verdicts.get('P')?.flag).toBe('doneLate');
});

test('supposing nothing, or of rows that are not there, changes nothing', () => {
  const { before, after } = suppose(example, { elsewhere: 'done' });
  expect({ ...after, directory: null }).toEqual({ ...before, directory: null });
});

test('supposing any open measure of the unit done never lowers its score', () => {
  const progress = fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined });
  const due = fc.constantFrom('5月底前', '6月15日', '6月30日', '7月5日', '年底前', '长期坚持', '尽快', '');
  const measure = fc.record({ due, progress }).map(({ due: wording, progress: share }) => ({
    ...(wording !== '' && { due: wording }),
    ...(share !== undefined && { progress: share }),
    status: 'open',
  }));
  fc.assert(
    fc.property(fc.array(measure, { minLength: 1, maxLength: 6 }), fc.nat(), (contents, pick) => {
      const rows = { measures: contents.map((content, at) => ({ ...content, id: `M${at}`, title: `措施${at}` })) };
      const { before, after } = suppose(rows, { [`M${pick % contents.length}`]: 'done' });
      expect(Number(scoreOf(after))).toBeGreaterThanOrEqual(Number(scoreOf(before)));
    }),
  );
});

test('the rows given are left as they are', () => {
  const entries = entriesOf(example);
  const copy = structuredClone(entries);
  whatIf({ entries, plan: plan2022, asOf: day(AS_OF), calendar }, new Map((entries.measures as Entry[]).map(({ id }) => [id, 'done'])));
  expect(entries).toEqual(copy);
});
