/** The sheets 责任单位 and 责任清单 of the sample ledger. */

import { keyUnits } from './key-units.ts';
import type { SampleCell, SampleMeasure, SampleUnit } from './line.ts';
import { otherUnits } from './other-units.ts';
import type { SampleSheet } from './sheet.ts';

const units: readonly SampleUnit[] = [...keyUnits, ...otherUnits];

function measureRow(unit: SampleUnit, measure: SampleMeasure): SampleCell[] {
  const { title, unitAs = unit.name, start = null, due, coUnits = null, status, progress, completedOn = null, note = null } = measure;
  return [unitAs, unit.leader, title, start, due, coUnits, status, progress, completedOn, note];
}

/** The 13 units. */
export const unitsSheet: SampleSheet = {
  name: '责任单位',
  title: '乌达区优化营商环境责任单位名册',
  orientation: 'portrait',
  columns: [
    { header: '序号', width: 8, kind: 'number' },
    { header: '单位名称', width: 26, kind: 'text' },
    { header: '别名', width: 40, kind: 'text' },
    { header: '类别', width: 12, kind: 'choice' },
    { header: '主要负责人', width: 15, kind: 'choice' },
  ],
  rowHeight: 24,
  rows: units.map((unit, at) => [at + 1, unit.name, unit.aliases === '' ? null : unit.aliases, unit.tier, unit.leader]),
};

/** The 73 measures. */
export const measuresSheet: SampleSheet = {
  name: '责任清单',
  title: '乌达区2022年优化营商环境“两化一核心”责任清单',
  orientation: 'landscape',
  columns: [
    { header: '序号', width: 10, kind: 'number' },
    { header: '责任单位', width: 18, kind: 'text' },
    { header: '主要负责人', width: 16, kind: 'choice' },
    { header: '工作措施', width: 38, kind: 'text' },
    { header: '开始时间', width: 13, kind: 'choice' },
    { header: '完成时限', width: 17, kind: 'choice' },
    { header: '配合单位', width: 20, kind: 'text' },
    { header: '完成情况', width: 13, kind: 'choice', list: ['已完成', '进行中', '未启动'] },
    { header: '完成进度', width: 13, kind: 'choice' },
    { header: '完成时间', width: 13, kind: 'choice' },
    { header: '备注', width: 24, kind: 'text' },
  ],
  rowHeight: 33,
  hasFilter: true,
  rows: units.flatMap((unit) => unit.measures.map((measure) => measureRow(unit, measure))).map((cells, at) => [at + 1, ...cells]),
};
