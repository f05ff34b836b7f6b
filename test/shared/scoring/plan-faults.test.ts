import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { say } from '../../../shared/contract/messages/index.ts';
import { planDraft } from '../../../shared/contract/plan.ts';
import { message, type Message } from '../../../shared/message.ts';
import { planFaults } from '../../../shared/scoring/plan-faults.ts';
import { numberBounds, planNumberPointers, planNumbers } from '../../../shared/scoring/plan-numbers.ts';
import { defaultPlan, type PlanDraft } from '../../../shared/scoring/plan.ts';

const { version: _version, ...draft } = defaultPlan(2022);

/** The default plan with something else at a JSON pointer. */
function withAt(pointer: string, value: unknown): PlanDraft {
  const changed: PlanDraft = structuredClone(draft);
  const steps = pointer.slice(1).split('/');
  const last = steps.pop() ?? '';
  let inner = changed as unknown as Record<string, unknown>;
  for (const step of steps) inner = inner[step] as Record<string, unknown>;
  inner[last] = value;
  return changed;
}

describe('a plan', () => {
  test('as workspaces start with has no fault', () => {
    expect(planFaults(draft)).toEqual([]);
    expect(planDraft.parse(draft)).toEqual(draft);
  });

  test('has every number of it among those that are checked', () => {
    const found: string[] = [];
    const walk = (value: unknown, pointer: string): void => {
      if (typeof value === 'number') found.push(pointer);
      else if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) walk(inner, `${pointer}/${key}`);
    };
    walk(draft, '');
    expect(planNumberPointers.toSorted()).toEqual(found.toSorted());
  });

  test.each([
    ['/period/start', '2022-02-30', 'plan.date'],
    ['/period/end', '', 'plan.date'],
    ['/period/end', '2021-12-31', 'plan.notBefore'],
    ['/period/end', '2202-12-31', 'plan.withinYears'],
    ['/district', '区'.repeat(51), 'plan.shortText'],
    ['/dueSoonDays', 7.5, 'plan.wholeBetween'],
    ['/dueSoonDays', -1, 'plan.wholeBetween'],
    ['/immediateWorkdays', 1e9, 'plan.wholeBetween'],
    ['/behindTolerance', 1.2, 'plan.between'],
    ['/lateFloor', Number.NaN, 'plan.between'],
    ['/latePerDay', 0.0000001, 'plan.decimals'],
    ['/cap', 0, 'plan.above'],
    ['/indicators/completion/weight', -1, 'plan.between'],
    ['/severityWeights/serious', -3, 'plan.between'],
    ['/clauses/overdueMeasure/lead', 1, 'plan.between'],
    ['/clauses/falseReport', 0.1, 'plan.between'],
    ['/grades/1/from', 90, 'plan.below'],
    ['/grades/3/from', 10, 'plan.zero'],
    ['/grades/0/id', 'good', 'plan.gradeHere'],
    ['/listLockedOn', '2022-13-01', 'plan.dateOrNone'],
  ])('%s %s: %s', (pointer, value, code) => {
    expect(planFaults(withAt(pointer, value))).toEqual([{ pointer, value, expected: expect.objectContaining({ code }) as unknown }]);
  });

  test.each<[string, unknown, string, Message['params']]>([
    ['/period/end', '2021-12-31', 'plan.notBefore', { start: '2022-01-01' }],
    ['/period/end', '2027-01-01', 'plan.withinYears', { years: 5, start: '2022-01-01' }],
    ['/district', '区'.repeat(51), 'plan.shortText', { max: 50 }],
    ['/dueSoonDays', 367, 'plan.wholeBetween', { min: 0, max: 366 }],
    ['/minSample', 30.5, 'plan.wholeBetween', { min: 0, max: 1_000_000 }],
    ['/cap', 0, 'plan.above', { min: 0, max: 1_000 }],
    ['/cap', 1_001, 'plan.above', { min: 0, max: 1_000 }],
    ['/latePerDay', 0.0000001, 'plan.decimals', { decimals: 6 }],
    ['/clauses/falseReport', -1_001, 'plan.between', { min: -1_000, max: 0 }],
    ['/grades/1/from', 95, 'plan.below', { before: 90 }],
    ['/grades/1/id', 'pass', 'plan.gradeHere', { grade: 'good' }],
    ['/grades/3/from', 0.5, 'plan.zero', {}],
    ['/grades/3/from', -1, 'plan.between', { min: 0, max: 1_000 }],
  ])('%s %s: the message tells what was expected, %s %o', (pointer, value, code, params) => {
    expect(planFaults(withAt(pointer, value))).toEqual([{ pointer, value, expected: message(code, params) }]);
  });

  test.each<[string, unknown]>([
    ['/period/end', '2022-01-01'],
    ['/period/end', '2026-12-31'],
    ['/district', '区'.repeat(50)],
    ['/dueSoonDays', 366],
    ['/latePerDay', 0.000001],
    ['/grades/1/from', 89.9],
    ['/listLockedOn', '2022-03-01'],
    ['/severityWeights/minor', 0],
    ['/severityWeights/serious', 0],
  ])('%s may be %s', (pointer, value) => {
    expect(planFaults(withAt(pointer, value))).toEqual([]);
  });

  test('both ends of a period that are no dates are both told, and one without the other', () => {
    expect(planFaults({ ...draft, period: { start: 'x', end: 'y' } }).map(({ pointer }) => pointer)).toEqual(['/period/start', '/period/end']);
    expect(planFaults({ ...draft, period: { start: 'x', end: '2021-12-31' } }).map(({ pointer }) => pointer)).toEqual(['/period/start']);
  });

  test('what is no number is told as that, not as a weight of 0', () => {
    const indicators = Object.fromEntries(Object.keys(draft.indicators).map((id) => [id, { weight: Number.NaN }])) as PlanDraft['indicators'];
    expect(planFaults({ ...draft, indicators }).map(({ pointer }) => pointer)).not.toContain('/indicators');
  });

  test('needs one indicator in it, and one severity that counts', () => {
    const indicators = Object.fromEntries(Object.keys(draft.indicators).map((id) => [id, { weight: 0 }])) as PlanDraft['indicators'];
    expect(planFaults({ ...draft, indicators })).toMatchObject([{ pointer: '/indicators', value: null, expected: { code: 'plan.oneWeight' } }]);
    const severityWeights = { minor: 0, major: 0, serious: 0 };
    expect(planFaults({ ...draft, severityWeights })).toMatchObject([{ pointer: '/severityWeights', expected: { code: 'plan.oneWeight' } }]);
    expect(planFaults(withAt('/indicators/satisfaction/weight', 0))).toEqual([]);
  });

  test('has no grade that begins above the highest score there is: nobody could reach it', () => {
    const [excellent, good] = [message('plan.reachable.excellent', { cap: 85 }), message('plan.reachable.good', { cap: 79.9 })];
    expect(planFaults(withAt('/cap', 85))).toEqual([{ pointer: '/grades/0/from', value: 90, expected: excellent }]);
    expect(planFaults(withAt('/cap', 79.9))).toMatchObject([{ pointer: '/grades/0/from' }, { pointer: '/grades/1/from', value: 80, expected: good }]);
    expect(planFaults(withAt('/cap', 90))).toEqual([]);
    expect(planFaults(withAt('/grades/0/from', 100.5))).toMatchObject([{ pointer: '/grades/0/from', value: 100.5, expected: { params: { cap: 100 } } }]);
    expect(say(excellent, 'zh-CN')).toBe('不超过满分 85 的数，否则没有单位能评为优秀');
    expect(say(good, 'en')).toBe('at most the highest score 79.9, so that Good can be reached');
  });

  test('needs all four grades', () => {
    expect(planFaults({ ...draft, grades: draft.grades.slice(1) })).toEqual([
      { pointer: '/grades', value: 3, expected: message('plan.fourGrades', { grades: 'excellent, good, pass, fail' }) },
    ]);
  });

  test('may have any number within the bounds of its kind, and none outside', () => {
    const pointers = planNumberPointers.filter((pointer) => !pointer.startsWith('/grades'));
    fc.assert(
      fc.property(fc.constantFrom(...pointers), fc.integer({ min: -1_100, max: 1_100 }), (pointer, value) => {
        const { min, max, aboveMin } = numberBounds[planNumbers[pointer]];
        const isWithin = value <= max && (aboveMin ? value > min : value >= min);
        const faults = planFaults(withAt(pointer, value)).map((fault) => fault.pointer);
        // A low cap is a fault of the grades above it.
        expect(faults.filter((found) => !found.startsWith('/grades'))).toEqual(isWithin ? [] : [pointer]);
      }),
    );
  });

  test('every expectation has its words in both languages', () => {
    const broken = { ...withAt('/cap', 0), grades: [], district: '区'.repeat(99), listLockedOn: 'x', period: { start: 'x', end: 'y' } };
    for (const { expected } of planFaults(broken)) {
      for (const language of ['zh-CN', 'en'] as const) expect(say(expected, language)).not.toMatch(/^plan\.|\{/);
    }
  });
});
