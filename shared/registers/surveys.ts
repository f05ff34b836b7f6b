import { noteField, unitField } from './fields.ts';
import type { Field, Register } from './types.ts';

/** How many of those asked gave one answer. */
function count(id: string, label: Field['label'], ...aliases: readonly string[]): Field {
  return { id, kind: 'number', min: 0, whole: true, width: 10, label, aliases };
}

/** 群众满意度: what the public said of a unit, as a score or as counts of answers. */
export const surveys: Register = {
  id: 'surveys',
  label: { 'zh-CN': '群众满意度', en: 'Surveys' },
  titles: ['满意度', '民意调查', '群众测评', '群众评议'],
  fields: [
    unitField('被测评单位', '测评单位', '被评议单位', '测评对象', '被调查单位', '评议对象', 'surveyed unit'),
    {
      id: 'date',
      kind: 'date',
      monthMeans: 'last',
      required: true,
      width: 14,
      label: { 'zh-CN': '测评日期', en: 'Date' },
      aliases: ['测评时间', '调查日期', '调查时间', '评议时间', '评议日期', '日期', '时间', 'surveyed on'],
    },
    {
      id: 'score',
      kind: 'number',
      min: 0,
      max: 100,
      width: 10,
      label: { 'zh-CN': '满意度', en: 'Score' },
      aliases: ['满意度得分', '满意率', '群众满意度', '测评得分', '评议得分', '满意度分值', '得分', '分数', 'satisfaction'],
      percent: true,
    },
    count('satisfied', { 'zh-CN': '满意', en: 'Satisfied' }, '满意人数', '满意票', '满意票数', '满意数', '很满意', '非常满意'),
    count('basically', { 'zh-CN': '基本满意', en: 'Basically satisfied' }, '基本满意人数', '基本满意票', '基本满意票数', '基本满意数', '较满意', '比较满意'),
    count('dissatisfied', { 'zh-CN': '不满意', en: 'Dissatisfied' }, '不满意人数', '不满意票', '不满意票数', '不满意数'),
    noteField,
  ],
  needs: [{ oneOf: ['score', 'satisfied', 'basically', 'dissatisfied'], problem: 'problem.surveyEmpty' }],
};
