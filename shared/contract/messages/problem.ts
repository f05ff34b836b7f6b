import type { Messages } from './types.ts';

/**
 * What is wrong with a cell or a row, and why a row was passed over. Row number and header are put in front by the caller
 * (`第 12 行“完成时间”：…`), so the words begin with what stands there.
 */
export const problemMessages = {
  'zh-CN': {
    'problem.required': '这一格是空的，但必须填写。请补上后再推送。',
    'problem.requiredColumn': '新的一行必须有这一列，但表中没有对应的列。请在“推送”页为它选一列，或在表中加上这一列。',
    'problem.errorValue': '这一格是 Excel 错误值 {value}。请改正公式，或直接填写内容。',
    'problem.unreadableDate': '写的是“{value}”，认不出是哪一天。请写成 2022-06-30 或 2022年6月30日。',
    'problem.yearMissing': '写的是“{value}”，没有写年份。请写成 2022-06-30 或 2022年6月30日。',
    'problem.noSuchDay': '写的是“{value}”，{month} 月没有 {day} 日。请改成存在的日期。',
    'problem.noSuchMonth': '写的是“{value}”，没有 {month} 月。请改成 1 到 12 月的日期。',
    'problem.noSuchYear': '写的是“{value}”，{year} 年不像是台账里的年份。请核对后改正。',
    'problem.zeroEaten': '写的是数字 {value}，分不清是哪一天（Excel 可能吃掉了末尾的 0）。请写成 2022-06-30 这样完整的日期。',
    'problem.unreadableNumber': '写的是“{value}”，不是数字。请只填数字，例如 1 或 2.5。',
    'problem.numberTooSmall': '写的是“{value}”，不能小于 {min}。请改成 {min} 或更大的数字。',
    'problem.unreadableProgress': '写的是“{value}”，认不出进度。请填 0 到 100 的数字，或 60% 这样的百分比；文字说明请写到别的列。',
    'problem.progressOutOfRange': '写的是“{value}”，进度应在 0 到 100 之间。请改正。',
    'problem.unknownChoice': '写的是“{value}”，只能填：{choices}。请选其中一个。',
    'problem.idMissing': '这一行没有编号。请从表格窗格推送，编号会自动生成。',
    'problem.idMalformed': '编号“{value}”不完整或被改动过。请清空这一格，推送时会生成新的编号。',
    'problem.cellCount': '这一行有 {count} 格，应有 {expected} 格。请按 columns 列出的顺序逐格给出。',
    'problem.skippedBlank': '空行，未推送',
    'problem.skippedSection': '分节标题行，未推送',
    'problem.skippedTotal': '小计或合计行，未推送',
    'problem.skippedNote': '表下的说明或签字行，未推送',
    'problem.skippedHeader': '重复的表头行，未推送',
  },
  en: {
    'problem.required': 'This cell is blank but must be filled in. Fill it in and push again.',
    'problem.requiredColumn': 'A new row needs this column, and no column of the sheet feeds it. Choose one on the Push page, or add the column to the sheet.',
    'problem.errorValue': 'This cell holds the Excel error {value}. Correct the formula, or type the content.',
    'problem.unreadableDate': 'It says “{value}”, which cannot be read as a day. Write 2022-06-30 or 2022年6月30日.',
    'problem.yearMissing': 'It says “{value}”, without a year. Write 2022-06-30 or 2022年6月30日.',
    'problem.noSuchDay': 'It says “{value}”, but month {month} has no day {day}. Write a date that exists.',
    'problem.noSuchMonth': 'It says “{value}”, but there is no month {month}. Write a date in months 1 to 12.',
    'problem.noSuchYear': 'It says “{value}”, and {year} is hardly a year of this ledger. Check and correct it.',
    'problem.zeroEaten': 'It is the number {value}, of which the day cannot be told (Excel may have dropped a final 0). Write a full date such as 2022-06-30.',
    'problem.unreadableNumber': 'It says “{value}”, which is not a number. Write only a number, such as 1 or 2.5.',
    'problem.numberTooSmall': 'It says “{value}”, but must not be less than {min}. Write {min} or more.',
    'problem.unreadableProgress':
      'It says “{value}”, which is no progress. Write a number from 0 to 100, or a percentage such as 60%; put descriptions into another column.',
    'problem.progressOutOfRange': 'It says “{value}”, but progress lies between 0 and 100. Correct it.',
    'problem.unknownChoice': 'It says “{value}”, but only these may stand here: {choices}. Choose one of them.',
    'problem.idMissing': 'This row has no id. Push from the pane, which makes ids by itself.',
    'problem.idMalformed': 'The id “{value}” is incomplete or has been changed. Clear the cell; a new id is made when you push.',
    'problem.cellCount': 'This row has {count} cells and should have {expected}. Give one for each of `columns`, in their order.',
    'problem.skippedBlank': 'Blank row, not pushed',
    'problem.skippedSection': 'Section heading, not pushed',
    'problem.skippedTotal': 'Subtotal or total, not pushed',
    'problem.skippedNote': 'Note or signature below the table, not pushed',
    'problem.skippedHeader': 'Repeated header, not pushed',
  },
} as const satisfies Messages;
