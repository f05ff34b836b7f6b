import { describe, expect, test } from 'vitest';
import { orderOf, type Order } from '../../../shared/report/order.ts';
import { assess } from '../../../shared/scoring/assess.ts';
import { AS_OF, calendar, day, plan2022 } from '../support/measures.ts';
import { entriesOf, type Rows } from '../support/workspace.ts';

const district: Rows = {
  units: [
    { name: '区教育局', leader: '赵局长' },
    { name: '区发改委', leader: '王主任' },
  ],
  measures: [
    { id: 'M1', due: '2022-06-15', progress: 40, leader: '李副主任' },
    { id: 'M2', due: '2022-07-07' },
    { id: 'M3', due: '2022-07-08' },
    { id: 'M4', due: '2022-06-30', status: 'done', completedOn: '2022-06-01' },
    { id: 'M5', unit: '区教育局', coUnits: '区发改委', due: '2022-06-29' },
    { id: 'M6', unit: '区教育局', due: '2022-06-01' },
  ],
  problems: [
    { id: 'P1', foundOn: '2022-05-01', due: '2022-06-01' },
    { id: 'P2', unit: '区教育局', foundOn: '2022-05-01', due: '2022-06-01' },
    { id: 'P3', foundOn: '2022-05-01', due: '2022-06-30' },
  ],
};

function orderOver(rows: Rows, unit: string, asOf = AS_OF, place = 2): Order {
  return orderOf(assess({ entries: entriesOf(rows), plan: plan2022, asOf: day(asOf), calendar }), unit, day(asOf), place);
}

describe('a supervision order (domain, Supervision order)', () => {
  const order = orderOver(district, '区发改委');

  test('lists what is overdue and due soon, led or supported, measures and problems, longest overdue first', () => {
    expect(order.items.map(({ entry, daysLeft, role }) => [entry.id, daysLeft, role])).toEqual([
      ['P1', -29, 'lead'],
      ['M1', -15, 'lead'],
      ['M5', -1, 'co'],
      ['P3', 0, 'lead'],
      ['M2', 7, 'lead'],
    ]);
  });

  test('names the leader of the row, else the unit’s own where the unit leads', () => {
    expect(order.leader).toBe('王主任');
    expect(order.items.map(({ leader }) => leader)).toEqual(['王主任', '李副主任', null, '王主任', '王主任']);
    expect(order.items[2]).toMatchObject({ lead: '区教育局' });
  });

  test('is numbered by the day and the place kept for the unit, wherever the unit stands in the list', () => {
    expect(order.number).toEqual({ year: 2022, day: '0630', place: 2 });
    expect(orderOver({ ...district, units: (district.units ?? []).toReversed() }, '区发改委').number).toEqual(order.number);
    expect(orderOver(district, '区发改委', '2022-07-01', 7).number).toEqual({ year: 2022, day: '0701', place: 7 });
  });

  test('is empty when there is nothing to see to', () => {
    expect(orderOver(district, '区发改委', '2022-03-01').items).toEqual([]);
  });

  test('there is none of a unit that is not listed', () => {
    expect(() => orderOver(district, '区档案馆')).toThrow(RangeError);
  });
});
