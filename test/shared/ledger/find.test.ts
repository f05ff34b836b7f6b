import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../shared/cell.ts';
import { dataRows, findLedgers, lookedFor } from '../../../shared/ledger/find.ts';
import type { LedgerGuess } from '../../../shared/ledger/find.ts';
import { readRow } from '../../../shared/ledger/rows.ts';
import { registerById } from '../../../shared/registers/index.ts';

/** Field → header of a guess. */
function mapping(guess: LedgerGuess | undefined): Record<string, string> {
  return Object.fromEntries((guess?.columns ?? []).flatMap(({ field, header }) => (field === null ? [] : [[field, header]])));
}

const best = (header: readonly Cell[], ...rows: readonly Cell[][]) => findLedgers([header, ...rows])[0];

describe('which ledger, and where its header is', () => {
  const sheet: Cell[][] = [
    ['乌达区2022年重点工作责任清单', null, null, null, null, null],
    ['填报单位：考核评价组', null, null, null, null, '单位：项'],
    [null, null, null, null, null, null],
    ['序号', '责任单位', '工作措施', '完成时限', '主要负责人', '完成情况'],
    [1, '区发改委', '印发方案', '6月底', '张三', '进行中'],
  ];
  it('finds the header under a merged title and captions', () => {
    const [guess, ...others] = findLedgers(sheet);
    expect(guess).toMatchObject({ register: 'measures', headerRow: 3, missing: [] });
    expect(mapping(guess)).toEqual({ unit: '责任单位', title: '工作措施', due: '完成时限', leader: '主要负责人', status: '完成情况' });
    expect(others).toEqual([]);
  });

  it('tells a list of units from a list of measures', () => {
    expect(best(['序号', '单位名称', '类别', '主要负责人'], [1, '区发改委', '重点部门', '张三'])).toMatchObject({ register: 'units', missing: [] });
    expect(best(['责任单位', '负责人'], ['区发改委', '张三'])?.register).toBe('units');
    expect(best(['牵头单位', '重点任务', '时限要求'])?.register).toBe('measures');
    expect(best(['单位名称'], ['区发改委'])?.register).toBe('units');
  });

  it('reads English headers', () => {
    expect(mapping(best(['No.', 'Unit', 'Measure', 'Due date', 'Owner', 'Progress', 'Completed on', 'Co-units']))).toEqual({
      unit: 'Unit',
      title: 'Measure',
      due: 'Due date',
      leader: 'Owner',
      progress: 'Progress',
      completedOn: 'Completed on',
      coUnits: 'Co-units',
    });
  });

  it('guesses nothing where no row looks like a header, and can say what was looked for', () => {
    expect(findLedgers([])).toEqual([]);
    expect(
      findLedgers([
        ['项目', '金额'],
        ['办公用品', 12],
      ]),
    ).toEqual([]);
    expect(findLedgers([['责任单位：区发改委', '填报日期：2022.6.1']])).toEqual([]);
    const wanted = lookedFor().find(({ register }) => register.id === 'measures');
    expect(wanted?.fields.map(({ field, names }) => [field, names[0]])).toEqual([
      ['unit', '责任单位'],
      ['title', '工作措施'],
    ]);
  });

  it('takes the row that the clerk chose, and says what is missing', () => {
    const cells = [
      ['甲', '乙'],
      ['单位', '要求'],
    ];
    expect(findLedgers(cells)).toEqual([]);
    expect(findLedgers(cells, { headerRow: 1, register: 'measures' })).toMatchObject([
      {
        register: 'measures',
        headerRow: 1,
        missing: ['title'],
        columns: [
          { column: 0, header: '单位', field: 'unit', confidence: 'alias' },
          { column: 1, header: '要求', field: null, confidence: 'guess' },
        ],
      },
    ]);
    expect(findLedgers(cells, { headerRow: 9 })).toEqual([]);
  });
});

describe('headers as clerks write them', () => {
  it.each([
    ['完成时限（2022年）', 'due', 'exact'],
    ['完成\n时限', 'due', 'exact'],
    ['完 成 时 限', 'due', 'exact'],
    ['*完成时限：', 'due', 'exact'],
    ['【完成时限】', 'due', 'exact'],
    ['整改时限', 'due', 'alias'],
    ['ＤＵＥ　ＤＡＴＥ', 'due', 'alias'],
    ['项目整改时限', 'due', 'guess'],
    ['完成时限\n填到日', 'due', 'guess'],
    ['2022年重点任务', 'title', 'guess'],
    ['实际完成时间', 'completedOn', 'alias'],
    ['计划完成时间', 'due', 'alias'],
    ['配合责任单位', 'coUnits', 'alias'],
  ])('%j is %s (%s)', (header, field, confidence) => {
    const [guess] = findLedgers([[header]], { register: 'measures', headerRow: 0 });
    expect(guess?.columns).toEqual([{ column: 0, header: header.trim(), field, confidence }]);
  });

  it('完成时间 is the deadline where no other column is, else the day of completion', () => {
    expect(mapping(best(['责任单位', '工作措施', '完成时间']))).toEqual({ unit: '责任单位', title: '工作措施', due: '完成时间' });
    expect(mapping(best(['责任单位', '工作措施', '完成时间', '完成时限']))).toMatchObject({ due: '完成时限', completedOn: '完成时间' });
    expect(mapping(best(['责任单位', '工作措施', '完成时间', '办结时间']))).toMatchObject({ due: '完成时间', completedOn: '办结时间' });
  });

  it('a header that names two joined by / fits either', () => {
    expect(mapping(best(['责任单位/责任人', '工作措施', '责任人']))).toMatchObject({ unit: '责任单位/责任人', leader: '责任人' });
    expect(mapping(best(['责任单位', '工作措施', '完成时限/完成时间']))).toMatchObject({ due: '完成时限/完成时间' });
    expect(mapping(best(['责任单位', '工作措施', '完成时限', '整改时限/完成时间']))).toMatchObject({ due: '完成时限', completedOn: '整改时限/完成时间' });
  });

  it('a column that matches no field is reported, 序号 is not', () => {
    expect(best(['序号', '责任单位', '工作措施', '所属片区'])?.columns.map(({ header, field }) => [header, field])).toEqual([
      ['责任单位', 'unit'],
      ['工作措施', 'title'],
      ['所属片区', null],
    ]);
  });

  it('no field has two columns, and the surest name wins', () => {
    const guess = best(['责任单位', '牵头单位', '工作措施']);
    expect(guess?.columns.map(({ header, field }) => [header, field])).toEqual([
      ['责任单位', 'unit'],
      ['牵头单位', null],
      ['工作措施', 'title'],
    ]);
  });

  it('of two guesses the one with the field’s own name wins', () => {
    expect(mapping(best(['序号', '年度工作任务', '具体工作措施', '责任单位', '责任领导', '完成时限']))).toMatchObject({
      title: '具体工作措施',
      leader: '责任领导',
    });
  });

  it('an alias is not believed against what stands in the column', () => {
    const header = ['责任单位', '工作措施', '进展情况'];
    expect(mapping(best(header, ['甲', '乙', '已完成初稿'], ['甲', '丙', '正在征求意见']))['progress']).toBeUndefined();
    expect(mapping(best(header, ['甲', '乙', '60%'], ['甲', '丙', 80]))['progress']).toBe('进展情况');
  });
});

describe('our own result columns', () => {
  it.each([
    [['编号', '预警', '时限', '剩余天数', '得分', '说明']],
    [['ID', 'Alert', 'Due date', 'Days left', 'Score', 'Explanation']],
    [['预警', '时限2', '剩余天数', '得分', '说明']],
  ])('%j beside the data are no fields', (own) => {
    expect(mapping(best(['责任单位', '工作措施', ...own]))).toEqual({ unit: '责任单位', title: '工作措施' });
    expect(best(['责任单位', '工作措施', '完成时限', ...own])?.columns).toHaveLength(3);
  });
  it('a clerk’s own column of such a name is', () => {
    expect(mapping(best(['编号', '责任单位', '工作措施', '时限', '说明']))).toMatchObject({ due: '时限' });
  });
});

describe('rows below the header', () => {
  const header: Cell[] = ['序号', '责任单位', '工作措施', '完成时限', '所属片区'];
  const sorted = (...rows: Cell[][]) => {
    const cells = [header, ...rows];
    const [guess] = findLedgers(cells, { headerRow: 0, register: 'measures' });
    if (guess === undefined) throw new Error('no guess');
    const { entries, skipped } = dataRows(cells, guess);
    return { entries, skipped: skipped.map(({ row, reason }) => [row, reason.replace('problem.skipped', '')]) };
  };
  const entry: Cell[] = [1, '区发改委', '印发方案', '6月底', null];

  it('are entries when they hold anything, even if something required is missing', () => {
    expect(sorted(entry, [2, null, '没有单位', null, null], [3, '区发改委', null, '6月底', null])).toEqual({ entries: [1, 2, 3], skipped: [] });
  });
  it('are blank with nothing but 序号 or columns that are no fields; the emptiness at the end is not listed', () => {
    expect(sorted([1, null, ' ', null, null], entry, [null, null, null, null, '东片区'], entry, [4, null, null, null, null], [])).toEqual({
      entries: [2, 4],
      skipped: [
        [1, 'Blank'],
        [3, 'Blank'],
      ],
    });
  });
  it('are blank when what stands there is only computed', () => {
    const cells = [header, [1, null, null, 44_742, null], entry];
    const [guess] = findLedgers(cells);
    expect(guess && dataRows(cells, guess, { isFormula: (row, column) => row === 1 && column === 3 }).entries).toEqual([2]);
  });
  it('are entries when unit and title are computed: a ledger drawn from another sheet', () => {
    const cells = [header, entry, [2, 0, 0, null, null]];
    const [guess] = findLedgers(cells);
    expect(guess && dataRows(cells, guess, { isFormula: () => true }).entries).toEqual([1]);
  });
  it.each([
    ['section', ['一、重点任务', null, null, null, null], 'Section'],
    ['section', [null, '（二）一般任务', null, null, null], 'Section'],
    ['section', ['第一部分 营商环境', null, null, null, null], 'Section'],
    ['section', ['三', '', '', '', ''], 'Section'],
    ['total', ['合  计', null, null, null, null], 'Total'],
    ['total', [null, '合计', 73, null, null], 'Total'],
    ['total', ['小计：5项', null, null, null, null], 'Total'],
    ['total', [null, '区发改委小计', null, '5', null], 'Total'],
    ['note', ['注：时限以文件为准', null, null, null, null], 'Note'],
    ['note', ['填表人：李四', null, '审核人：王五', null, '联系电话：1'], 'Note'],
    ['note', [null, '填表人：李四', '审核人：王五', null, null], 'Note'],
    ['note', [null, null, '审核：王五', null, null], 'Note'],
    ['note', ['单位（盖章）', null, null, null, null], 'Note'],
    ['note', ['※ 每月25日前报送', null, null, null, null], 'Note'],
    ['header', ['序号', '责任单位', '工作措施', '完成时限', null], 'Header'],
    ['header', [1, 2, 3, 4, 5], 'Header'],
  ] as [string, Cell[], string][])('a %s row is passed over: %j', (_, row, reason) => {
    expect(sorted(entry, row, entry)).toEqual({ entries: [1, 3], skipped: [[2, reason]] });
  });
  it.each<[Cell[]]>([
    [[1, '区发改委', '一、推进项目', null, null]],
    [[1, '区发改委', '注：此项为新增', null, null]],
    [['甲', '区审计局', '合计口径统一', '6月底', null]],
    [[1, '区统计局', '统计数据质量小计', null, null]],
    [[null, '区财政局', '审核：压减一般性支出', null, null]],
    [[null, '累计：各单位', '汇总', null, null]],
    [[null, '区发改委', null, null, null]],
    [[null, null, '印发方案', null, null]],
  ])('%j is an entry', (row) => expect(sorted(row)).toEqual({ entries: [1], skipped: [] }));

  it('end where another ledger begins', () => {
    const cells = [header, entry, entry, header, entry];
    const [guess] = findLedgers(cells);
    expect(guess && dataRows(cells, guess, { endRow: 3 }).entries).toEqual([1, 2]);
  });
});

it('reading is independent of row order, blank rows and where the header stands', () => {
  const measures = registerById('measures');
  if (measures === undefined) throw new Error('no register');
  const header = ['序号', '责任单位', '工作措施', '完成时限', '完成进度'];
  const row = fc.tuple(
    fc.constantFrom<Cell>('区发改委', '区财政局、区住建局', null),
    fc.constantFrom<Cell>('印发方案', '推进 项目', '一、建平台'),
    fc.constantFrom<Cell>('6月底', 44_742, '2022.6.30', '——', null),
    fc.constantFrom<Cell>('60%', 30, '一半', null),
  );
  const read = (cells: readonly (readonly Cell[])[]) => {
    const [guess] = findLedgers(cells);
    if (guess === undefined) return null;
    const fed = guess.columns.filter(({ field }) => field !== null);
    const columns = fed.map(({ field }) => field ?? '');
    const readAt = (at: number) =>
      readRow(
        measures,
        columns,
        fed.map(({ column }) => cells[at]?.[column] ?? null),
        { isNew: true },
      );
    return dataRows(cells, guess)
      .entries.map((at) => JSON.stringify(readAt(at)))
      .toSorted();
  };
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 12 }).chain((rows) =>
        fc.record({
          rows: fc.constant(rows),
          shuffled: fc.shuffledSubarray(rows, { minLength: rows.length }),
          blanksAt: fc.array(fc.nat({ max: rows.length }), { maxLength: 4 }),
          above: fc.nat({ max: 6 }),
          left: fc.nat({ max: 3 }),
        }),
      ),
      ({ rows, shuffled, blanksAt, above, left }) => {
        const plain = read([header, ...rows.map((cells, at) => [at + 1, ...cells])]);
        const pad = Array<Cell>(left).fill(null);
        const body = shuffled.flatMap((cells, at) => [...blanksAt.filter((blank) => blank === at).map(() => [...pad, at + 1]), [...pad, at + 1, ...cells]]);
        const titles = Array.from({ length: above }, (_, at): Cell[] => (at === 0 ? ['2022年责任清单'] : []));
        expect(read([...titles, [...pad, ...header], ...body])).toEqual(plain);
      },
    ),
  );
});
