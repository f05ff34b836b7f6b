import { unitField } from './fields.ts';
import type { Register } from './types.ts';

/** 月度落实情况: what each unit hands in at the end of a month. */
export const reports: Register = {
  id: 'reports',
  label: { 'zh-CN': '月度落实情况', en: 'Monthly reports' },
  titles: ['月度落实', '月度报送', '落实情况报送', '月报'],
  fields: [
    unitField('报送单位', '填报单位', '上报单位', 'reporting unit'),
    {
      id: 'month',
      kind: 'month',
      required: true,
      yearFrom: 'submittedOn',
      width: 12,
      label: { 'zh-CN': '报送月份', en: 'Month' },
      aliases: ['月份', '所属月份', '报告月份', '填报月份', '月度', '所属期', '报送期', '考核月份', 'period'],
    },
    {
      id: 'submittedOn',
      kind: 'date',
      monthMeans: 'last',
      required: true,
      width: 14,
      label: { 'zh-CN': '报送日期', en: 'Submitted on' },
      aliases: ['报送时间', '上报时间', '上报日期', '提交时间', '提交日期', '填报日期', '填报时间', '收到时间', '收到日期', 'submitted', 'submission date'],
    },
    {
      id: 'summary',
      kind: 'text',
      width: 48,
      label: { 'zh-CN': '落实情况', en: 'Summary' },
      aliases: ['本月落实情况', '工作落实情况', '月度落实情况', '本月工作情况', '本月进展', '工作开展情况', '主要工作', '工作情况', '报送内容', '进展情况'],
    },
    {
      id: 'progress',
      kind: 'progress',
      width: 12,
      label: { 'zh-CN': '完成进度', en: 'Progress' },
      aliases: ['工作进度', '总体进度', '进度', '完成比例', '完成率', 'percent complete'],
    },
  ],
};
