import type { Field } from './types.ts';

/** The unit of a register other than the list of measures: several names in the cell all count in full. `aliases` are those of the register's own wording. */
export function unitField(...aliases: readonly string[]): Field {
  return {
    id: 'unit',
    kind: 'unit',
    required: true,
    width: 20,
    label: { 'zh-CN': '责任单位', en: 'Unit' },
    aliases: ['单位', '单位名称', '责任部门', '部门', '部门名称', '牵头单位', 'department', ...aliases],
  };
}

export const noteField: Field = {
  id: 'note',
  kind: 'text',
  width: 20,
  label: { 'zh-CN': '备注', en: 'Note' },
  aliases: ['说明事项', 'notes', 'remark', 'remarks'],
};

/** The id of another entry that the row is about (domain, Registers). */
export const refField: Field = {
  id: 'ref',
  kind: 'ref',
  width: 28,
  label: { 'zh-CN': '关联编号', en: 'Ref' },
  aliases: ['关联条目', '对应编号', '关联条目编号', '关联措施编号', '关联问题编号', 'reference', 'related id'],
};
