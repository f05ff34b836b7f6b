import { expect, test } from 'vitest';
import { groupUnits } from '../../../../addin/features/scores/unit-groups.ts';
import type { UnitScore } from '../../../../shared/scoring/types.ts';

function unit(name: string, part: Partial<UnitScore>): UnitScore {
  const blank = { score: null, grade: null, rank: null, tierRank: null, card: 'green', overdue: 0, dueSoon: 0, vetoed: false } as const;
  return { unit: name, tier: 'other', assessed: true, ...blank, ...part };
}

test('units stand by tier in order of rank, those without a rank last, those not assessed apart', () => {
  const groups = groupUnits([
    unit('无得分', {}),
    unit('第三', { rank: 3 }),
    unit('走访过的', { assessed: false, tier: 'key' }),
    unit('第一', { rank: 1 }),
    unit('重点', { rank: 2, tier: 'key' }),
  ]);
  expect(groups.map(({ group, units }) => [group, units.map((one) => one.unit)])).toEqual([
    ['key', ['重点']],
    ['other', ['第一', '第三', '无得分']],
    ['notAssessed', ['走访过的']],
  ]);
});

test('a group without units is left out', () => {
  expect(groupUnits([unit('第一', { rank: 1 })]).map(({ group }) => group)).toEqual(['other']);
});
