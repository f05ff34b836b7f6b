import { describe, expect, it, test } from 'vitest';
import { chinaCalendar } from '../../../shared/calendar/china.ts';
import { dayOf, isoOf } from '../../../shared/calendar/day.ts';
import { normaliseDeadline } from '../../../shared/deadline/normalise.ts';
import { deadlineReader, readDeadline } from '../../../shared/deadline/read.ts';
import type { DeadlineContext } from '../../../shared/deadline/types.ts';

/** The many ways to write the same: what a deadline may be wrapped in, and the words for years and for nothing. */
const base: DeadlineContext = {
  period: { start: dayOf(2022, 1, 1), end: dayOf(2022, 12, 31) },
  issuedOn: null,
  wordedOn: dayOf(2022, 6, 30),
  calendar: chinaCalendar(),
  restDayPolicy: 'keep',
  immediateWorkdays: 0,
};

const read = (text: string, context: Partial<DeadlineContext> = {}) => readDeadline(text, { ...base, ...context });
/** The milestones of a deadline and its due day. */
const days = (text: string, context: Partial<DeadlineContext> = {}): readonly string[] => {
  const { date, milestones } = read(text, context);
  return date === undefined ? [] : [...milestones, date].map(isoOf);
};
const why = (text: string) => read(text).reading;

test.each([
  '',
  '/',
  '//',
  '\\',
  '-',
  '~',
  '、',
  '无',
  '暂无',
  '没有',
  '无时限',
  '无期限',
  '不限',
  '不限时',
  '无要求',
  '无时限要求',
  '无具体时限',
  'N/A',
  'n/a',
  'NA',
  'none',
  '無',
  '暫無',
])('“%s” says that there is no deadline', (text) => expect(read(text)).toMatchObject({ kind: 'none', reading: { code: 'deadline.none' } }));

describe('a year in words', () => {
  it.each([
    ['今年', 2022],
    ['本年', 2022],
    ['当年', 2022],
    ['明年', 2023],
    ['来年', 2023],
    ['下年', 2023],
    ['下一年', 2023],
    ['次年', 2023],
    ['翌年', 2023],
    ['后年', 2024],
    ['去年', 2021],
    ['上年', 2021],
  ])('%s is %i in 2022', (word, year) => expect(days(`${word}6月底`)).toEqual([`${year}-06-30`]));

  it.each([
    ['当年', 2025],
    ['次年', 2026],
    ['翌年', 2026],
  ])('%s counts from the date before it in the same cell', (word, year) => expect(days(`2025年3月底，${word}6月底`)).toEqual(['2025-03-31', `${year}-06-30`]));

  it.each([
    ['今年', 2022],
    ['本年', 2022],
    ['明年', 2023],
    ['来年', 2023],
    ['下年', 2023],
    ['下一年', 2023],
    ['后年', 2024],
  ])('%s counts from today’s whatever stands before it', (word, year) => expect(days(`2020年3月底，${word}6月底`)).toEqual(['2020-03-31', `${year}-06-30`]));

  it('counts from the year the task was issued in, where that is known', () =>
    expect(days('明年6月底', { issuedOn: dayOf(2023, 5, 4) })).toEqual(['2024-06-30']));
});

describe('a period over New Year', () => {
  const period = { start: dayOf(2022, 7, 1), end: dayOf(2023, 6, 30) };
  it('takes a date before its first day for the next year’s, and one on it for this', () => {
    expect(days('6月30日', { period })).toEqual(['2023-06-30']);
    expect(days('7月1日', { period })).toEqual(['2022-07-01']);
  });
  it('and a period within one year takes both for its own', () =>
    expect(days('6月30日', { period: { ...period, end: dayOf(2022, 12, 31) } })).toEqual(['2022-06-30']));
});

test.each([
  ['10個工作日內', '10个工作日内'],
  ['6月1號', '6月1号'],
  ['收到通知後5週內', '收到通知后5周内'],
  ['長期堅持', '长期坚持'],
  ['持續推進', '持续推进'],
  ['開展期間', '开展期间'],
  ['即時', '即时'],
  ['無時限', '无时限'],
  ['暫無', '暂无'],
  ['兩個月內', '2个月内'],
  ['從下達之日起', '从下达之日起'],
  ['不超過國慶節', '不超过国庆节'],
])('the traditional “%s” is read as “%s”', (traditional, simplified) => expect(normaliseDeadline(traditional)).toBe(simplified));

test.each([
  '2022-06-30T18:00:00.000Z',
  '2022-06-30T18:00:00+08:00',
  '2022-06-30 18:00:00',
  '2022-06-30  9:05',
  '2022-06-30 18:00+0800',
  '2022-06-30 18:00-08:00',
  '2022年6月30日 24时',
  '2022年6月30日下午5点半',
  '2022年6月30日上午9点5分',
  '2022年6月30日17时30分前',
  '2022年6月30日下班前',
  '2022年6月30日中午',
])('a time of day changes nothing: %s', (text) => expect(days(text)).toEqual(['2022-06-30']));

test('hours that are no time of day stay', () => expect(normaliseDeadline('24小时内')).toBe('24小时内'));

test.each([
  ['1.3月底;2.6月底', '3月底;6月底'],
  ['1、2022年3月底；2、2022年6月底', '2022年3月底;2022年6月底'],
  ['1)完成方案3月底；2)完成建设6月底', '完成方案3月底;完成建设6月底'],
  ['1、方案3月底;2、建设6月底;10、验收12月底', '方案3月底;建设6月底;验收12月底'],
  ['1、10月底；2、11月底', '10月底;11月底'],
  ['①3月底；②6月底', '3月底;6月底'],
  ['3、6月底', '3、6月底'],
  ['11、3月底;2、6月底', '11、3月底;2、6月底'],
])('the numbers of a list are no part of its dates: %s', (text, without) => expect(normaliseDeadline(text)).toBe(without));

test.each([
  ['3月底;;6月底', '3月底;6月底'],
  ['..6月30日。。', '6月30日'],
  ['6月30日 \r\n\r\n  7月30日', '6月30日;7月30日'],
  ['6月  30日  前', '6月30日前'],
  ['2022  06  30', '2022 06 30'],
  ['6月30日 前', '6月30日前'],
  ['3月底〜〜6月底', '3月底~6月底'],
  ['3月底——6月底', '3月底-6月底'],
  ['“6月底”', '6月底'],
  ['（6月底）', '6月底'],
  ['[ 6月底 ]', '6月底'],
  ['6月底（第一批）', '6月底'],
  ['6月底（延期至7月底）', '6月底(延期至7月底)'],
  ['6月底【调整为7月底】', '6月底【调整为7月底】'],
])('blanks, dashes, quotes and remarks are brought into one form: %s', (text, form) => expect(normaliseDeadline(text)).toBe(form));

describe('what cannot be read says of what part', () => {
  it.each([
    ['每逢重大活动', { code: 'deadline.unknownCycle', params: { text: '每逢重大活动' } }],
    ['隔日', { code: 'deadline.unknownCycle', params: { text: '隔日' } }],
    ['农历八月前', { code: 'deadline.lunar', params: { text: '农历8月前' } }],
    ['腊月前', { code: 'deadline.lunar', params: { text: '腊月前' } }],
    ['项目竣工后', { code: 'deadline.eventNotDate', params: { text: '项目竣工后' } }],
    ['党代会召开之日', { code: 'deadline.eventNotDate', params: { text: '党代会召开之日' } }],
    ['书记定', { code: 'deadline.noDateFound', params: { text: '书记定' } }],
    ['6月底，每逢重大活动', { code: 'deadline.unknownCycle', params: { text: '每逢重大活动' } }],
    ['6月底前，遇疫情另行安排', { code: 'deadline.unknownWords', params: { text: '6月底前;遇疫情另行安排', rest: '遇疫情另行安排' } }],
    ['15日', { code: 'deadline.noMonth', params: { text: '15日' } }],
    ['18991231', { code: 'deadline.noSuchYear', params: { text: '18991231', year: 1899 } }],
    ['2022630', { code: 'deadline.notADateNumber', params: { text: '2022630' } }],
    ['2022.1', { code: 'deadline.zeroEaten', params: { text: '2022.1' } }],
  ])('%s', (text, reading) => expect(why(text)).toEqual(reading));

  it('also of what is no text', () => expect(readDeadline(true, base).reading).toEqual({ code: 'deadline.notADate', params: { text: 'true' } }));
});

test('a reader keeps days counted from an issue date apart from those counted from the first push', () => {
  const { issuedOn: _issued, wordedOn: _worded, ...settings } = base;
  const reader = deadlineReader(settings);
  const [june, july] = [dayOf(2022, 6, 10), dayOf(2022, 7, 10)];
  const due = (issuedOn: number | null, wordedOn: number) => isoOf(reader('本月底', issuedOn, wordedOn).date ?? 0);
  for (let times = 0; times < 2; times += 1) {
    expect([due(june, july), due(null, july), due(july, june), due(null, june), due(june + 1, june)]).toEqual([
      '2022-06-30',
      '2022-07-31',
      '2022-07-31',
      '2022-06-30',
      '2022-06-30',
    ]);
  }
  expect(reader('本月底', june, july).reading.code).toBe('deadline.fromIssued');
  expect(reader('本月底', null, june).reading.code).toBe('deadline.fromWorded');
});
