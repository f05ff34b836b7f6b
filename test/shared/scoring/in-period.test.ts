import { describe, expect, test } from 'vitest';
import type { Content, Entry } from '../../../shared/ledger/entry.ts';
import type { RegisterId } from '../../../shared/registers/index.ts';
import { countsDated, countsMeasure, countsProblem, countsReport } from '../../../shared/scoring/in-period.ts';
import { planOfDay } from '../../../shared/scoring/plan-of-day.ts';
import { defaultPlan } from '../../../shared/scoring/plan.ts';
import { judgeContext } from '../../../shared/verdict/context.ts';
import { judgeProblem } from '../../../shared/verdict/problem.ts';
import type { Verdict } from '../../../shared/verdict/types.ts';
import { calendar, day, judge, measure, plan2022 } from '../support/measures.ts';

/** A period from March to September, looked at in the middle of June. */
const window = () => ({ start: day('2022-03-01'), end: day('2022-09-30'), asOf: day('2022-06-15') });
const entry = (register: RegisterId, content: Content): Entry => ({ id: 'E', register, revision: 1, content, memory: {} });
/** A problem with its verdict, in the middle of June unless said otherwise. */
const judgedProblem = (content: Content, asOf = window().asOf): [Entry, Verdict] => {
  const problem = entry('problems', content);
  return [problem, judgeProblem(problem, judgeContext(plan2022, asOf, calendar))];
};

describe('what counts in a period, as of a day in it', () => {
  test.each<[Content, boolean]>([
    [{ status: 'done', completedOn: '2022-02-28' }, false],
    [{ status: 'done', due: '1月底', completedOn: '2022-02-28' }, false], // done late
    [{ status: 'done', completedOn: '2022-03-01' }, true],
    [{ status: 'done' }, true],
    [{ status: 'open', completedOn: '2022-02-28' }, true],
  ])('a measure %o: %s', (content, counts) => {
    expect(countsMeasure(measure(content), judge(content), window())).toBe(counts);
  });

  test.each<[Content, boolean]>([
    [{ foundOn: '2022-03-01' }, true],
    [{ foundOn: '2022-06-15' }, true],
    [{ foundOn: '2022-06-16' }, false],
    [{}, false],
    [{ foundOn: '2022-02-28' }, true],
    [{ foundOn: '2022-02-28', status: 'done' }, false],
    [{ foundOn: '2022-02-28', status: 'done', closedOn: '2022-02-28' }, false],
    [{ foundOn: '2022-02-28', status: 'done', closedOn: '2022-03-01' }, true],
    [{ foundOn: '2022-02-28', closedOn: '2022-02-28' }, false], // a closing day alone says that it is closed
    [{ foundOn: '2022-02-28', status: 'open', closedOn: '2022-02-28' }, true],
    [{ foundOn: '2022-02-28', status: '整改反复', closedOn: '2022-02-28' }, true],
    [{ foundOn: '2022-02-28', due: '每月末', closedOn: '2022-02-28' }, true], // settles one month of what recurs
    [{ foundOn: '2022-02-28', due: '每月末', status: 'done', closedOn: '2022-02-28' }, false],
    [{ foundOn: '2022-04-01', status: 'done', closedOn: '2022-02-28' }, true],
  ])('a problem %o: %s', (content, counts) => {
    expect(countsProblem(...judgedProblem(content), window())).toBe(counts);
  });

  test('a problem to be closed before the period counts while the day is not there: it is still open', () => {
    const before = { ...window(), asOf: day('2022-02-01') };
    const content = { foundOn: '2022-01-15', closedOn: '2022-02-20' };
    expect(countsProblem(...judgedProblem(content, before.asOf), before)).toBe(true);
  });

  test('a problem found on the last day of the period counts, one found the day after does not', () => {
    const after = { ...window(), asOf: day('2022-12-31') };
    expect(['2022-09-30', '2022-10-01'].map((foundOn) => countsProblem(...judgedProblem({ foundOn }, after.asOf), after))).toEqual([true, false]);
  });

  test.each<[Content, boolean]>([
    [{ month: '2022-03', submittedOn: '2022-06-15' }, true],
    [{ month: '2022-09', submittedOn: '2022-06-01' }, true],
    [{ month: '2022-02', submittedOn: '2022-06-01' }, false],
    [{ month: '2022-10', submittedOn: '2022-06-01' }, false],
    [{ month: '2022-03', submittedOn: '2022-06-16' }, false],
    [{ month: '2022-03' }, false],
    [{ submittedOn: '2022-06-01' }, false],
  ])('a report %o: %s', (content, counts) => {
    expect(countsReport(entry('reports', content), window())).toBe(counts);
  });

  test.each<[Content, boolean]>([
    [{ date: '2022-03-01' }, true],
    [{ date: '2022-02-28' }, false],
    [{ date: '2022-06-15' }, true],
    [{ date: '2022-06-16' }, false],
    [{ checkedOn: '2022-05-01' }, false],
    [{}, false],
  ])('another row by its date %o: %s', (content, counts) => {
    expect(countsDated(entry('surveys', content), 'date', window())).toBe(counts);
  });

  test('another row on the last day of the period counts, on the day after not', () => {
    const after = { ...window(), asOf: day('2022-12-31') };
    expect(['2022-09-30', '2022-10-01'].map((date) => countsDated(entry('surveys', { date }), 'date', after))).toEqual([true, false]);
  });
});

describe('the plan of a day', () => {
  const plans = () => [defaultPlan(2021), { ...defaultPlan(2022), version: 2 }, { ...defaultPlan(2022), version: 3 }];
  const version = (iso: string) => planOfDay(plans(), day(iso)).version;

  test('is the newest whose period holds it, from its first day to its last', () => {
    expect([version('2021-01-01'), version('2021-12-31'), version('2022-01-01'), version('2022-12-31')]).toEqual([1, 1, 3, 3]);
  });

  test('is the newest of all where none holds it', () => {
    expect([version('2020-12-31'), version('2023-01-01')]).toEqual([3, 3]);
    expect(() => planOfDay([], day('2022-01-01'))).toThrow(new RangeError('a workspace has at least one plan'));
  });

  test('is none whose period cannot be read, while another holds the day', () => {
    const unreadable = { ...defaultPlan(2022), version: 9, period: { start: 'x', end: '2022-12-31' } };
    expect(planOfDay([...plans(), unreadable], day('2022-05-05')).version).toBe(3);
    expect(planOfDay([...plans(), { ...unreadable, period: { start: '2022-01-01', end: 'x' } }], day('2022-05-05')).version).toBe(3);
  });
});
