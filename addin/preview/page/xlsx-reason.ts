import type { Language } from '../../../shared/message.ts';
import { XlsxError } from '../xlsx/index.ts';
import type { XlsxErrorCode } from '../xlsx/index.ts';

const REASONS: Record<Language, Record<XlsxErrorCode | 'other', string>> = {
  'zh-CN': {
    notXlsx: '它不是 .xlsx 工作簿。请在 Excel 或 WPS 中另存为“Excel 工作簿 (*.xlsx)”，再打开。',
    legacyXls: '它是旧格式（.xls 或 .et）。请在 Excel 或 WPS 中另存为“Excel 工作簿 (*.xlsx)”，再打开。',
    encrypted: '它设有打开密码。请先在 Excel 或 WPS 中去掉密码，再打开。',
    broken: '文件已损坏，有一部分读不出来。请在 Excel 或 WPS 中修复后重新保存，再打开。',
    tooLarge: '文件太大，浏览器放不下。请拆分后再打开。',
    other: '预览出了错。请把这个文件交给维护人员查看。',
  },
  en: {
    notXlsx: 'it is not an .xlsx workbook. Save it as “Excel Workbook (*.xlsx)” in Excel or WPS and open that.',
    legacyXls: 'it is in the old format (.xls or .et). Save it as “Excel Workbook (*.xlsx)” in Excel or WPS and open that.',
    encrypted: 'it has a password to open. Remove the password in Excel or WPS first.',
    broken: 'the file is damaged and a part of it cannot be read. Repair and save it in Excel or WPS, then open it.',
    tooLarge: 'the file is too large for the browser. Split it and open the parts.',
    other: 'the preview failed on it. Please hand the file to whoever maintains the preview.',
  },
};

/** Why a file could not be opened, in words. */
export function xlsxReason(error: unknown, language: Language): string {
  if (error instanceof XlsxError) return REASONS[language][error.code];
  console.error(error);
  return REASONS[language].other;
}
