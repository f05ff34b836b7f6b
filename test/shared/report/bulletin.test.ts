import { headText, readHead } from '../../../shared/audit/chain.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bulletinText } from '../../../shared/contract/bulletin-text.ts';
import type { Entry } from '../../../shared/ledger/entry.ts';
import type { RegisterId } from '../../../shared/registers/types.ts';
import { bulletinOf, figureIds, type Bulletin } from '../../../shared/report/bulletin.ts';
import { assess } from '../../../shared/scoring/assess.ts';
import { AS_OF, calendar, day, plan2022 } from '../support/measures.ts';
import { entriesOf, type Rows } from '../support/workspace.ts';

type Entries = Partial<Record<RegisterId, Entry[]>>;

function bulletinOver(entries: Entries, asOf = AS_OF, unit: string | null = null): Bulletin {
  return bulletinOf(assess({ entries, plan: plan2022, asOf: day(asOf), calendar }), unit);
}

function countsOf(bulletin: Bulletin): Record<string, number> {
  return Object.fromEntries(Object.entries(bulletin.figures).flatMap(([id, { count }]) => (count === 0 ? [] : [[id, count]])));
}

/** All that is told of a bulletin. */
function toldOf({ figures, ranking }: Bulletin): unknown {
  const places = (tier: 'key' | 'other') => ranking[tier].map(({ unit, score, tierRank, card }) => ({ unit, score, tierRank, card }));
  return { figures, key: places('key'), other: places('other') };
}

const district: Rows = {
  units: [
    { id: 'U1', name: '区发改委', tier: 'key' },
    { id: 'U2', name: '区教育局', tier: 'other' },
  ],
  measures: [
    { id: 'M1', title: '压减环节', due: '2022-06-15', progress: 40 },
    { id: 'M2', title: '公开清单', due: '2022-12-31', progress: 50 },
    { id: 'M3', unit: '区教育局', coUnits: '区发改委', title: '改善校舍', due: '2022-05-31', status: 'done', completedOn: '2022-05-20' },
  ],
  inspections: [
    { id: 'I1', date: '2022-03-01', kind: 'field', no: '1' },
    { id: 'I2', unit: '区教育局', date: '2022-03-02', kind: 'field', no: '1' },
    { id: 'I3', date: '2022-04-01', kind: 'written', no: '2' },
    { id: 'I4', unit: '区教育局', date: '2022-04-01', kind: 'written', no: '2' },
    { id: 'I5', date: '2022-05-01', kind: 'routine', score: 90 },
    { id: 'I6', unit: '区教育局', date: '2022-05-01', kind: 'routine', score: 80 },
    { id: 'V1', unit: '区档案馆、区教育局', date: '2022-05-02', kind: 'visit', no: '3' },
    { id: 'V2', unit: '区档案馆', date: '2022-06-02', kind: 'visit', no: '4' },
  ],
  problems: [
    { id: 'P1', title: '台账不全', foundOn: '2022-03-01', aspect: '台账管理', due: '2022-04-01', status: 'done', closedOn: '2022-03-20' },
    { id: 'P2', title: '台账缺页', foundOn: '2022-03-02', aspect: '台账 管理', due: '2022-07-01' },
    { id: 'P3', unit: '区教育局', title: '回复超期', foundOn: '2022-05-01', aspect: '办理时效', due: '2022-06-01' },
    { id: 'P4', title: '无类别', foundOn: '2022-05-01', due: '2022-07-31' },
  ],
};

describe('the figures of a bulletin (domain, Bulletin)', () => {
  const { figures, ranking } = bulletinOver(entriesOf(district));

  test('inspections are counted by number, in all and by kind; rows without one by themselves, visits not at all', () => {
    expect(figures.inspections).toEqual({
      count: 4,
      entries: ['I1', 'I2', 'I3', 'I4', 'I5', 'I6'],
      groups: [
        { name: '1', entries: ['I1', 'I2'] },
        { name: '2', entries: ['I3', 'I4'] },
        { name: '2022-05-01', entries: ['I5'] },
        { name: '2022-05-01', entries: ['I6'] },
      ],
    });
    expect([figures.fieldInspections.count, figures.writtenInspections.count, figures.routineInspections.count]).toEqual([1, 1, 2]);
    expect([figures.specialInspections.count, figures.annualInspections.count]).toEqual([0, 0]);
  });

  test('written orders are the rows of the kind written', () => {
    expect(figures.writtenOrders).toEqual({ count: 2, entries: ['I3', 'I4'] });
  });

  test('one inspection in two ways is one inspection, and one of each kind', () => {
    const both = bulletinOver(
      entriesOf({
        inspections: [
          { id: 'A', date: '2022-03-01', kind: 'field', no: '7' },
          { id: 'B', date: '2022-03-01', kind: 'special', no: '7' },
        ],
      }),
    );
    expect(countsOf(both)).toEqual({ inspections: 1, fieldInspections: 1, specialInspections: 1 });
  });

  test('units visited are counted once, however often and with whom they were visited', () => {
    expect(figures.unitsVisited).toEqual({
      count: 2,
      entries: ['V1', 'V2'],
      groups: [
        { name: '区教育局', entries: ['V1'] },
        { name: '区档案馆', entries: ['V1', 'V2'] },
      ],
    });
  });

  test('problems, their different aspects, those closed and those overdue', () => {
    expect(figures.problems).toEqual({ count: 4, entries: ['P1', 'P2', 'P3', 'P4'] });
    expect(figures.aspects.groups).toEqual([
      { name: '办理时效', entries: ['P3'] },
      { name: '台账 管理', entries: ['P1', 'P2'] },
    ]);
    expect([figures.problemsClosed.entries, figures.problemsOverdue.entries]).toEqual([['P1'], ['P3']]);
  });

  test('units that handed in lists are those that lead a measure', () => {
    expect(figures.unitsWithLists.groups).toEqual([
      { name: '区发改委', entries: ['M1', 'M2'] },
      { name: '区教育局', entries: ['M3'] },
    ]);
    expect(figures.measures.entries).toEqual(['M1', 'M2', 'M3']);
  });

  test('red units rest on what is overdue', () => {
    expect(figures.redUnits.groups).toEqual([
      { name: '区发改委', entries: ['M1'] },
      { name: '区教育局', entries: ['P3'] },
    ]);
  });

  test('units are ranked by tier', () => {
    expect(ranking.key.map(({ unit, tierRank }) => [unit, tierRank])).toEqual([['区发改委', 1]]);
    expect(ranking.other.map(({ unit, tierRank }) => [unit, tierRank])).toEqual([['区教育局', 1]]);
  });

  test('rows dated after the day do not count', () => {
    expect(countsOf(bulletinOver(entriesOf(district), '2022-03-01'))).toEqual({
      unitsWithLists: 2,
      measures: 3,
      inspections: 1,
      fieldInspections: 1,
      problems: 1,
      aspects: 1,
    });
  });

  test('of one unit, only the measures it leads and the rows that name it', () => {
    const own = bulletinOver(entriesOf(district), AS_OF, '区教育局');
    expect(countsOf(own)).toEqual({
      unitsWithLists: 1,
      measures: 1,
      inspections: 3,
      fieldInspections: 1,
      writtenInspections: 1,
      routineInspections: 1,
      writtenOrders: 1,
      unitsVisited: 1,
      problems: 1,
      aspects: 1,
      problemsOverdue: 1,
      redUnits: 1,
    });
    expect(own.ranking.key).toEqual([]);
    expect(JSON.stringify(toldOf(own))).not.toContain('区发改委');
  });
});

describe('the text of a bulletin', () => {
  const bulletin = bulletinOver(entriesOf(district));

  test('in Chinese', () => {
    expect(bulletinText(bulletin, day(AS_OF), 'zh-CN', null).split('\n')).toEqual([
      '考核评价情况通报',
      '（截至2022年6月30日）',
      '责任清单：2个单位报送责任清单，共3项措施。',
      '督查考核：开展督查考核4次，其中实地督查1次、书面督办1次、日常考核2次。共下发书面督办2件。实地走访单位2个。',
      '问题整改：发现问题4个，涉及2个方面（办理时效、台账 管理），已整改1个，逾期未整改1个。',
      expect.stringMatching(/^重点部门得分排名：第1名区发改委\d+\.\d\d分（.+）。$/) as string,
      expect.stringMatching(/^其他部门得分排名：第1名区教育局\d+\.\d\d分（.+）。$/) as string,
      '有逾期事项的单位2个：区发改委、区教育局。',
    ]);
  });

  test('in English, with the right number of each word', () => {
    expect(bulletinText(bulletin, day(AS_OF), 'en', null).split('\n').slice(0, 5)).toEqual([
      'Assessment bulletin',
      '(as of 2022-06-30)',
      'Responsibility lists: 2 units have handed in lists with 3 measures.',
      'Inspections: 4 inspections were carried out, of which 1 field, 1 written, 2 routine. 2 written orders were issued. 2 units were visited.',
      'Problems: 4 were found in 2 aspects (办理时效, 台账 管理); 1 is closed, 1 is overdue.',
    ]);
  });

  test('of nothing says so', () => {
    const nothing = bulletinOver({});
    expect(countsOf(nothing)).toEqual({});
    expect(bulletinText(nothing, day(AS_OF), 'zh-CN', null).split('\n').slice(2)).toEqual([
      '责任清单：还没有单位报送责任清单。',
      '督查考核：没有开展督查考核。',
      '问题整改：没有发现问题。',
      '没有逾期事项。',
    ]);
  });

  test('has no line, and no beginning of one, that another clerk wrote', () => {
    const [formula, name] = ['=HYPERLINK("http://example.invalid/")', '=SUM(A1)*'];
    const rows = entriesOf({
      units: [{ id: 'U1', name, tier: 'key' }],
      measures: [{ id: 'M1', unit: name, title: '措施', due: '2022-06-15' }],
      problems: [`作风\n${formula}`, `效率\t${formula}\r\n第1名`].map((aspect, at) => ({
        id: `P${at}`,
        unit: name,
        title: '问题',
        foundOn: '2022-03-01',
        aspect,
      })),
    });
    for (const unit of [null, name]) {
      const hostile = bulletinOver(rows, AS_OF, unit);
      for (const language of ['zh-CN', 'en'] as const) {
        const text = bulletinText(hostile, day(AS_OF), language, null);
        for (const written of [`作风 ${formula}`, `效率 ${formula} 第1名`, name]) expect(text).toContain(written);
        const lines = text.split('\n');
        expect(lines).toHaveLength(7);
        for (const line of lines) expect(line).toMatch(/^[^=+\-@\s][^\t\r]*$/);
      }
    }
  });

  test('ends with the head of the history it rests on, which can be verified later', () => {
    const head = headText({ revision: 42, hash: '9f'.repeat(32) });
    const last = (language: 'zh-CN' | 'en') => bulletinText(bulletinOver({}), day(AS_OF), language, head).split('\n').at(-1);
    expect([last('zh-CN'), last('en')]).toEqual([`数据校验码 ${head}`, `Data seal ${head}`]);
    expect(readHead(head)).toEqual({ revision: 42, hash: '9f'.repeat(32) });
  });
});

const anyUnit = fc.constantFrom('区发改委', '区教育局', '区司法局', '区发改委、区教育局');
const anyDay = fc
  .integer({ min: 1, max: 28 })
  .chain((date) => fc.integer({ min: 1, max: 12 }).map((month) => `2022-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`));
const anyWorkspace = fc
  .record({
    measures: fc.array(fc.record({ unit: anyUnit, title: fc.constant('措施'), due: anyDay, progress: fc.integer({ min: 0, max: 100 }) }), { maxLength: 12 }),
    inspections: fc.array(
      fc.record({
        unit: anyUnit,
        date: anyDay,
        kind: fc.constantFrom('field', 'written', 'routine', 'special', 'annual', 'visit'),
        no: fc.constantFrom('1', '2', ''),
      }),
      { maxLength: 12 },
    ),
    problems: fc.array(fc.record({ unit: anyUnit, title: fc.constant('问题'), foundOn: anyDay, due: anyDay, aspect: fc.constantFrom('一', '二', '') }), {
      maxLength: 12,
    }),
  })
  .map((rows) => entriesOf(rows));

describe('whatever the rows', () => {
  test('a figure is the number of what stands behind it, and its groups hold all of its entries', () => {
    fc.assert(
      fc.property(anyWorkspace, (entries) => {
        const { figures } = bulletinOver(entries);
        for (const id of figureIds) {
          const { count, entries: behind, groups } = figures[id];
          expect(count).toBe((groups ?? behind).length);
          expect([...new Set((groups ?? [{ entries: behind }]).flatMap((group) => group.entries))].toSorted()).toEqual(behind);
        }
      }),
    );
  });

  test('the order of rows changes nothing', () => {
    fc.assert(
      fc.property(anyWorkspace, (entries) => {
        const reversed = Object.fromEntries(Object.entries(entries).map(([register, rows]) => [register, rows.toReversed()]));
        expect(toldOf(bulletinOver(reversed))).toEqual(toldOf(bulletinOver(entries)));
      }),
    );
  });

  test('as of a day, what is dated later makes no difference', () => {
    fc.assert(
      fc.property(anyWorkspace, anyDay, (entries, asOf) => {
        const dated = { inspections: 'date', problems: 'foundOn' } as const;
        const earlier = Object.fromEntries(
          Object.entries(entries).map(([register, rows]) => [
            register,
            rows.filter(({ content }) => register === 'measures' || String(content[dated[register as keyof typeof dated]]) <= asOf),
          ]),
        );
        expect(countsOf(bulletinOver(entries, asOf))).toEqual(countsOf(bulletinOver(earlier, asOf)));
      }),
    );
  });
});
