import type { Register } from './types.ts';

/** 责任清单: the measures each unit's leader has signed for. */
export const measures: Register = {
  id: 'measures',
  label: { 'zh-CN': '责任清单', en: 'Measures' },
  fields: [
    { id: 'unit', kind: 'unit', required: true, width: 20, label: { 'zh-CN': '责任单位', en: 'Unit' }, aliases: ['牵头单位', '单位', '责任部门', '牵头部门', '单位名称', '部门', '部门名称', '牵头责任单位', '主办单位', '承办单位', '落实单位', 'lead unit', 'department', 'responsible unit'] },
    { id: 'title', kind: 'text', required: true, width: 48, label: { 'zh-CN': '工作措施', en: 'Measure' }, aliases: ['重点任务', '整改措施', '工作内容', '措施', '具体措施', '任务', '工作任务', '任务内容', '主要任务', '工作事项', '主要措施', '措施内容', '目标任务', '任务名称', 'title', 'task'] },
    { id: 'due', kind: 'deadline', width: 18, label: { 'zh-CN': '完成时限', en: 'Deadline' }, aliases: ['整改时限', '时限要求', '完成日期', '时限', '办理时限', '完成期限', '截止日期', '截止时间', '时间要求', '时间节点', '办结时限', '计划完成时间', '计划完成时限', '要求完成时间', '拟完成时间', 'due', 'due date'], claims: ['完成时间'] },
    { id: 'start', kind: 'date', monthMeans: 'first', width: 14, label: { 'zh-CN': '开始时间', en: 'Start' }, aliases: ['启动时间', '起始时间', '开始日期', '交办时间', '下达时间', 'start date'] },
    { id: 'leader', kind: 'text', width: 12, label: { 'zh-CN': '主要负责人', en: 'Leader' }, aliases: ['责任人', '负责人', '责任领导', '牵头领导', '主要责任人', '第一责任人', 'owner'] },
    { id: 'coUnits', kind: 'units', width: 24, label: { 'zh-CN': '配合单位', en: 'Co-units' }, aliases: ['协办单位', '责任配合单位', '配合责任单位', '配合部门', '协同单位', '参与单位', '协作单位', 'co units', 'supporting units'] },
    { id: 'source', kind: 'text', width: 18, label: { 'zh-CN': '任务来源', en: 'Source' }, aliases: ['来源', '依据', '文件依据'] },
    { id: 'status', kind: 'status', width: 12, label: { 'zh-CN': '完成情况', en: 'Status' }, aliases: ['是否完成', '办理状态', '状态', '完成状态', '落实状态', '办理情况'] },
    { id: 'progress', kind: 'progress', width: 12, label: { 'zh-CN': '完成进度', en: 'Progress' }, aliases: ['进展情况', '工作进度', '进度', '进展', '完成比例', '完成率', 'percent complete'] },
    { id: 'completedOn', kind: 'date', monthMeans: 'last', width: 14, label: { 'zh-CN': '完成时间', en: 'Completed on' }, aliases: ['办结时间', '实际完成时间', '办结日期', '实际完成日期', '实际办结时间', '销号时间', 'completion date', 'completed'] },
    { id: 'weight', kind: 'number', min: 0, width: 8, label: { 'zh-CN': '权重', en: 'Weight' }, aliases: ['分值', '任务权重'] },
    { id: 'evidence', kind: 'text', width: 24, label: { 'zh-CN': '佐证材料', en: 'Evidence' }, aliases: ['证明材料', '附件', '佐证'] },
    { id: 'note', kind: 'text', width: 20, label: { 'zh-CN': '备注', en: 'Note' }, aliases: ['说明事项', 'notes', 'remark', 'remarks'] },
  ],
};
