import { message } from '../../message.ts';
import { rule } from '../tokens.ts';
import type { Duration, Groups, Rule, Token } from '../tokens.ts';

/** What the units of a duration come to: days, working days or months. */
const UNITS: readonly (readonly [RegExp, Duration['unit'], number])[] = [
  [/工作日/, 'workday', 1],
  [/季/, 'month', 3],
  [/年/, 'month', 12],
  [/月/, 'month', 1],
  [/周|星期|礼拜/, 'day', 7],
  [/日|天/, 'day', 1],
];

const HOURS_PER_DAY = 24;
/** A duration longer than this is a slip of the pen. */
const LONGEST = 1000;

function duration(groups: Groups, text: string): Token {
  const count = Number(groups['count']);
  const unit = UNITS.find(([pattern]) => pattern.test(groups['unit'] ?? ''));
  if (!unit || count < 1 || count > LONGEST) return { is: 'trouble', problem: message('deadline.noSuchDuration', { text }) };
  return { is: 'relative', duration: { count: count * unit[2], unit: unit[1] } };
}

function hours(groups: Groups, text: string): Token {
  const count = Number(groups['count']) / HOURS_PER_DAY;
  if (!Number.isInteger(count) || count < 1 || count > LONGEST) return { is: 'trouble', problem: message('deadline.hours', { text }) };
  return { is: 'relative', duration: { count, unit: 'day' } };
}

const WITHIN = '(?:之内|以内|内)';
/** 3至5个工作日内 is due at the end of the longer one. */
const COUNT = '(?:\\d{1,3}[-~至到])?(?<count>\\d{1,4})';

/** Spans of time; the start they count from is found when the deadline is resolved (domain, Deadlines: relative). */
export const relativeRules: readonly Rule[] = [
  rule('within days', `${COUNT}个?(?<unit>自然日|日历日|日|天)${WITHIN}`, duration),
  rule('within working days', `${COUNT}个?(?<unit>工作日)${WITHIN}`, duration),
  rule('within weeks', `${COUNT}个?(?<unit>周|星期|礼拜)${WITHIN}`, duration),
  rule('within months', `${COUNT}个(?<unit>月|季度)${WITHIN}`, duration),
  rule('within years', `(?<!\\d)(?<count>\\d)(?<unit>年)${WITHIN}`, duration),
  rule('within half a month', `半个?月${WITHIN}`, () => ({ is: 'relative', duration: { count: 15, unit: 'day' } })),
  rule('within half a year', `半年${WITHIN}`, () => ({ is: 'relative', duration: { count: 6, unit: 'month' } })),
  rule('within hours', `(?<count>\\d{1,4})个?小时${WITHIN}?(?![前后])`, hours),
  rule('span of time', `${COUNT}(?:个(?<unit>工作日|月)|(?<long>天|周))(?![前后内])`, (groups, text) =>
    duration({ ...groups, unit: groups['unit'] ?? groups['long'] }, text),
  ),
  rule('one month or January', `(?<!\\d)[123]月${WITHIN}`, (_, text) => ({ is: 'trouble', problem: message('deadline.ambiguous', { text }) })),
];

const NOTICE =
  '(?:本|该|此|整改|督办|交办|督查|书面|问题|反馈)*(?:通知书|通知单|通知|督办单|督办函|督办件|交办单|交办件|交办函|任务单|提示函|函件|函|文件|来文|反馈意见|意见书|清单|任务|问题)';
const AFTER = '(?:之日|当日|当天|日)?(?:起|之后|以后|后)(?:的)?';

/** Ways to say "from the day the task was handed over": they count from the issue date. Other events have a day nobody knows. */
export const issueRules: readonly Rule[] = [
  rule('after receipt', `(?:自|从|在|于)?(?:(?:收到|接到|接收|收悉)(?:${NOTICE})?|接${NOTICE})(?:之日|后)?(?:${AFTER})?`, () => ({ is: 'issue' })),
  rule('after issue', `(?:自|从|在|于)?(?:${NOTICE}(?:下发|印发|送达|发出|下达|发布)|(?:${NOTICE})?(?:交办|反馈|签收))${AFTER}`, () => ({ is: 'issue' })),
  rule('from today', `(?:自|从)?(?:即日|今日|今天|发文之日|发文|下发之日|下达之日)起`, () => ({ is: 'issue' })),
];
