import { expect, test } from 'vitest';
import { clauseIds, defaultPlan, gradeIds, indicatorIds } from '../../../shared/scoring/plan.ts';
import { clauses, indicators } from '../../../shared/scoring/rules.ts';

test('a workspace starts with the plan of a calendar year, as the domain tells it', () => {
  const plan = defaultPlan(2022);
  expect(plan).toMatchObject({ version: 1, period: { start: '2022-01-01', end: '2022-12-31' }, district: '', restDayPolicy: 'keep', listLockedOn: null });
  expect(Object.entries(plan.indicators).map(([id, { weight }]) => [id, weight])).toEqual([
    ['completion', 40],
    ['reporting', 10],
    ['rectification', 20],
    ['inspection', 15],
    ['spotcheck', 5],
    ['satisfaction', 10],
  ]);
  expect(plan.clauses).toEqual({
    overdueMeasure: { lead: -1, co: -0.5 },
    overdueProblem: -1,
    writtenOrder: -1,
    falseReport: -3,
    lateReport: -0.1,
    missingReport: -0.5,
  });
  expect(plan.grades.map(({ id, from }) => [id, from])).toEqual([
    ['excellent', 90],
    ['good', 80],
    ['pass', 60],
    ['fail', 0],
  ]);
  expect(plan.publishScores).toBe(false);
});

test('every indicator, clause and grade that is named has its rule, in the order receipts list them', () => {
  expect(indicators.map(({ id }) => id)).toEqual(indicatorIds);
  expect(clauses.map(({ id }) => id)).toEqual(clauseIds);
  expect(defaultPlan(2022).grades.map(({ id }) => id)).toEqual(gradeIds);
});
