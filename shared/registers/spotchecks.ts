import { noteField, refField, unitField } from './fields.ts';
import type { Register } from './types.ts';

/** 随机抽查: whether what a unit reported was found to be true. */
export const spotchecks: Register = {
  id: 'spotchecks',
  label: { 'zh-CN': '随机抽查', en: 'Spot checks' },
  titles: ['随机抽查', '抽查台账', '抽查情况', '抽查记录'],
  fields: [
    unitField('被抽查单位', '抽查单位', '抽查对象', '受查单位', 'checked unit'),
    {
      id: 'checkedOn',
      kind: 'date',
      monthMeans: 'last',
      required: true,
      width: 14,
      label: { 'zh-CN': '抽查日期', en: 'Checked on' },
      aliases: ['抽查时间', '核查日期', '核查时间', '检查日期', '检查时间', '日期', '时间', 'date', 'checked'],
    },
    {
      id: 'result',
      kind: 'choice',
      required: true,
      width: 12,
      label: { 'zh-CN': '抽查结果', en: 'Result' },
      aliases: ['核查结果', '核实结果', '检查结果', '是否属实', '抽查结论', '核查结论', '结果', '结论', '核实情况', '抽查情况'],
      choices: [
        { id: 'true', words: ['属实', '真实', '是', '情况属实', '√', '一致'] },
        { id: 'partly', words: ['部分属实', '基本属实', '部分真实', '部分一致'] },
        { id: 'false', words: ['不属实', '不真实', '否', '虚报', '失实', '弄虚作假', '×', '不一致'] },
      ],
    },
    refField,
    {
      id: 'inspectors',
      kind: 'text',
      width: 16,
      label: { 'zh-CN': '抽查人', en: 'Inspectors' },
      aliases: ['抽查人员', '核查人', '核查人员', '检查人', '检查人员', '抽查组', '抽查小组'],
    },
    {
      id: 'draw',
      kind: 'code',
      width: 16,
      label: { 'zh-CN': '抽签批次', en: 'Draw' },
      aliases: ['抽签编号', '抽取批次', '抽样批次', '抽查批次', '随机抽取编号', '抽签号'],
    },
    noteField,
  ],
};
