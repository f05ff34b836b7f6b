import type { Language } from '../../../shared/message.ts';

const WORDS = {
  'zh-CN': {
    title: '台账预览',
    open: '打开',
    openHint: '打开电脑上的 .xlsx 文件，也可以把文件拖到这里',
    save: '保存',
    saveHint: '把工作簿存为 .xlsx 文件',
    sample: '示例台账',
    sampleHint: '放下当前工作簿，重新打开示例台账',
    otherLanguage: 'English',
    drop: '松开鼠标，打开这个工作簿',
    reload: '重新载入任务窗格',
    pane: '任务窗格',
    loading: '正在打开表格…',
    close: '知道了',
    cannotOpen: '“{name}”打不开：{reason}',
    cannotSave: '没能保存：{reason}',
    leave: '当前工作簿有没保存的修改。放下这些修改吗？',
    leaveYes: '不保存，继续',
    leaveNo: '留在这里',
  },
  en: {
    title: 'Taizhang preview',
    open: 'Open',
    openHint: 'Open an .xlsx file from this computer, or drop one here',
    save: 'Save',
    saveHint: 'Save the workbook as an .xlsx file',
    sample: 'Sample ledger',
    sampleHint: 'Leave this workbook and open the sample ledger afresh',
    otherLanguage: '中文',
    drop: 'Drop to open this workbook',
    reload: 'Reload the task pane',
    pane: 'Task pane',
    loading: 'Opening the sheet…',
    close: 'Close',
    cannotOpen: '“{name}” could not be opened: {reason}',
    cannotSave: 'The workbook was not saved: {reason}',
    leave: 'This workbook has changes that are not saved. Leave them behind?',
    leaveYes: 'Continue without saving',
    leaveNo: 'Stay here',
  },
} as const satisfies Record<Language, Record<string, string>>;

export type Word = keyof (typeof WORDS)['en'];

/** The page's words in one language, with `{param}` filled in. */
export function wordsIn(language: Language): (word: Word, params?: Readonly<Record<string, string>>) => string {
  return (word, params = {}) => WORDS[language][word].replaceAll(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
}

/** The language of the preview: `?lang=en`, else Chinese. */
export function languageOf(search: string): Language {
  return new URLSearchParams(search).get('lang') === 'en' ? 'en' : 'zh-CN';
}
