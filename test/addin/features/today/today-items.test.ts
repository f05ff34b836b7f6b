import { beforeAll, describe, expect, test } from 'vitest';
import { createInstance } from 'i18next';
import type { TFunction } from 'i18next';
import type { OpenMeasure } from '../../../../addin/api/open-measures.ts';
import { countsByCard, names, timeWords, unitsOf } from '../../../../addin/features/today/today-items.ts';
import { catalogs } from '../../../../addin/i18n/i18n.ts';

const speak: Partial<Record<'zh-CN' | 'en', TFunction>> = {};
beforeAll(async () => {
  for (const lng of ['zh-CN', 'en'] as const)
    speak[lng] = await createInstance().init({ lng, defaultNS: 'pane', resources: { [lng]: { pane: catalogs[lng] } } });
});

function measure(part: Partial<OpenMeasure>): OpenMeasure {
  return { id: '1', title: '', unit: '', coUnits: [], leader: '', wording: '', flag: 'overdue', card: 'red', due: null, daysLeft: null, reading: '', ...part };
}

describe('the time of a measure in words', () => {
  test.each([
    ['overdue', -15, '逾期 15 天', '15 days overdue'],
    ['overdue', -1, '逾期 1 天', '1 day overdue'],
    ['dueSoon', 0, '今天到期', 'Due today'],
    ['dueSoon', 1, '还剩 1 天', '1 day left'],
    ['behind', 184, '进度滞后，还剩 184 天', 'Behind, 184 days left'],
    ['unreadable', null, '时限无法识别', 'Deadline unreadable'],
  ] as const)('%s with %s days left: %s', (flag, daysLeft, chinese, english) => {
    const say = (language: 'zh-CN' | 'en'): string | undefined => speak[language] && timeWords({ flag, daysLeft }, speak[language]);
    expect([say('zh-CN'), say('en')]).toEqual([chinese, english]);
  });
});

test('measures are counted by card, and their units listed once, those that only support one too', () => {
  const measures = [
    measure({ unit: '区发改委' }),
    measure({ unit: '区财政局', card: 'yellow', coUnits: ['区发改委', '区司法局'] }),
    measure({ unit: '区发改委', card: 'grey' }),
  ];
  expect(countsByCard(measures)).toEqual({ red: 1, yellow: 1, grey: 1 });
  expect(unitsOf(measures)).toEqual(['区发改委', '区财政局', '区司法局']);
  expect(measures.filter((one) => names(one, '区发改委'))).toHaveLength(3);
  expect(measures.filter((one) => names(one, '区司法局')).map(({ unit }) => unit)).toEqual(['区财政局']);
});
