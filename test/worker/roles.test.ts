import { beforeEach, describe, expect, test } from 'vitest';
import type { EntriesAnswer, OverdueAnswer } from '../../shared/contract/entries.ts';
import type { ScoresAnswer } from '../../shared/contract/scores.ts';
import { addKey, columns, measure, startServer, ulid, type Server } from './support/server.ts';

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

test('an assessor pushes measures but no units; a viewer reads all and pushes nothing', async () => {
  const [assessor, viewer] = [await addKey('assessor', null), await addKey('viewer', null)];
  expect((await server.push({ base: 2, columns, rows: [measure({ unit: '区住建局' })] }, { key: assessor })).counts.inserted).toBe(1);
  await expect(server.push({ columns: ['id', 'name'], rows: [[ulid(), '区某局']] }, { register: 'units', key: assessor })).rejects.toThrow('roleForbids');
  await expect(server.push({ columns, rows: [measure({})] }, { key: viewer })).rejects.toThrow('roleForbids');
  expect((await server.get<ScoresAnswer>('/v1/scores?asOf=2022-06-30', viewer)).body.units).toHaveLength(2);
});
