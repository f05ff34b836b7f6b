import type { Messages } from './types.ts';

/** What is expected at a place of the plan that is not as it must be. */
export const planMessages = {
  'zh-CN': {
    'plan.date': '存在的日期，如 2022-01-01',
    'plan.dateOrNone': '存在的日期，如 2022-03-31；没有就留空',
    'plan.notBefore': '不早于开始日期 {start} 的日期',
    'plan.withinYears': '开始日期 {start} 之后 {years} 年以内的日期',
    'plan.shortText': '不超过 {max} 个字符',
    'plan.between': '{min} 到 {max} 之间的数',
    'plan.wholeBetween': '{min} 到 {max} 之间的整数',
    'plan.above': '大于 {min}、不超过 {max} 的数',
    'plan.decimals': '最多 {decimals} 位小数',
    'plan.oneWeight': '至少一个权重大于 0',
    'plan.fourGrades': '四个等次各一个，从高到低：{grades}',
    'plan.gradeHere': '等次 {grade}（从高到低排列，每个等次一次）',
    'plan.below': '小于上一等次的 {before}',
    'plan.zero': '0（最低等次从 0 分起）',
  },
  en: {
    'plan.date': 'a date that exists, such as 2022-01-01',
    'plan.dateOrNone': 'a date that exists, such as 2022-03-31, or none',
    'plan.notBefore': 'a date not before the start {start}',
    'plan.withinYears': 'a date within {years} years of the start {start}',
    'plan.shortText': 'at most {max} characters',
    'plan.between': 'a number from {min} to {max}',
    'plan.wholeBetween': 'a whole number from {min} to {max}',
    'plan.above': 'a number above {min}, at most {max}',
    'plan.decimals': 'at most {decimals} decimals',
    'plan.oneWeight': 'at least one weight above 0',
    'plan.fourGrades': 'the four grades once each, best first: {grades}',
    'plan.gradeHere': 'the grade {grade} (best first, each once)',
    'plan.below': 'less than {before}, where the grade before begins',
    'plan.zero': '0, because the lowest grade begins there',
  },
} as const satisfies Messages;
