import { describe, expect, test } from 'vitest';
import { createClient } from '../../../addin/api/client.ts';
import type { CallOptions } from '../../../addin/api/transport.ts';

/** A client over answers by path and flag, and the addresses asked for. */
function clientOver(answer: (path: string, query: NonNullable<CallOptions['query']>) => unknown) {
  const asked: string[] = [];
  const client = createClient(async <Answer>(_method: string, path: string, options: CallOptions = {}) => {
    asked.push(path);
    return answer(path, options.query ?? {}) as Answer;
  });
  return { client, asked };
}

/** A client to whom measures are answered by flag, with units and their aliases in the register. */
function measuresOver(answer: (query: NonNullable<CallOptions['query']>) => unknown, units: readonly (readonly [name: string, aliases: string])[] = []) {
  const register = { columns: ['id', 'name', 'aliases'], rows: units.map((cells, at) => [`u${at}`, ...cells]), revisions: [], memories: [], next: null };
  return clientOver((path, query) => (path === '/v1/plan' ? { district: '乌达区' } : path.includes('/units/') ? register : answer(query)));
}

function page(ids: readonly string[], next: string | null, daysLeft = ids.map(() => 0)) {
  return {
    columns: ['id', 'unit', 'title', 'due'],
    rows: ids.map((id) => [id, '区发改委', `措施${id}`, '6月底前']),
    verdicts: { card: ids.map(() => 'red'), due: ids.map(() => '2022-06-30'), daysLeft, reading: ids.map(() => '按 2022-06-30 计') },
    next,
  };
}

describe('the open measures', () => {
  test('are asked for by flag, worst first, and within a flag the longest overdue first', async () => {
    const { client } = measuresOver(({ flag }) => {
      if (flag === 'overdue') return page(['a', 'b'], null, [-3, -30]);
      return flag === 'dueSoon' ? page(['c'], null, [2]) : page(flag === undefined ? ['a'] : [], null);
    });
    const { measures, isLedgerEmpty } = await client.openMeasures('2022-06-30');
    expect(measures.map(({ id, flag, daysLeft }) => [id, flag, daysLeft])).toEqual([
      ['b', 'overdue', -30],
      ['a', 'overdue', -3],
      ['c', 'dueSoon', 2],
    ]);
    expect(isLedgerEmpty).toBe(false);
  });

  test('are read page by page; fields that were never pushed are blank', async () => {
    const { client } = measuresOver(({ flag, cursor }) => {
      if (flag !== 'overdue') return page([], null);
      return cursor === 'a' ? page(['b'], null) : page(['a'], 'a');
    });
    const { measures, isLedgerEmpty } = await client.openMeasures('2022-06-30');
    expect(measures.map(({ id, leader, wording }) => [id, leader, wording])).toEqual([
      ['a', '', '6月底前'],
      ['b', '', '6月底前'],
    ]);
    expect(isLedgerEmpty).toBe(true);
  });

  test('name their units as the register of units does, whatever spelling a row has, co-units too', async () => {
    const cells = [
      ['a', '发改委', '措施a', '6月底前', null],
      ['b', '乌达区发展和改革委员会、区财政局', '措施b', '6月底前', '司法局；区发改委'],
    ];
    const { client } = measuresOver(
      ({ flag }) => (flag === 'overdue' ? { ...page(['a', 'b'], null), columns: ['id', 'unit', 'title', 'due', 'coUnits'], rows: cells } : page([], null)),
      [['区发改委', '发展和改革委员会']],
    );
    const { measures } = await client.openMeasures('2022-06-30');
    expect(measures.map(({ unit, coUnits }) => [unit, coUnits])).toEqual([
      ['区发改委', []],
      ['区发改委', ['区财政局', '司法局']],
    ]);
  });
});

test('the name of a unit is escaped in an address', async () => {
  const { client, asked } = clientOver(() => ({}));
  await client.receipt('区工信局/国防科工办', '2022-06-30');
  expect(asked).toEqual([`/v1/scores/${encodeURIComponent('区工信局/国防科工办')}`]);
});

test('a workspace has units once its register has a row', async () => {
  const { client } = clientOver(() => page([], null));
  expect(await client.hasUnits()).toBe(false);
});
