import { describe, expect, it } from 'vitest';

import { isoOf } from '../../../shared/calendar/day.ts';
import type { Content, EntryMemory } from '../../../shared/ledger/entry.ts';
import { AS_OF, calendar, day, plan2022 } from '../support/measures.ts';
import { judgeContext } from '../../../shared/verdict/context.ts';
import { judgeEntry } from '../../../shared/verdict/judge.ts';
import { judgeProblem } from '../../../shared/verdict/problem.ts';

const asOf = day(AS_OF);
const context = judgeContext(plan2022, asOf, calendar);
const judge = (content: Content, memory: EntryMemory = {}) =>
  judgeProblem({ content: { unit: '甲', title: '乙', foundOn: '2022-05-09', ...content }, memory }, context);

const said = (content: Content, memory?: EntryMemory) => {
  const { flag, card, due, value } = judge(content, memory);
  return [flag, card, due === null ? null : isoOf(due), value === null ? null : value.numerator / value.denominator];
};
const hints = (content: Content, memory?: EntryMemory) => judge(content, memory).hints.map(({ code }) => code);

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

  it.each<[string, Content, EntryMemory]>([
    ['hint.closingDateMissing', { status: 'done' }, {}],
    ['hint.foundInFuture', { foundOn: '2022-07-01' }, {}],
    ['hint.closedInFuture', { closedOn: '2022-07-01' }, {}],
    ['hint.closedBeforeFound', { closedOn: '2022-05-01' }, {}],
    ['hint.deadlineMoved', { due: '2022-08-31' }, { firstDue: '2022-07-31' }],
    ['hint.unknownRectification', { status: '正在协调' }, {}],
  ])('hints %s', (code, content, memory) => expect(hints(content, memory)).toEqual([code]));
});

it('entries of registers without deadlines have no verdict', () => {
  const entry = { content: { unit: '甲' }, memory: {} };
  for (const register of ['units', 'reports', 'inspections', 'spotchecks', 'surveys', 'adjustments'] as const)
    expect(judgeEntry(register, entry, context)).toBeNull();
  expect(judgeEntry('measures', entry, context)?.flag).toBe('noDeadline');
  expect(judgeEntry('problems', entry, context)?.flag).toBe('noDeadline');
});
