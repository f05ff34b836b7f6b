import { unitField } from './fields.ts';
import type { Register } from './types.ts';

/** 加减分: points given or taken for what no other register holds, and vetoes. */
export const adjustments: Register = {
  id: 'adjustments',
  label: { 'zh-CN': '加减分', en: 'Adjustments' },
  titles: ['加减分', '加分', '扣分', '一票否决', '奖惩'],
  fields: [
    unitField('加减分单位', '被扣分单位', '加分单位', '扣分单位', '被考核单位'),
    {
      id: 'date',
      kind: 'date',
      monthMeans: 'last',
      required: true,
      width: 14,
      label: { 'zh-CN': '认定日期', en: 'Date' },
      aliases: ['认定时间', '加减分日期', '加减分时间', '扣分日期', '扣分时间', '加分日期', '加分时间', '日期', '时间', '发生时间', '发生日期'],
    },
    {
      id: 'kind',
      kind: 'choice',
      required: true,
      width: 12,
      label: { 'zh-CN': '加减分类型', en: 'Kind' },
      aliases: ['加减分类别', '加减分', '类型', '类别', '加分或扣分', '加分/扣分', '加/减分', '奖惩类型', 'type'],
      choices: [
        { id: 'bonus', words: ['加分', '加', '奖励', '加分项'] },
        { id: 'deduction', words: ['扣分', '减分', '扣', '减', '惩处', '扣分项', '减分项'] },
        { id: 'veto', words: ['一票否决', '否决', '一票否决项'] },
      ],
    },
    {
      id: 'points',
      kind: 'number',
      min: 0,
      width: 10,
      label: { 'zh-CN': '加减分值', en: 'Points' },
      aliases: ['分值', '分数', '加减分数', '扣分值', '加分值', '加扣分值', '加减分分值'],
    },
    {
      id: 'reason',
      kind: 'text',
      required: true,
      width: 48,
      label: { 'zh-CN': '加减分事由', en: 'Reason' },
      aliases: ['事由', '原因', '加减分原因', '扣分原因', '加分原因', '扣分事由', '加分事由', '理由', '加减分事项', '事项', '具体事项'],
    },
    {
      id: 'document',
      kind: 'text',
      width: 24,
      label: { 'zh-CN': '认定文件', en: 'Document' },
      aliases: ['依据', '文件', '文号', '文件依据', '认定依据', '佐证材料', '证明材料', '依据文件', '文件文号'],
    },
  ],
  needs: [{ oneOf: ['points'], where: { field: 'kind', in: ['bonus', 'deduction'] }, problem: 'problem.pointsMissing' }],
};
