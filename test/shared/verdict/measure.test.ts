import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoOf } from '../../../shared/calendar/day.ts';
import { say } from '../../../shared/contract/messages/index.ts';
import type { Content, EntryMemory } from '../../../shared/ledger/entry.ts';
import { message } from '../../../shared/message.ts';
import { toNumber } from '../../../shared/number/ratio.ts';
import { defaultPlan } from '../../../shared/scoring/plan.ts';
import { flags } from '../../../shared/verdict/types.ts';
import { judge, plan2022 } from '../support/measures.ts';

function valueOf(...args: Parameters<typeof judge>): number | null {
  const { value } = judge(...args);
  return value === null ? null : toNumber(value);
}

describe('the first flag that holds', () => {
  test.each([
    ['done on the due day', { due: '6月底', status: 'done', completedOn: '2022-06-30' }, 'done', 'green'],
    ['done without a completion date', { due: '5月底', status: 'done' }, 'done', 'green'],
    ['done without a deadline', { status: 'done', completedOn: '2022-06-01' }, 'done', 'green'],
    ['blank status and progress 100', { due: '6月底', progress: 100 }, 'done', 'green'],
    ['blank status and a completion date', { due: '6月底', completedOn: '2022-05-01' }, 'done', 'green'],
    ['done a day after due', { due: '5月底', status: 'done', completedOn: '2022-06-01' }, 'doneLate', 'green'],
    ['progress 100 but open', { due: '5月底', status: 'open', progress: 100 }, 'overdue', 'red'],
    ['completed only after as-of', { due: '6月底', status: 'done', completedOn: '2022-07-01' }, 'dueSoon', 'yellow'],
    ['standing', { due: '长期坚持', progress: 10 }, 'standing', 'green'],
    ['blank deadline', { progress: 10 }, 'noDeadline', 'grey'],
    ['a date that does not exist', { due: '6月31日', progress: 90 }, 'unreadable', 'grey'],
    ['due yesterday', { due: '2022-06-29', progress: 90 }, 'overdue', 'red'],
    ['due today', { due: '2022-06-30', progress: 100, status: 'open' }, 'dueSoon', 'yellow'],
    ['due in seven days', { due: '2022-07-07', progress: 99 }, 'dueSoon', 'yellow'],
    ['due in eight days, far behind', { due: '2022-07-08', progress: 10 }, 'behind', 'yellow'],
    ['due in eight days, nearly there', { due: '2022-07-08', progress: 95 }, 'onTrack', 'green'],
    ['due at the end of the year, half done', { due: '年底前', progress: 50 }, 'onTrack', 'green'],
    ['starting after as-of', { due: '年底前', start: '2022-07-01' }, 'onTrack', 'green'],
    ['an unknown status word', { due: '5月底', status: '差不多' }, 'overdue', 'red'],
  ])('%s', (_, content, flag, card) => {
    expect(judge(content)).toMatchObject({ flag, card });
  });

  test('exactly at the tolerance is not behind: 0.4 of an expected 0.5', () => {
    const content = { start: '2022-06-01', due: '2022-07-29', progress: 40 };
    expect(judge(content, { asOf: '2022-06-30' }).flag).toBe('onTrack');
    expect(judge({ ...content, progress: 39.999 }, { asOf: '2022-06-30' }).flag).toBe('behind');
  });
});

describe('days left', () => {
  test('count calendar days from as-of to due', () => {
    expect(judge({ due: '6月15日' }).daysLeft).toBe(-15);
    expect(judge({ due: '7月3日' }).daysLeft).toBe(3);
    expect(judge({ due: '长期坚持' }).daysLeft).toBeNull();
  });
});

describe('the value of a measure', () => {
  test('done is 1', () => {
    expect(valueOf({ due: '5月底前', status: 'done', completedOn: '2022-05-20' })).toBe(1);
  });
  test('done late loses a hundredth a day', () => {
    expect(valueOf({ due: '5月底前', status: 'done', completedOn: '2022-06-10' })).toBe(0.9);
  });
  test('done late keeps at least 0.6', () => {
    expect(valueOf({ due: '2022-01-31', status: 'done', completedOn: '2022-06-30' })).toBe(0.6);
  });
  test('overdue is half its progress', () => {
    expect(valueOf({ due: '6月15日', status: 'open', progress: 40 })).toBe(0.2);
    expect(valueOf({ due: '6月15日', status: 'open' })).toBe(0);
  });
  test('open is progress over the share of time that has passed', () => {
    expect(valueOf({ due: '年底前', progress: 20 })).toBeCloseTo(0.2 / (180 / 364), 12);
    expect(valueOf({ due: '年底前', progress: 50 })).toBe(1);
  });
  test('its own start counts instead of the period’s', () => {
    expect(valueOf({ start: '2022-06-20', due: '2022-07-10', progress: 25 })).toBe(0.5);
  });
  test('on its first day nothing is expected yet', () => {
    expect(valueOf({ start: '2022-06-30', due: '2022-12-31' })).toBe(1);
  });
  test('due on its start, everything is expected that day', () => {
    expect(valueOf({ start: '2022-06-30', due: '2022-06-30', progress: 30 })).toBe(0.3);
  });
  test('standing and without deadline it is its progress, or not scored', () => {
    expect(valueOf({ due: '长期坚持', progress: 80 })).toBe(0.8);
    expect(valueOf({ progress: 80 })).toBe(0.8);
    expect(valueOf({ due: '长期坚持' })).toBeNull();
  });
  test('unreadable is not scored', () => {
    expect(valueOf({ due: '会议召开前', progress: 80 })).toBeNull();
  });
  test('starting after as-of is not scored', () => {
    expect(valueOf({ due: '年底前', start: '2022-07-01', progress: 10 })).toBeNull();
  });
});

describe('recurring', () => {
  test('without a last completion, due is the next occurrence and nothing is overdue', () => {
    const verdict = judge({ due: '每月25日前', status: 'open' });
    expect(verdict.due !== null && isoOf(verdict.due)).toBe('2022-07-25');
    expect(verdict.hints.map(({ code }) => code)).toContain('hint.lastCompletionMissing');
  });
  test('the period of the last completion is settled; the next one is due', () => {
    const verdict = judge({ due: '每月25日前', status: 'open', completedOn: '2022-05-20' });
    expect(verdict.due !== null && isoOf(verdict.due)).toBe('2022-06-25');
    expect(verdict.flag).toBe('overdue');
  });
  test('the reading says when it comes next', () => {
    expect(say(judge({ due: '每月末', status: 'open' }).reading, 'zh-CN')).toBe('每月末，下一次 2022-06-30');
    expect(say(judge({ due: '每月末', status: 'open', completedOn: '2022-06-20' }).reading, 'en')).toBe('每月末, next 2022-07-31');
  });
  test('not overdue it is worth 1', () => {
    expect(valueOf({ due: '每月末', status: 'open', completedOn: '2022-06-20' })).toBe(1);
  });
  test('it is done only if its status says so', () => {
    expect(judge({ due: '每月末', progress: 100, completedOn: '2022-06-20' }).flag).not.toBe('done');
    expect(judge({ due: '每月末', status: 'done', completedOn: '2022-06-20' }).flag).toBe('done');
  });
});

describe('a deadline without a year, under a later plan', () => {
  const later = { plan: defaultPlan(2023), asOf: '2023-02-01' };
  const dueUnder2023 = (content: Content, readIn?: string): string => {
    const { due } = judge(content, { ...later, memory: readIn === undefined ? {} : { readIn } });
    return due === null ? '' : isoOf(due);
  };

  test('keeps the year it was first read with: 6月底前 is overdue since June 2022', () => {
    const verdict = judge({ due: '6月底前' }, { ...later, memory: { readIn: '2022-01-01/2022-12-31' } });
    expect(verdict).toMatchObject({ flag: 'overdue', daysLeft: -216 });
    expect(dueUnder2023({ due: '6月底前' }, '2022-01-01/2022-12-31')).toBe('2022-06-30');
  });
  test('first read under the later plan, takes the later year', () => {
    expect(dueUnder2023({ due: '6月底前' })).toBe('2023-06-30');
    expect(dueUnder2023({ due: '6月底前' }, '2023-01-01/2023-12-31')).toBe('2023-06-30');
  });
  test('so does 明年, which counts from that year', () => {
    expect(dueUnder2023({ due: '明年3月底' }, '2022-01-01/2022-12-31')).toBe('2023-03-31');
  });
  test('in a period over New Year each date lies in its own year', () => {
    expect(dueUnder2023({ due: '3月底' }, '2021-07-01/2022-06-30')).toBe('2022-03-31');
    expect(dueUnder2023({ due: '9月底' }, '2021-07-01/2022-06-30')).toBe('2021-09-30');
  });
  test('a written year stands as written', () => {
    expect(dueUnder2023({ due: '2022年6月底前' }, '2021-01-01/2021-12-31')).toBe('2022-06-30');
  });
});

describe('hints', () => {
  const JULY_1 = { due: '年底前', status: 'done', completedOn: '2022-07-01' };
  test.each<[string, Content, EntryMemory, ReturnType<typeof message>]>([
    ['done without a date', { due: '6月底', status: 'done' }, {}, message('hint.completionDateMissing')],
    ['recurring, never completed', { due: '每月末', status: 'open' }, {}, message('hint.lastCompletionMissing')],
    [
      'completion before start',
      { due: '6月底', start: '2022-05-01', status: 'done', completedOn: '2022-04-30' },
      {},
      message('hint.completedBeforeStart', { completedOn: '2022-04-30', start: '2022-05-01' }),
    ],
    ['progress 100 but open', { due: '年底前', status: 'open', progress: 100 }, {}, message('hint.fullButOpen')],
    ['progress lower than the last push', { due: '年底前', progress: 40 }, { lastProgress: 41 }, message('hint.progressFell', { before: 41, now: 40 })],
    [
      'deadline later than first pushed',
      { due: '7月1日' },
      { firstDue: '2022-06-30' },
      message('hint.deadlineMoved', { baseline: '2022-06-30', due: '2022-07-01' }),
    ],
    ['unknown status word', { due: '年底前', status: '差不多' }, {}, message('hint.unknownStatus', { word: '差不多' })],
    ['completion in the future', JULY_1, {}, message('hint.dateInFuture', { date: '2022-07-01', asOf: '2022-06-30' })],
  ])('%s', (_, content, memory, hint) => {
    expect(judge(content, { memory }).hints).toEqual([hint]);
  });

  test('recurring, its last completion written only for a day to come: both are said', () => {
    expect(judge({ due: '每月末', completedOn: '2022-07-01' }).hints.map(({ code }) => code)).toEqual(['hint.lastCompletionMissing', 'hint.dateInFuture']);
  });

  test.each<[string, Content, EntryMemory]>([
    ['done with a date', { due: '6月底', status: 'done', completedOn: '2022-06-20', progress: 100 }, {}],
    ['completed on the day it starts', { due: '6月底', start: '2022-06-20', status: 'done', completedOn: '2022-06-20' }, {}],
    ['completed today', { due: '6月底', status: 'done', completedOn: '2022-06-30' }, {}],
    ['not quite full and open', { due: '年底前', status: 'open', progress: 99 }, {}],
    ['recurring, full in this period', { due: '每月末', status: 'open', progress: 100, completedOn: '2022-06-20' }, {}],
    ['recurring, done', { due: '每月末', status: 'done', completedOn: '2022-06-20' }, {}],
    ['progress as in the last push', { due: '年底前', progress: 40 }, { lastProgress: 40 }],
    ['progress left blank since', { due: '年底前' }, { lastProgress: 40 }],
    ['deadline as first pushed', { due: '6月底' }, { firstDue: '2022-06-30' }],
    ['deadline earlier than first pushed', { due: '7月底' }, { firstDue: '2022-08-31' }],
    ['deadline that recurs instead', { due: '每月末', completedOn: '2022-06-20' }, { firstDue: '2022-05-31' }],
    ['deadline that went', { due: '长期坚持' }, { firstDue: '2022-05-31' }],
    ['not started', { due: '年底前', status: 'notStarted' }, {}],
  ])('none for a row in order: %s', (_, content, memory) => {
    expect(judge(content, { memory }).hints).toEqual([]);
  });
});

describe('what else a verdict says', () => {
  test('the kind of deadline, and its days left from today on', () => {
    expect(judge({ due: '6月30日' })).toMatchObject({ deadline: 'date', daysLeft: 0, provisional: false });
    expect(judge({ due: '每月末' })).toMatchObject({ deadline: 'recurring', daysLeft: 0 });
  });

  test('whether its deadline, or the time it recurs to, rests on working days not announced yet', () => {
    const plan = { ...plan2022, restDayPolicy: 'next' } as const;
    const provisional = (due: string, asOf: string) => judge({ due }, { plan, asOf }).provisional;
    expect([provisional('2027年10月8日', '2027-09-15'), provisional('每月末', '2027-09-15')]).toEqual([true, true]);
    expect([provisional('每月末', '2022-06-30'), provisional('长期坚持', '2027-09-15')]).toEqual([false, false]);
  });

  test('of what is read by itself, its own words; of what does not recur, no next day', () => {
    expect(say(judge({ due: '长期坚持' }).reading, 'zh-CN')).not.toContain('下一次');
    expect(say(judge({ due: '6月底' }).reading, 'zh-CN')).not.toContain('下一次');
  });

  test('starting on the day itself it is judged, and done before its start it is done', () => {
    expect(valueOf({ due: '年底前', start: '2022-06-30', progress: 0 })).toBe(1);
    expect(judge({ due: '年底前', start: '2022-07-01', status: 'done', completedOn: '2022-06-01' }).flag).toBe('done');
  });

  test('a plan whose period is not two dates is an error of ours, told by its version', () => {
    const period = { start: '2022-01-01', end: '2022-13-01' };
    expect(() => judge({}, { plan: { ...plan2022, period } })).toThrow(new RangeError('plan 1: period 2022-01-01 to 2022-13-01 is not two dates'));
    expect(() => judge({}, { plan: { ...plan2022, period: { ...period, start: '' } } })).toThrow(RangeError);
  });

  test('what is remembered but no date or no period counts as not remembered', () => {
    const due = (memory: EntryMemory) => judge({ due: '本月底' }, { memory }).due;
    expect(due({ wordedOn: '2022-05-05' })).toBe(judge({ due: '2022-05-31' }).due);
    expect(due({ wordedOn: 'x' })).toBe(due({}));
    for (const readIn of ['x', '2021-01-01', '2021-01-01/x', 'x/2021-12-31'])
      expect(judge({ due: '6月底' }, { memory: { readIn } }).due).toBe(judge({ due: '6月底' }).due);
  });
});

const content = fc.record(
  {
    due: fc.constantFrom('6月底', '2022-07-03', '长期坚持', '每月25日前', '会议召开前', '年底前', '2021-12-31'),
    status: fc.constantFrom('done', 'open', 'notStarted', '差不多'),
    progress: fc.integer({ min: 0, max: 100 }),
    completedOn: fc.constantFrom('2022-01-05', '2022-06-30', '2022-08-01'),
    start: fc.constantFrom('2022-01-01', '2022-06-30', '2022-08-01'),
  },
  { requiredKeys: [] },
);

describe('whatever stands in a row', () => {
  test('the flag is one of the nine and the value, if any, lies between 0 and 1', () => {
    fc.assert(
      fc.property(content, (fields) => {
        const { flag, value } = judge(fields);
        expect(flags).toContain(flag);
        const share = value === null ? 0 : toNumber(value);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('more progress never lowers the value', () => {
    fc.assert(
      fc.property(content, fc.integer({ min: 0, max: 99 }), (fields, progress) => {
        const less = valueOf({ ...fields, status: 'open', progress });
        const more = valueOf({ ...fields, status: 'open', progress: progress + 1 });
        expect(more ?? 0).toBeGreaterThanOrEqual(less ?? 0);
      }),
    );
  });

  test('a tolerance of 1 leaves nothing behind', () => {
    fc.assert(
      fc.property(content, (fields) => {
        expect(judge(fields, { plan: { ...plan2022, behindTolerance: 1 } }).flag).not.toBe('behind');
      }),
    );
  });
});
