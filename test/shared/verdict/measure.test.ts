import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoOf } from '../../../shared/calendar/day.ts';
import { say } from '../../../shared/contract/messages/index.ts';
import type { Content } from '../../../shared/ledger/entry.ts';
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
  test.each([
    ['done without a date', { due: '6月底', status: 'done' }, {}, 'hint.completionDateMissing'],
    ['completion before start', { due: '6月底', start: '2022-05-01', status: 'done', completedOn: '2022-04-01' }, {}, 'hint.completedBeforeStart'],
    ['progress 100 but open', { due: '年底前', status: 'open', progress: 100 }, {}, 'hint.fullButOpen'],
    ['progress lower than the last push', { due: '年底前', progress: 40 }, { lastProgress: 60 }, 'hint.progressFell'],
    ['deadline later than first pushed', { due: '9月底' }, { firstDue: '2022-06-30' }, 'hint.deadlineMoved'],
    ['unknown status word', { due: '年底前', status: '差不多' }, {}, 'hint.unknownStatus'],
    ['completion in the future', { due: '年底前', status: 'done', completedOn: '2022-07-01' }, {}, 'hint.dateInFuture'],
  ])('%s', (_, content, memory, code) => {
    expect(judge(content, { memory }).hints.map((hint) => hint.code)).toContain(code);
  });

  test('a row in order has none', () => {
    expect(judge({ due: '6月底', status: 'done', completedOn: '2022-06-20', progress: 100 }).hints).toEqual([]);
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
