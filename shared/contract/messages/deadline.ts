import type { Messages } from './types.ts';

/** How a due day was arrived at, by language. */
const manners = {
  'zh-CN': {
    date: '按 {date} 计',
    yearAssumed: '未写年份，按 {year} 年计：{date}',
    yearMoved: '未写年份，{written} 早于下达日期 {base}，顺延到下一年：{date}',
    rangeIntoNextYear: '未写年份，止期早于起点 {start}，按下一年计：{date}',
    fromIssued: '从 {base} 起算，按 {date} 计',
    fromWorded: '没有下达日期，从首次报送日 {base} 起算，按 {date} 计',
    fromStart: '从文中所写 {base} 起算，按 {date} 计',
    immediate: '立行立改，从 {base} 起算，按 {date} 计',
  },
  en: {
    date: 'Due {date}',
    yearAssumed: 'No year written, read as {year}: due {date}',
    yearMoved: 'No year written; {written} lies before the issue date {base}, so the next year: due {date}',
    rangeIntoNextYear: 'No year written; the end lies before the start {start}, so the next year: due {date}',
    fromIssued: 'Counted from {base}: due {date}',
    fromWorded: 'No issue date; counted from the first push on {base}: due {date}',
    fromStart: 'Counted from {base} as written: due {date}',
    immediate: 'At once, counted from {base}: due {date}',
  },
} as const;

const additions = {
  'zh-CN': { RestDay: '（{restDay} 为休息日）', Provisional: '（暂按：当年放假安排尚未公布）' },
  en: { RestDay: ' ({restDay} is a rest day)', Provisional: ' (provisional: the holidays of that year are not published yet)' },
} as const;

/** Every manner alone, moved off a rest day, provisional, and both. */
function dueWords(language: keyof typeof manners): Record<string, string> {
  const { RestDay, Provisional } = additions[language];
  return Object.fromEntries(
    Object.entries(manners[language]).flatMap(([manner, words]) => [
      [`deadline.${manner}`, words],
      [`deadline.${manner}RestDay`, words + RestDay],
      [`deadline.${manner}Provisional`, words + Provisional],
      [`deadline.${manner}RestDayProvisional`, words + RestDay + Provisional],
    ]),
  );
}

/** What was read as a deadline, or why none could be read. */
export const deadlineMessages = {
  'zh-CN': {
    ...dueWords('zh-CN'),
    'deadline.every.week': '每周到期（{text}）',
    'deadline.every.month': '每月到期（{text}）',
    'deadline.every.quarter': '每季度到期（{text}）',
    'deadline.every.halfYear': '每半年到期（{text}）',
    'deadline.every.year': '每年到期（{text}）',
    'deadline.standing': '长期坚持，无到期日',
    'deadline.none': '未设时限',
    'deadline.afterOnly': '无法识别：“{text}”只写了从何时起，没有写到何时止',
    'deadline.ambiguous': '无法识别：“{text}”可指几月份，也可指几个月内，请写明',
    'deadline.beforeIssue': '无法识别：{date} 早于下达日期 {base}',
    'deadline.eventNotDate': '无法识别：“{text}”要看某件事的日子，请写明日期',
    'deadline.hours': '无法识别：“{text}”不是整天数',
    'deadline.lunar': '无法识别：“{text}”是农历，请写公历日期',
    'deadline.mixed': '无法识别：“{text}”写了不止一种时限，请只留一种',
    'deadline.needsIssueDate': '无法识别：“{text}”要从下达日期起算，而本行没有下达日期',
    'deadline.noDateFound': '无法识别：“{text}”里没有时限',
    'deadline.noMonth': '无法识别：“{text}”没有写月份',
    'deadline.noSuchDay': '无法识别：{month}月{day}日不存在（{text}）',
    'deadline.noSuchDayInMonth': '无法识别：没有{day}日这一天（{text}）',
    'deadline.noSuchDuration': '无法识别：“{text}”的时长不合理',
    'deadline.noSuchMonth': '无法识别：{month}月不存在（{text}）',
    'deadline.noSuchQuarter': '无法识别：“{text}”没有这个季度',
    'deadline.noSuchYear': '无法识别：{year}年超出可识别的年份（{text}）',
    'deadline.notADate': '“{text}”不是完整日期',
    'deadline.notADateNumber': '数字 {text} 不是日期',
    'deadline.rangeBackwards': '无法识别：止期 {end} 早于起点 {start}',
    'deadline.startNotADay': '无法识别：“{text}”起算的日子没有写到日',
    'deadline.startOnly': '无法识别：“{text}”只写了起始，没有写时限',
    'deadline.unknownCycle': '无法识别：“{text}”这样的周期暂不支持，请写每周、每月、每季度、每半年或每年',
    'deadline.unknownWords': '无法识别：看不懂“{rest}”（{text}）',
    'deadline.vague': '无法识别：“{text}”不是明确的日期',
    'deadline.weekdayDiffers': '无法识别：“{text}”的日期与星期不符',
    'deadline.whichPeriod': '无法识别：“{text}”没有写明是哪一月、哪一季',
    'deadline.yearUnclear': '无法识别：“{text}”后一个日期 {date} 早于前一个 {before}，请写明年份',
    'deadline.zeroEaten': '数字 {text} 不是完整日期（末尾的 0 可能被 Excel 去掉），请写成 2022年10月 这样的文字',
  },
  en: {
    ...dueWords('en'),
    'deadline.every.week': 'Due every week ({text})',
    'deadline.every.month': 'Due every month ({text})',
    'deadline.every.quarter': 'Due every quarter ({text})',
    'deadline.every.halfYear': 'Due every half-year ({text})',
    'deadline.every.year': 'Due every year ({text})',
    'deadline.standing': 'Standing task, no due date',
    'deadline.none': 'No deadline set',
    'deadline.afterOnly': 'Not readable: “{text}” says from when, not until when',
    'deadline.ambiguous': 'Not readable: “{text}” may mean a month of the year or a number of months',
    'deadline.beforeIssue': 'Not readable: {date} lies before the issue date {base}',
    'deadline.eventNotDate': 'Not readable: “{text}” depends on an event; write its date',
    'deadline.hours': 'Not readable: “{text}” is not a whole number of days',
    'deadline.lunar': 'Not readable: “{text}” is a date of the lunar calendar; write the solar date',
    'deadline.mixed': 'Not readable: “{text}” holds more than one kind of deadline; keep one',
    'deadline.needsIssueDate': 'Not readable: “{text}” counts from the issue date, and this row has none',
    'deadline.noDateFound': 'Not readable: no deadline in “{text}”',
    'deadline.noMonth': 'Not readable: “{text}” names no month',
    'deadline.noSuchDay': 'Not readable: month {month} has no day {day} ({text})',
    'deadline.noSuchDayInMonth': 'Not readable: there is no day {day} ({text})',
    'deadline.noSuchDuration': 'Not readable: “{text}” is not a sensible length of time',
    'deadline.noSuchMonth': 'Not readable: there is no month {month} ({text})',
    'deadline.noSuchQuarter': 'Not readable: there is no such quarter as “{text}”',
    'deadline.noSuchYear': 'Not readable: the year {year} is out of range ({text})',
    'deadline.notADate': '“{text}” is not a complete date',
    'deadline.notADateNumber': 'The number {text} is not a date',
    'deadline.rangeBackwards': 'Not readable: the end {end} lies before the start {start}',
    'deadline.startNotADay': 'Not readable: “{text}” counts from a start that is not a single day',
    'deadline.startOnly': 'Not readable: “{text}” names a start but no deadline',
    'deadline.unknownCycle': 'Not readable: cycles such as “{text}” are not supported; write every week, month, quarter, half-year or year',
    'deadline.unknownWords': 'Not readable: “{rest}” is not understood ({text})',
    'deadline.vague': 'Not readable: “{text}” is not a definite date',
    'deadline.weekdayDiffers': 'Not readable: the date and the weekday in “{text}” disagree',
    'deadline.whichPeriod': 'Not readable: “{text}” does not say which month or quarter',
    'deadline.yearUnclear': 'Not readable: in “{text}” the later date {date} lies before {before}; write the year',
    'deadline.zeroEaten': 'The number {text} is not a complete date (Excel may have eaten a final 0); write it as text such as 2022年10月',
  },
} as const satisfies Messages;
