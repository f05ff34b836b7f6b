import { beforeEach, describe, expect, test } from 'vitest';
import type { Cell } from '../../shared/cell.ts';
import type { EntriesAnswer, OverdueAnswer } from '../../shared/contract/entries.ts';
import type { RevisionsAnswer } from '../../shared/contract/revisions.ts';
import type { ScoresAnswer } from '../../shared/contract/scores.ts';
import { addKey, columns, draftOf, measure, startServer, ulid, type Server } from './support/server.ts';

const OWN = '区发改委';
const [own, others, supported] = [ulid(), ulid(), ulid()];
let server: Server;
let clerk: string;

beforeEach(async () => {
  server = startServer();
  await server.push({ columns: ['id', 'name', 'aliases'], rows: [[ulid(), OWN, '发展和改革委员会']] }, { register: 'units' });
  const rows = [
    measure({ id: own, unit: OWN, due: '5月底前' }),
    measure({ id: others, unit: '区住建局', due: '5月底前' }),
    measure({ id: supported, unit: '区住建局、发展和改革委员会', due: '年底前' }),
  ];
  await server.push({ columns, rows });
  clerk = await addKey('clerk', OWN);
});

describe('a clerk', () => {
  test('pushes measures that the own unit leads, by any of its names', async () => {
    const answer = await server.push(
      { base: 2, columns, rows: [measure({ unit: '发展和改革委员会' }), measure({ id: own, unit: OWN, due: '5月底前', progress: 10 })] },
      { key: clerk },
    );
    expect(answer.rows.outcome).toEqual(['inserted', 'updated']);
    expect(answer.units.map(({ unit }) => unit)).toEqual([OWN]);
  });

  test('cannot touch another unit’s measure, nor learn whether it is there', async () => {
    const answer = await server.push(
      { base: 2, columns, rows: [measure({ id: others, unit: '区住建局' }), measure({ unit: '区住建局' }), measure({ id: supported, unit: OWN })] },
      { key: clerk },
    );
    expect(answer.rows.outcome).toEqual(['rejected', 'rejected', 'rejected']);
    const found = answer.rows.problems.map((problems) => problems.map(({ code, column }) => ({ code, column })));
    expect(found).toEqual(Array.from({ length: 3 }, () => [{ code: 'outOfScope', column: 'unit' }]));
  });

  test('cannot take a measure over by another push without its unit', async () => {
    const answer = await server.push(
      {
        base: 2,
        columns: ['id', 'progress'],
        rows: [
          [others, 90],
          [own, 90],
        ],
      },
      { key: clerk },
    );
    expect(answer.rows.outcome).toEqual(['rejected', 'updated']);
  });

  test('reads what names the own unit, and nothing else', async () => {
    const entries = await server.get<EntriesAnswer>('/v1/registers/measures/entries', clerk);
    expect(entries.body.rows.map(([id]) => id)).toEqual([own, supported]);
    const overdue = await server.get<OverdueAnswer>('/v1/overdue?asOf=2022-06-30', clerk);
    expect(overdue.body.entries.map(({ id }) => id)).toEqual([own]);
    const scores = await server.get<ScoresAnswer>('/v1/scores?asOf=2022-06-30', clerk);
    expect(scores.body.units.map(({ unit }) => unit)).toEqual([OWN]);
  });

  test('opens the own receipt; another unit’s is as if it were not there', async () => {
    expect((await server.get(`/v1/scores/${encodeURIComponent('发展和改革委员会')}?asOf=2022-06-30`, clerk)).body).toMatchObject({ unit: OWN });
    const path = `/v1/scores/${encodeURIComponent('区住建局')}`;
    const refused = await server.refused(path, { key: clerk });
    const unknown = await server.refused(`/v1/scores/${encodeURIComponent('区某局')}`, { key: clerk });
    expect([refused.status, refused.body.code]).toEqual([404, 'unitUnknown']);
    expect([unknown.status, unknown.body.code]).toEqual([404, 'unitUnknown']);
  });
});

describe('what would tell a clerk of others', () => {
  type Ranked = Pick<ScoresAnswer['units'][number], 'unit' | 'rank' | 'tierRank'>;
  const receipt = `/v1/scores/${encodeURIComponent(OWN)}?asOf=2022-06-30`;
  const ranksOf = async (): Promise<(number | null)[]> => {
    const { units } = (await server.get<ScoresAnswer>('/v1/scores?asOf=2022-06-30', clerk)).body;
    const pushed = await server.push({ base: 100, columns: ['id', 'note'], rows: [[own, 'x']], dryRun: true }, { key: clerk });
    const shown = (await server.get<Ranked>(receipt, clerk)).body;
    return [...units, ...pushed.units, shown].filter(({ unit }) => unit === OWN).flatMap(({ rank, tierRank }) => [rank, tierRank]);
  };

  test('the own rank is kept back with the others’ totals, and told when the plan publishes scores', async () => {
    expect(await ranksOf()).toEqual([null, null, null, null, null, null]);
    await server.putPlan(1, { ...draftOf(2022), publishScores: true });
    expect(await ranksOf()).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('an id of another unit’s row in another register is out of scope, like any other of theirs', async () => {
    const problem = ulid();
    await server.push({ columns: ['id', 'unit', 'title', 'foundOn'], rows: [[problem, '区住建局', '台账不实', '2022-05-01']] }, { register: 'problems' });
    const answer = await server.push({ base: 100, columns, rows: [measure({ id: problem, unit: OWN })] }, { key: clerk });
    expect(answer.rows.problems[0]).toMatchObject([{ code: 'outOfScope' }]);
  });

  test('a unit that only others’ rows name is as unknown to it as one that nobody names', async () => {
    await server.push({ base: 2, columns, rows: [measure({ unit: '区教育局' })] });
    const rows = ['区教育局', '区无此局'].map((coUnits) => [...measure({ unit: OWN }), coUnits]);
    const answer = await server.push({ base: 3, columns: [...columns, 'coUnits'], rows }, { key: clerk });
    expect(answer.rows.problems.map((problems) => problems.map(({ code, column }) => [code, column]))).toEqual([
      [['unitNotThere', 'coUnits']],
      [['unitNotThere', 'coUnits']],
    ]);
  });

  test('of other units’ rows it reads what their names are and in which list they are ranked, and no history', async () => {
    const other = ulid();
    const fields = ['id', 'name', 'code', 'aliases', 'tier', 'leader', 'assessed'];
    const cells = [other, '区住建局', '0017', '住建局', '重点部门', '钱局长', '是'];
    const { revision } = await server.push({ base: 2, columns: fields, rows: [cells] }, { register: 'units' });
    const { body } = await server.get<EntriesAnswer>('/v1/registers/units/entries?since=0', clerk);
    expect(body.columns).toEqual(fields);
    expect(body.rows.find(([id]) => id === other)).toEqual([other, '区住建局', null, '住建局', 'key', null, null]);
    expect(await server.refused(`/v1/registers/units/entries/${other}/history`, { key: clerk })).toMatchObject({ status: 404, body: { code: 'entryUnknown' } });
    expect(await server.refused(`/v1/revisions/${revision}`, { key: clerk })).toMatchObject({ status: 404, body: { code: 'revisionUnknown' } });
    const { revisions } = (await server.get<RevisionsAnswer>('/v1/revisions', clerk)).body;
    expect(revisions.map((one) => one.revision)).toEqual([2, 1]); // of its own rows, its unit's own among them
    expect((await server.get<EntriesAnswer>('/v1/registers/units/entries')).body.rows.find(([id]) => id === other)).toContain('钱局长');
  });

  test('a row that was another unit’s tells nothing of what it was then', async () => {
    await server.push({ base: 2, columns, rows: [measure({ id: others, unit: '区住建局', due: '5月底前', progress: 80 })] });
    await server.push({ base: 3, columns, rows: [measure({ id: others, unit: OWN, due: '6月底前', progress: 10 })] });
    const { body } = await server.get<EntriesAnswer>('/v1/registers/measures/entries?asOf=2022-06-30', clerk);
    const at = body.rows.findIndex(([id]) => id === others);
    expect(body.memories[at]).toEqual({ wordedOn: '2022-06-30', readIn: '2022-01-01/2022-12-31', firstDue: '2022-06-30' });
    expect(body.verdicts?.hints[at]).toEqual([]);
  });
});

describe('units that are not there', () => {
  const fields = [...columns, 'coUnits'];
  const push = (rows: Cell[][], key = clerk): ReturnType<Server['push']> => server.push({ base: 2, columns: fields, rows }, { key });

  test('are made by no clerk: the row is rejected with the cell, the value and what was expected', async () => {
    const answer = await push([
      [...measure({ unit: `${OWN}、区无此局` }), null],
      [...measure({ unit: OWN }), '区住建局、区某局；区某局二'],
    ]);
    expect(answer.rows.outcome).toEqual(['rejected', 'rejected']);
    expect(answer.rows.problems).toMatchObject([
      [{ code: 'unitNotThere', params: { unit: '区无此局' }, column: 'unit', value: `${OWN}、区无此局` }],
      [
        { params: { unit: '区某局' }, column: 'coUnits', value: '区住建局、区某局；区某局二' },
        { params: { unit: '区某局二' }, column: 'coUnits' },
      ],
    ]);
    expect(answer.newUnits).toEqual([]);
    expect(answer.rows.problems[0]?.[0]?.message).toContain('没有“区无此局”这个单位');
  });

  test('are made by an assessor, and are there for clerks whose rows name them', async () => {
    expect((await push([[...measure({ unit: OWN }), '区无此局']], await addKey('assessor', null))).newUnits).toEqual(['区无此局']);
    expect((await push([[...measure({ unit: OWN }), '区无此局']])).rows.outcome).toEqual(['inserted']);
  });

  test('are no obstacle to a clerk whose own unit has no row yet', async () => {
    const alone = await addKey('clerk', '区档案馆');
    expect((await push([[...measure({ unit: '区档案馆' }), '发展和改革委员会']], alone)).rows.outcome).toEqual(['inserted']);
  });
});

test('a locked list stays locked for a day that another plan is for', async () => {
  const { period: _period, ...draft } = draftOf(2022);
  const year = new Date().getFullYear();
  await server.putPlan(1, { ...draft, period: { start: `${year}-01-01`, end: `${year}-12-31` }, listLockedOn: `${year}-01-01` });
  const rows = [measure({ id: own, unit: OWN, title: '改了名' })];
  const answer = await server.push({ base: 2, asOf: '2022-06-30', columns, rows }, { key: clerk });
  expect(answer.rows.problems[0]?.map(({ code, column }) => [code, column])).toContainEqual(['fieldLocked', 'title']);
});

test('an assessor pushes measures but no units; a viewer reads all and pushes nothing', async () => {
  const [assessor, viewer] = [await addKey('assessor', null), await addKey('viewer', null)];
  expect((await server.push({ base: 2, columns, rows: [measure({ unit: '区住建局' })] }, { key: assessor })).counts.inserted).toBe(1);
  await expect(server.push({ columns: ['id', 'name'], rows: [[ulid(), '区某局']] }, { register: 'units', key: assessor })).rejects.toThrow('roleForbids');
  await expect(server.push({ columns, rows: [measure({})] }, { key: viewer })).rejects.toThrow('roleForbids');
  expect((await server.get<ScoresAnswer>('/v1/scores?asOf=2022-06-30', viewer)).body.units).toHaveLength(2);
});
