import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editOf, movedOnto } from '../../../../addin/features/plan/plan-edit.ts';
import { planSections } from '../../../../addin/features/plan/plan-sections.ts';
import { changedPointers, draftOf, planPointers, rebased, textsOf } from '../../../../addin/features/plan/plan-texts.ts';
import { planFaults } from '../../../../shared/scoring/plan-faults.ts';
import { defaultPlan } from '../../../../shared/scoring/plan.ts';

const plan = defaultPlan(2022);
const { version: _version, ...draft } = plan;
const texts = textsOf(plan);

describe('a plan as texts', () => {
  test('is the same plan when nothing is written', () => {
    expect(draftOf(texts, plan)).toEqual(draft);
    expect(changedPointers(texts, texts)).toEqual([]);
  });

  test('is shown whole, every field once', () => {
    expect(planSections.flatMap(({ fields }) => fields).toSorted()).toEqual(planPointers.toSorted());
  });

  test('reads numbers as people type them', () => {
    const typed = { ...texts, '/dueSoonDays': '１０', '/clauses/falseReport': '−5', '/clauses/lateReport': ' -0.2 ' } as const;
    const read = draftOf(typed, plan);
    expect(read).toMatchObject({ dueSoonDays: 10, clauses: { falseReport: -5, lateReport: -0.2 } });
    expect(planFaults(read)).toEqual([]);
  });

  test.each(['', '七天', '7天', '1,5', '0x10e', '1e'])('%j for a number is a fault of its field', (text) => {
    expect(planFaults(draftOf({ ...texts, '/dueSoonDays': text }, plan)).map(({ pointer }) => pointer)).toEqual(['/dueSoonDays']);
  });

  test('no day for the lock is none', () => {
    expect(draftOf({ ...texts, '/listLockedOn': '2022-04-01' }, plan).listLockedOn).toBe('2022-04-01');
    expect(draftOf({ ...texts, '/listLockedOn': '' }, plan).listLockedOn).toBeNull();
  });

  test('another way to write the same number is no change', () => {
    expect(changedPointers(texts, { ...texts, '/cap': '100.0' })).toEqual([]);
    expect(changedPointers(texts, { ...texts, '/cap': '110', '/district': '乌达区' })).toEqual(['/district', '/cap']);
  });
});

describe('when others changed the plan meanwhile', () => {
  const edit = { ...editOf(plan, 1), texts: { ...texts, '/cap': '110', '/dueSoonDays': '10' } };
  const theirs = { ...plan, version: 2, cap: 120, minSample: 50 };

  test('what was changed here stays, what was not is as they have it, and both are told', () => {
    const moved = movedOnto(edit, theirs, 2);
    expect(draftOf(moved.texts, moved.base)).toEqual({ ...draft, cap: 110, dueSoonDays: 10, minSample: 50 });
    expect(moved).toMatchObject({ seen: 2, conflict: { version: 2, theirs: ['/minSample'], both: ['/cap'] } });
  });

  test('changes of one side alone are taken as they are', () => {
    fc.assert(
      fc.property(fc.subarray(planPointers.filter((pointer) => pointer.startsWith('/indicators'))), (pointers) => {
        const changed = { ...texts, ...Object.fromEntries(pointers.map((pointer) => [pointer, '33'])) };
        expect(rebased(texts, changed, texts)).toEqual(changed);
        expect(rebased(texts, texts, changed)).toEqual(changed);
      }),
    );
  });
});
