import type { Register } from './types.ts';

/** 责任单位: the departments, their tier and leader. */
export const units: Register = {
  id: 'units',
  label: { 'zh-CN': '责任单位', en: 'Units' },
  titles: ['单位名录', '单位名单', '单位清单', '部门名单', '部门名录'],
  fields: [
    {
      id: 'name',
      kind: 'text',
      required: true,
      width: 24,
      label: { 'zh-CN': '单位名称', en: 'Name' },
      aliases: ['单位', '责任单位', '部门', '部门名称', '单位全称', '责任部门', '责任单位名称', 'unit'],
    },
    { id: 'code', kind: 'text', width: 12, label: { 'zh-CN': '单位代码', en: 'Code' }, aliases: ['代码', '机构代码', '统一社会信用代码'] },
    { id: 'aliases', kind: 'units', width: 28, label: { 'zh-CN': '别名', en: 'Aliases' }, aliases: ['简称', '单位简称', '曾用名', '其他名称', 'alias'] },
    {
      id: 'tier',
      kind: 'choice',
      width: 12,
      label: { 'zh-CN': '类别', en: 'Tier' },
      aliases: ['单位类别', '部门类别', '分类', '是否重点', '是否重点部门', '重点部门', '部门类型', '单位类型'],
      choices: [
        { id: 'key', words: ['重点部门', '重点', '重点单位', '是'] },
        { id: 'other', words: ['其他部门', '其他', '一般部门', '一般', '其他单位', '否'] },
      ],
    },
    { id: 'leader', kind: 'text', width: 12, label: { 'zh-CN': '主要负责人', en: 'Leader' }, aliases: ['负责人', '责任人', '主要领导', '领导'] },
    {
      id: 'assessed',
      kind: 'choice',
      width: 10,
      label: { 'zh-CN': '是否考核', en: 'Assessed' },
      aliases: ['纳入考核', '参加考核', '是否纳入考核', '是否参加考核'],
      choices: [
        { id: 'yes', words: ['是', '√', '纳入', '考核', 'true'] },
        { id: 'no', words: ['否', '×', '不纳入', '不考核', 'false'] },
      ],
    },
  ],
};
