import { expect, test } from 'vitest';
import { bulletinSheet } from '../../../../addin/features/bulletin/bulletin-sheet.ts';
import { rankingSheet } from '../../../../addin/features/scores/ranking-sheet.ts';
import type { BulletinAnswer } from '../../../../shared/contract/reports.ts';
import type { ScoresAnswer } from '../../../../shared/contract/scores.ts';
import { speaking } from './speaking.ts';

type Unit = ScoresAnswer['units'][number];

function unit(name: string, part: Partial<Unit>): Unit {
  return {
    unit: name,
    tier: 'key',
    assessed: true,
    score: 90,
    grade: 'excellent',
    rank: 1,
    tierRank: 1,
    card: 'green',
    overdue: 0,
    dueSoon: 0,
    vetoed: false,
    change: null,
    ...part,
  };
}

test('the ranking has the assessed units, best first, and a chart of their scores', async () => {
  const units = [
    unit('区教育局', { tier: 'other', score: null, grade: null, rank: null, tierRank: null, card: 'grey' }),
    unit('区财政局', { score: 75.57, grade: 'pass', rank: 2, tierRank: 2, card: 'red', overdue: 1, change: -3.2 }),
    unit('区发改委', {}),
    unit('区档案馆', { assessed: false, score: null, rank: null }),
  ];
  const sheet = rankingSheet({ asOf: '2022-06-30', revision: 1, planVersion: 2, reportedFrom: null, units }, await speaking('zh-CN'));
  expect(sheet.lines).toEqual([{ left: '截至 2022-06-30', right: '考核方案第 2 版' }]);
  expect(sheet.sections[0]?.rows).toEqual([
    [1, '区发改委', '重点部门', 1, 90, '优秀', null, { text: '正常', card: 'green' }, 0, 0],
    [2, '区财政局', '重点部门', 2, 75.57, '合格', -3.2, { text: '有逾期', card: 'red' }, 1, 0],
    [null, '区教育局', '其他部门', null, null, '无得分', null, { text: '无措施', card: 'grey' }, 0, 0],
  ]);
  const [category = 0, value = 0] = [sheet.chart?.category, sheet.chart?.values[0]];
  expect([sheet.columns[category]?.header, sheet.columns[value]?.header]).toEqual(['单位', '得分']);
});

test('in English the ranking’s tiers are words short enough for their column', async () => {
  const units = [unit('Finance', {}), unit('Archives', { tier: 'other' })];
  const { sections } = rankingSheet({ asOf: '2022-06-30', revision: 1, planVersion: 1, reportedFrom: null, units }, await speaking('en'));
  expect(sections[0]?.rows.map((row) => row[2])).toEqual(['Key', 'Other']);
});

test('the ranking’s chart reaches to 100, and further where the plan lets a score go beyond', async () => {
  const reach = async (score: number) => {
    const sheet = rankingSheet(
      { asOf: '2022-06-30', revision: 1, planVersion: 1, reportedFrom: null, units: [unit('区发改委', { score })] },
      await speaking('zh-CN'),
    );
    return [sheet.chart?.minimum, sheet.chart?.maximum];
  };
  expect(await reach(80)).toEqual([0, 100]);
  expect(await reach(115.2)).toEqual([0, 116]);
});

test('the bulletin has its text above, then the figures that are not zero, then the ranking', async () => {
  const figure = { code: 'bulletin.problems', params: { count: 2 }, message: '', entries: [] };
  const bulletin: BulletinAnswer = {
    asOf: '2022-06-30',
    revision: 1,
    planVersion: 1,
    unit: null,
    figures: [
      { ...figure, id: 'problems', count: 2 },
      {
        ...figure,
        id: 'aspects',
        count: 2,
        groups: [
          { name: '工作落实', entries: [] },
          { name: '政务服务', entries: [] },
        ],
      },
      { ...figure, id: 'problemsClosed', count: 0 },
    ],
    ranking: [
      { tier: 'key', units: [unit('区发改委', {})] },
      { tier: 'other', units: [] },
    ],
    head: null,
    text: { 'zh-CN': '通报标题\n第一段\n第二段', en: 'Title\nFirst' },
    entries: [],
  };
  const sheet = bulletinSheet(bulletin, await speaking('zh-CN'));
  expect([sheet.title, sheet.lines]).toEqual(['通报标题', [{ left: '第一段' }, { left: '第二段' }]]);
  expect(sheet.sections).toEqual([
    {
      rows: [
        ['发现问题', 2, ''],
        ['涉及方面', 2, '工作落实、政务服务'],
      ],
      empty: '这里还没有内容',
    },
    { caption: '重点部门得分排名', rows: [['区发改委', 1, '90.00 优秀']] },
  ]);
  expect(bulletinSheet(bulletin, await speaking('en'))).toMatchObject({
    title: 'Title',
    lines: [{ left: 'First' }],
    sections: [{}, { caption: 'Key departments: ranking' }],
  });
});
