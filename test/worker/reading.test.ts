import { describe, expect, test } from 'vitest';
import type { EntriesAnswer, OverdueAnswer } from '../../shared/contract/entries.ts';
import type { ReceiptAnswer, ScoresAnswer } from '../../shared/contract/scores.ts';
import { addKey, columns, draftOf, measure, startServer, ulid, type Reply } from './support/server.ts';

const ENTRIES = '/v1/registers/measures/entries?asOf=2022-06-30';

describe('entries', () => {
  test('come in pages that together hold each once, in order of id', async () => {
    const server = startServer();
    const rows = Array.from({ length: 7 }, () => measure({}));
    await server.push({ columns, rows });
    const seen: unknown[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const { body }: Reply<EntriesAnswer> = await server.get(`${ENTRIES}&limit=3${cursor === null ? '' : `&cursor=${cursor}`}`);
      seen.push(...body.rows.map(([id]) => id));
      cursor = body.next;
      pages += 1;
    } while (cursor !== null);
    expect(seen).toEqual(rows.map(([id]) => id));
    expect(pages).toBe(3);
  });

  test('read in pages while others push lose nothing: every page tells the revision of the first as the next since', async () => {
    const server = startServer();
    const [a, b, c] = [ulid(), ulid(), ulid()];
    await server.push({ columns, rows: [a, b, c].map((id) => measure({ id, progress: 1 })) });
    const first = (await server.get<EntriesAnswer>(`${ENTRIES}&limit=1`)).body;
    await server.push({ base: 1, columns, rows: [measure({ id: a, progress: 2 })] });
    const second = (await server.get<EntriesAnswer>(`${ENTRIES}&limit=1&cursor=${first.next}`)).body;
    const third = (await server.get<EntriesAnswer>(`${ENTRIES}&limit=1&cursor=${second.next}`)).body;
    expect([first, second, third].map(({ revision, rows }) => [revision, rows[0]?.[0]])).toEqual([
      [1, a],
      [1, b],
      [1, c],
    ]);
    expect((await server.get<EntriesAnswer>(`${ENTRIES}&since=${third.revision}`)).body.rows.map(([id]) => id)).toEqual([a]);
    expect((await server.refused(`${ENTRIES}&cursor=${a}`)).body).toMatchObject({ code: 'invalid', pointer: '/cursor' });
  });

  test('that went to another unit since are told as gone, to its clerk and under its name', async () => {
    const server = startServer();
    const [moved, others, brief] = [ulid(), ulid(), ulid()];
    await server.push({ columns, rows: [measure({ id: moved }), measure({ id: others, unit: '区住建局' })] });
    const clerk = await addKey('clerk', '区发改委');
    await server.push({ base: 1, columns, rows: [measure({ id: moved, unit: '区教育局' }), measure({ id: others, unit: '区住建局', progress: 9 })] });
    const goneOf = async (query: string, key?: string) => (await server.get<EntriesAnswer>(`${ENTRIES}&${query}`, key)).body.deleted;
    expect(await goneOf('since=1', clerk)).toEqual([moved]);
    expect(await goneOf(`since=1&unit=${encodeURIComponent('区发改委')}`)).toEqual([moved]);
    expect([await goneOf('since=1'), await goneOf('since=2', clerk), await goneOf('since=0', clerk)]).toEqual([[], [], []]);
    // Seen by who read in between, gone again by the end.
    await server.push({ base: 2, columns, rows: [measure({ id: brief })] });
    await server.push({ base: 3, columns, rows: [measure({ id: brief, unit: '区教育局' })] });
    await server.delete({ base: 4, ids: [moved, others, brief] });
    expect(await goneOf('since=1', clerk)).toEqual([moved, brief]);
    expect(await goneOf('since=2', clerk)).toEqual([brief]);
    expect(await goneOf('since=4')).toEqual([moved, others, brief]);
  });

  test('have their cells under columns and their verdicts beside', async () => {
    const server = startServer();
    await server.push({ columns, rows: [measure({ title: 'B', due: '6月15日', status: '进行中', progress: 40 })] });
    const { body } = await server.get<EntriesAnswer>(ENTRIES);
    expect(body.columns.slice(0, 4)).toEqual(['id', 'unit', 'title', 'due']);
    expect(body.rows[0]?.slice(1, 4)).toEqual(['区发改委', 'B', '6月15日']);
    expect(body.verdicts).toMatchObject({
      flag: ['overdue'],
      card: ['red'],
      due: ['2022-06-15'],
      daysLeft: [-15],
      score: [20],
      deadline: ['date'],
      hints: [[]],
    });
    expect(body.verdicts.reading[0]).toContain('2022-06-15');
    expect(body).toMatchObject({ revision: 1, asOf: '2022-06-30', revisions: [1], deleted: [], next: null });
  });

  test('can be asked for since a revision, by unit in any spelling, and by flag', async () => {
    const server = startServer();
    const [late, open] = [ulid(), ulid()];
    await server.push({ columns, rows: [measure({ id: late, due: '5月底前' })] });
    await server.push({
      base: 1,
      columns,
      rows: [measure({ id: open, unit: '区住建局，区发改委', due: '年底前', progress: 90 }), measure({ unit: '区教育局', due: '长期坚持' })],
    });
    const idsOf = async (query: string) => (await server.get<EntriesAnswer>(`${ENTRIES}&${query}`)).body.rows.map(([id]) => id);
    expect(await idsOf('since=1')).toHaveLength(2);
    expect(await idsOf('since=2')).toEqual([]);
    expect(await idsOf(`unit=${encodeURIComponent(' 区发改委')}`)).toEqual([late, open]);
    expect(await idsOf('flag=overdue')).toEqual([late]);
  });
});

describe('overdue', () => {
  test('lists open entries that are overdue or due within some days, worst first', async () => {
    const server = startServer();
    const rows = [
      measure({ title: 'due in 5 days', due: '2022-07-05' }),
      measure({ title: 'late by 30', due: '5月底前' }),
      measure({ title: 'late by 15', due: '6月15日' }),
      measure({ title: 'done late', due: '5月底前', status: '已完成', completedOn: '2022-06-10' }),
      measure({ title: 'far', due: '年底前' }),
      measure({ title: 'standing', due: '长期坚持' }),
    ];
    await server.push({ columns, rows });
    const titles = async (query: string) =>
      (await server.get<OverdueAnswer>(`/v1/overdue?asOf=2022-06-30${query}`)).body.entries.map(({ title, daysLeft }) => [title, daysLeft]);
    expect(await titles('')).toEqual([
      ['late by 30', -30],
      ['late by 15', -15],
      ['due in 5 days', 5],
    ]);
    expect(await titles('&within=0')).toHaveLength(2);
    expect(await titles('&within=365')).toHaveLength(4);
  });

  test('lists what counts: no problem found later, and no measure that starts later', async () => {
    const server = startServer();
    const withStart = [...columns, 'start'];
    await server.push({
      columns: withStart,
      rows: [
        [...measure({ title: 'starts later', due: '2022-07-05' }), '2022-07-01'],
        [...measure({ title: 'starts that day', due: '2022-07-05' }), '2022-06-30'],
      ],
    });
    const found = (title: string, on: string): string[] => [ulid(), '区发改委', title, on, '2022-07-05'];
    const problems = [found('found later', '2022-07-01'), found('found that day', '2022-06-30')];
    await server.push({ columns: ['id', 'unit', 'title', 'foundOn', 'due'], rows: problems }, { register: 'problems' });
    const { body } = await server.get<OverdueAnswer>('/v1/overdue?asOf=2022-06-30');
    expect(body.entries.map(({ title }) => title)).toEqual(['starts that day', 'found that day']);
  });

  test('names a unit as the scores do, whichever spelling its open rows have', async () => {
    const server = startServer();
    const done = measure({ unit: '区司法局', due: '5月底前', status: '已完成', completedOn: '2022-05-20' });
    await server.push({ columns, rows: [done, measure({ unit: '区 司法局', due: '6月15日' })] });
    const scores = await server.get<ScoresAnswer>('/v1/scores?asOf=2022-06-30');
    const overdue = await server.get<OverdueAnswer>('/v1/overdue?asOf=2022-06-30');
    expect(overdue.body.entries.map(({ unit }) => unit)).toEqual(scores.body.units.map(({ unit }) => unit));
  });

  test('tells unit, wording and leader of each', async () => {
    const server = startServer();
    await server.push({ columns: [...columns, 'leader', 'coUnits'], rows: [[...measure({ due: '６月15日前', progress: 40 }), '张三', '区住建局']] });
    const { body } = await server.get<OverdueAnswer>('/v1/overdue?asOf=2022-06-30');
    expect(body).toMatchObject({
      asOf: '2022-06-30',
      within: 7,
      entries: [
        { unit: '区发改委', coUnits: ['区住建局'], leader: '张三', wording: '6月15日前', due: '2022-06-15', card: 'red', flag: 'overdue', progress: 40 },
      ],
    });
  });
});

describe('scores', () => {
  test('are ranked, and can be asked for by tier', async () => {
    const server = startServer();
    await server.push(
      {
        columns: ['id', 'name', 'tier'],
        rows: [
          [ulid(), '甲局', '重点'],
          [ulid(), '丙局', '其他'],
        ],
      },
      { register: 'units' },
    );
    await server.push({
      base: 1,
      columns,
      rows: [measure({ unit: '乙局', due: '5月底前' }), measure({ unit: '甲局', status: '完成', completedOn: '2022-05-01', due: '5月底前' })],
    });
    const { body } = await server.get<ScoresAnswer>('/v1/scores?asOf=2022-06-30');
    expect(body.units.map(({ unit, rank, assessed }) => [unit, rank, assessed])).toEqual([
      ['甲局', 1, true],
      ['乙局', 2, true],
      ['丙局', null, false],
    ]);
    const key = await server.get<ScoresAnswer>('/v1/scores?asOf=2022-06-30&tier=key');
    expect(key.body.units.map(({ unit, tierRank }) => [unit, tierRank])).toEqual([['甲局', 1]]);
  });

  test('and receipts tell the first month that anyone reported, which a clerk’s own rows do not, also where reporting weighs nothing', async () => {
    const server = startServer();
    await server.push({ columns, rows: [measure({ due: '年底前', progress: 50 })] });
    const clerk = await addKey('clerk', '区发改委');
    const path = `/v1/scores/${encodeURIComponent('区发改委')}?asOf=2022-06-30`;
    const told = async () => [
      (await server.get<ScoresAnswer>('/v1/scores?asOf=2022-06-30', clerk)).body.reportedFrom,
      (await server.get<ReceiptAnswer>(path, clerk)).body.reportedFrom,
    ];
    expect(await told()).toEqual([null, null]);
    const reports = [
      [ulid(), '区司法局', '2022-03', '2022-04-01'],
      [ulid(), '区司法局', '2021-12', '2022-01-02'],
    ];
    await server.push({ columns: ['id', 'unit', 'month', 'submittedOn'], rows: reports }, { register: 'reports' });
    const draft = draftOf(2022);
    await server.putPlan(1, { ...draft, indicators: { ...draft.indicators, reporting: { weight: 0 } } });
    expect(await told()).toEqual(['2022-03', '2022-03']);
    expect((await server.get<ReceiptAnswer>(path, clerk)).body.lines).toContainEqual(expect.objectContaining({ id: 'missingReport', points: -1.5 }));
  });

  test('are for today in the workspace’s time zone unless told', async () => {
    const server = startServer({ now: () => new Date('2022-06-30T17:00:00Z') });
    expect((await server.get<ScoresAnswer>('/v1/scores')).body.asOf).toBe('2022-07-01');
  });
});
