import type { Messages } from './types.ts';

/** What is written into the sheet itself: the legend, and what is said of rows beside flags and hints. */
export const sheetMessages = {
  'zh-CN': {
    'sheet.ours': '{header}（台账）',
    'sheet.legend': '红：已逾期　黄：临近到期、进度滞后　绿：正常、已完成　灰：无时限、时限无法识别',
    'sheet.updated': '截至 {asOf}，更新于 {updatedAt}',
    'sheet.ownColumns': '这几列由“台账”写入，再次推送时会更新。',
    'sheet.accepted': '已接收',
    'sheet.rejected': '未接受',
    'sheet.cell': '“{header}”：{words}',
    'sheet.separator': '；',
    'sheet.conflict': '有冲突',
    'sheet.conflictWhy': '别人在上次同步之后改过这一行，没有覆盖',
    'sheet.copiedRow': '编号与另一行相同，是复制来的行，按新的一行处理',
    'sheet.brokenId': '编号被改动过，按新的一行处理',
    'sheet.foundAgain': '编号不在了，按内容认出是原来的一行',
  },
  en: {
    'sheet.ours': '{header} (Taizhang)',
    'sheet.legend': 'Red: overdue. Yellow: due soon or behind. Green: on track or done. Grey: no deadline or unreadable.',
    'sheet.updated': 'As of {asOf}, updated {updatedAt}',
    'sheet.ownColumns': 'These columns are written by Taizhang and updated by the next push.',
    'sheet.accepted': 'Accepted',
    'sheet.rejected': 'Not accepted',
    'sheet.cell': '“{header}”: {words}',
    'sheet.separator': '; ',
    'sheet.conflict': 'Conflict',
    'sheet.conflictWhy': 'Someone else changed this row since the last sync; theirs was not overwritten',
    'sheet.copiedRow': 'Same id as another row: a copy, taken as a new row',
    'sheet.brokenId': 'The id was changed: taken as a new row',
    'sheet.foundAgain': 'The id was gone: known again by its content',
  },
} as const satisfies Messages;
