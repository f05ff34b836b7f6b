import { describe, expect, it } from 'vitest';

import { isoOf } from '../../../shared/calendar/day.ts';
import type { Content, EntryMemory } from '../../../shared/ledger/entry.ts';
import { AS_OF, calendar, day, plan2022 } from '../support/measures.ts';
import { judgeContext } from '../../../shared/verdict/context.ts';
import { judgeEntry } from '../../../shared/verdict/judge.ts';
import { message, type Message } from '../../../shared/message.ts';
import { judgeProblem } from '../../../shared/verdict/problem.ts';

const asOf = day(AS_OF);
const contextOf = (plan = plan2022, on = asOf) => judgeContext(plan, on, calendar);
const judge = (content: Content, memory: EntryMemory = {}, context = contextOf()) =>
  judgeProblem({ content: { unit: '甲', title: '乙', foundOn: '2022-05-09', ...content }, memory }, context);

const said = (content: Content, memory?: EntryMemory) => {
  const { flag, card, due, value } = judge(content, memory);
  return [flag, card, due === null ? null : isoOf(due), value === null ? null : value.numerator / value.denominator];
};

describe('a problem', () => {
  it.each<[string, Content, ReturnType<typeof said>]>([
    ['closed in time is worth 1', { due: '2022-06-10', status: 'done', closedOn: '2022-06-10' }, ['done', 'green', '2022-06-10', 1]],
    ['closed late is worth as much as a late measure', { due: '2022-06-10', status: 'done', closedOn: '2022-06-20' }, ['doneLate', 'green', '2022-06-10', 0.9]],
    ['is closed by its date alone', { due: '2022-06-10', closedOn: '2022-06-01' }, ['done', 'green', '2022-06-10', 1]],
    ['with a closing date but an open status is open', { due: '2022-06-10', closedOn: '2022-06-01', status: 'open' }, ['overdue', 'red', '2022-06-10', 0]],
    ['open and overdue is worth 0', { due: '6月10日', status: 'open' }, ['overdue', 'red', '2022-06-10', 0]],
    ['due within a week is due soon and not scored', { due: '7月5日' }, ['dueSoon', 'yellow', '2022-07-05', null]],
    ['due later is on track and not scored', { due: '年底前' }, ['onTrack', 'green', '2022-12-31', null]],
    ['counts days from the day it was found', { due: '15日内' }, ['overdue', 'red', '2022-05-24', 0]],
    ['to be mended at once was due the day it was found', { due: '立行立改' }, ['overdue', 'red', '2022-05-09', 0]],
    ['without a deadline has none', {}, ['noDeadline', 'grey', null, null]],
    ['with a deadline nobody can read', { due: '尽快' }, ['unreadable', 'grey', null, null]],
    ['found after as-of is not judged yet', { foundOn: '2022-07-01', due: '2022-06-10' }, ['onTrack', 'green', '2022-06-10', null]],
    ['closed after as-of is open', { due: '2022-06-10', status: 'done', closedOn: '2022-07-02' }, ['overdue', 'red', '2022-06-10', 0]],
  ])('%s', (_, content, expected) => expect(said(content)).toEqual(expected));

  it.each<[string, Content, EntryMemory, Message['params']]>([
    ['hint.closingDateMissing', { status: 'done' }, {}, {}],
    ['hint.foundInFuture', { foundOn: '2022-07-01' }, {}, { date: '2022-07-01', asOf: '2022-06-30' }],
    ['hint.closedInFuture', { closedOn: '2022-07-01' }, {}, { date: '2022-07-01', asOf: '2022-06-30' }],
    ['hint.closedBeforeFound', { closedOn: '2022-05-08' }, {}, { closedOn: '2022-05-08', foundOn: '2022-05-09' }],
    ['hint.deadlineMoved', { due: '2022-08-01' }, { firstDue: '2022-07-31' }, { baseline: '2022-07-31', due: '2022-08-01' }],
    ['hint.unknownRectification', { status: '正在协调' }, {}, { word: '正在协调' }],
  ])('hints %s', (code, content, memory, params) => {
    expect(judge(content, memory).hints).toEqual([message(code, params)]);
  });

  it.each<[string, Content, EntryMemory]>([
    ['found and closed on the same day, today', { foundOn: '2022-06-30', closedOn: '2022-06-30' }, {}],
    ['closed on the day it was found', { closedOn: '2022-05-09' }, {}],
    ['closed, with a status', { status: 'done', closedOn: '2022-06-01' }, {}],
    ['nobody wrote when it was found', { foundOn: '', closedOn: '2022-05-08' }, {}],
    ['due as first pushed', { due: '2022-07-31' }, { firstDue: '2022-07-31' }],
    ['due earlier than first pushed', { due: '2022-07-30' }, { firstDue: '2022-07-31' }],
    ['due for the first time', { due: '2022-07-31' }, {}],
    ['without a deadline by now', {}, { firstDue: '2022-07-31' }],
    ['recurring by now', { due: '每年12月底' }, { firstDue: '2022-07-31' }],
    ['not begun', { status: 'notStarted' }, {}],
  ])('in order has no hints: %s', (_, content, memory) => {
    expect(judge(content, memory).hints).toEqual([]);
  });

  it('found today is judged today; nobody knows when it was found: judged all the same', () => {
    expect(judge({ foundOn: '2022-06-30', due: '2022-06-10' }).flag).toBe('overdue');
    expect(judge({ foundOn: '', due: '2022-06-10' }).flag).toBe('overdue');
  });

  it('closed today is closed', () => {
    expect(judge({ due: '2022-06-30', closedOn: '2022-06-30' }).flag).toBe('done');
  });

  it('tells the days left, and none where there is no deadline', () => {
    expect([judge({ due: '2022-07-03' }).daysLeft, judge({ due: '2022-06-15' }).daysLeft, judge({}).daysLeft]).toEqual([3, -15, null]);
  });

  it('that recurs is closed only if its status says so, and comes due again after the one closed last', () => {
    expect(said({ due: '每月末', closedOn: '2022-06-20' })).toEqual(['onTrack', 'green', '2022-07-31', null]);
    expect(said({ due: '每月末', closedOn: '2022-06-20', status: 'done' })[0]).toBe('done');
    expect(judge({ due: '每月末' }).reading.params).toMatchObject({ next: '2022-06-30' });
  });

  it('is provisional when its deadline, or the time it recurs to, rests on working days not announced yet', () => {
    const policy = contextOf({ ...plan2022, restDayPolicy: 'next' }, day('2027-09-15'));
    expect(judge({ due: '2027年10月8日' }, {}, policy).provisional).toBe(true);
    expect(judge({ due: '每月末' }, {}, policy).provisional).toBe(true);
    expect(judge({ due: '每月末' }, {}, contextOf({ ...plan2022, restDayPolicy: 'next' })).provisional).toBe(false);
    expect(judge({}, {}, policy).provisional).toBe(false);
  });
});

it('entries of registers without deadlines have no verdict', () => {
  const entry = { content: { unit: '甲' }, memory: {} };
  for (const register of ['units', 'reports', 'inspections', 'spotchecks', 'surveys', 'adjustments'] as const)
    expect(judgeEntry(register, entry, contextOf())).toBeNull();
  expect(judgeEntry('measures', entry, contextOf())?.flag).toBe('noDeadline');
  expect(judgeEntry('problems', entry, contextOf())?.flag).toBe('noDeadline');
});
