import { describe, expect, test } from 'vitest';
import { columns, countOf, measure, startServer, ulid } from './support/server.ts';

describe('rejected rows are named by column, code and value, and the rest goes in', () => {
  test.each([
    { name: 'no unit', row: measure({ unit: null }), column: 'unit', code: 'required', value: null },
    { name: 'no title', row: measure({ title: '  ' }), column: 'title', code: 'required', value: '  ' },
    { name: 'an Excel error value', row: measure({ title: '#REF!' }), column: 'title', code: 'errorValue', value: '#REF!' },
    { name: 'no id', row: [null, '区发改委', 'x', null, null, null, null], column: 'id', code: 'idMissing', value: null },
    { name: 'a malformed id', row: measure({ id: '17' }), column: 'id', code: 'idMalformed', value: '17' },
  ])('$name', async ({ row, column, code, value }) => {
    const server = startServer();
    const answer = await server.push({ columns, rows: [measure({}), row, measure({})] });
    expect(answer.rows.outcome).toEqual(['inserted', 'rejected', 'inserted']);
    expect(answer.rows.problems[1]).toMatchObject([{ column, code, value }]);
    expect(answer.rows.problems[1]?.[0]?.message).not.toMatch(/^problem\./);
    expect([answer.rows.flag[1], answer.rows.card[1], answer.rows.due[1], answer.rows.score[1], answer.rows.reading[1]]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(await countOf('entry')).toBe(2);
  });

  test('progress outside 0–100, and several problems of one row', async () => {
    const server = startServer();
    const answer = await server.push({ columns, rows: [measure({ title: null, progress: 130 })] });
    expect(answer.rows.problems[0]?.map(({ column, value }) => [column, value])).toEqual([
      ['title', null],
      ['progress', 130],
    ]);
  });

  test('an id twice in the push: neither row goes in', async () => {
    const server = startServer();
    const id = ulid();
    const answer = await server.push({ columns, rows: [measure({ id }), measure({}), measure({ id, title: 'copy' })] });
    expect(answer.rows.outcome).toEqual(['rejected', 'inserted', 'rejected']);
    expect(answer.rows.problems[2]).toMatchObject([{ column: 'id', code: 'idTwice', params: { id, count: 2 } }]);
  });

  test('an id used in another register', async () => {
    const server = startServer();
    const id = ulid();
    await server.push({ columns: ['id', 'name'], rows: [[id, '区发改委']] }, { register: 'units' });
    const answer = await server.push({ columns, rows: [measure({ id })] });
    expect(answer.rows.problems[0]).toMatchObject([{ column: 'id', code: 'idElsewhere' }]);
  });

  test('a push of nothing but rejected rows makes no revision', async () => {
    const server = startServer();
    expect(await server.push({ columns, rows: [measure({ unit: null })] })).toMatchObject({ revision: 0, counts: { rejected: 1 } });
    expect(await countOf('revision')).toBe(0);
  });
});

describe('two units of the same name', () => {
  const units = { register: 'units' } as const;
  const unitColumns = ['id', 'name'];

  test('the later row is rejected and names the other', async () => {
    const server = startServer();
    const answer = await server.push(
      {
        columns: unitColumns,
        rows: [
          [ulid(), '区文化和旅游局'],
          [ulid(), '区文化与旅游局'],
        ],
      },
      units,
    );
    expect(answer.rows.outcome).toEqual(['inserted', 'rejected']);
    expect(answer.rows.problems[1]).toMatchObject([{ column: 'name', code: 'unitTwice', params: { other: '区文化和旅游局' } }]);
  });

  test('a stored one comes before a pushed one, but two may change names in one push', async () => {
    const server = startServer();
    const [a, b] = [ulid(), ulid()];
    await server.push(
      {
        columns: unitColumns,
        rows: [
          [a, '甲局'],
          [b, '乙局'],
        ],
      },
      units,
    );
    const twin = await server.push(
      {
        base: 1,
        columns: unitColumns,
        rows: [
          [ulid(), '甲局'],
          [a, '甲局'],
        ],
      },
      units,
    );
    expect(twin.rows.outcome).toEqual(['rejected', 'unchanged']);
    const swapped = await server.push(
      {
        base: 1,
        columns: unitColumns,
        rows: [
          [a, '乙局'],
          [b, '甲局'],
        ],
      },
      units,
    );
    expect(swapped.rows.outcome).toEqual(['updated', 'updated']);
  });
});
