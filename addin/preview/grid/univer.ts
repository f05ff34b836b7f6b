import {
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  LifecycleService,
  LifecycleStages,
  LocaleType,
  LogLevel,
  mergeLocales,
  Univer,
  UniverInstanceType,
} from '@univerjs/core';
import type { ILocales, Injector, PluginCtor, Workbook, Worksheet } from '@univerjs/core';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import cfEnglish from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import cfChinese from '@univerjs/preset-sheets-conditional-formatting/locales/zh-CN';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreEnglish from '@univerjs/preset-sheets-core/locales/en-US';
import coreChinese from '@univerjs/preset-sheets-core/locales/zh-CN';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import dvEnglish from '@univerjs/preset-sheets-data-validation/locales/en-US';
import dvChinese from '@univerjs/preset-sheets-data-validation/locales/zh-CN';
import { UniverSheetsFilterPreset } from '@univerjs/preset-sheets-filter';
import filterEnglish from '@univerjs/preset-sheets-filter/locales/en-US';
import filterChinese from '@univerjs/preset-sheets-filter/locales/zh-CN';
import { UniverSheetsNotePreset } from '@univerjs/preset-sheets-note';
import noteEnglish from '@univerjs/preset-sheets-note/locales/en-US';
import noteChinese from '@univerjs/preset-sheets-note/locales/zh-CN';
import { UniverSheetsSortPreset } from '@univerjs/preset-sheets-sort';
import sortEnglish from '@univerjs/preset-sheets-sort/locales/en-US';
import sortChinese from '@univerjs/preset-sheets-sort/locales/zh-CN';
import { UniverSheetsTablePreset } from '@univerjs/preset-sheets-table';
import tableEnglish from '@univerjs/preset-sheets-table/locales/en-US';
import tableChinese from '@univerjs/preset-sheets-table/locales/zh-CN';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-filter/lib/index.css';
import '@univerjs/preset-sheets-note/lib/index.css';
import '@univerjs/preset-sheets-sort/lib/index.css';
import '@univerjs/preset-sheets-table/lib/index.css';
import type { Language } from '../../../shared/message.ts';
import { hiddenMenus } from './menus.ts';

const LOCALES: Record<Language, { readonly type: LocaleType; readonly words: ILocales[string] }> = {
  'zh-CN': {
    type: LocaleType.ZH_CN,
    words: mergeLocales(
      coreChinese,
      cfChinese,
      dvChinese,
      filterChinese,
      noteChinese,
      sortChinese,
      tableChinese,
      progressWords(coreChinese, '正在分析公式', '正在计算', '计算完成'),
    ),
  },
  en: {
    type: LocaleType.EN_US,
    words: mergeLocales(
      coreEnglish,
      cfEnglish,
      dvEnglish,
      filterEnglish,
      noteEnglish,
      sortEnglish,
      tableEnglish,
      progressWords(coreEnglish, 'Analysing formulas', 'Calculating', 'Done'),
    ),
  },
};

/** The texts with the words Univer 0.25.1 shows while formulas are worked out and leaves out of its own. */
function progressWords(words: ILocales[string], analyzing: string, calculating: string, done: string): ILocales[string] {
  const progress = { analyzing, calculating, 'array-analysis': analyzing, 'array-calculation': calculating, done };
  return { 'sheets-formula': { ...(words?.['sheets-formula'] as object), progress } };
}

export const localeOf = (language: Language): LocaleType => LOCALES[language].type;

/** A running Univer without a workbook, drawing into `container`. */
export function startUniver(container: HTMLElement, language: Language): Univer {
  const { type, words } = LOCALES[language];
  const univer = new Univer({ locale: type, locales: { [type]: words }, logLevel: LogLevel.WARN });
  const presets = [
    UniverSheetsCorePreset({
      container,
      ribbonType: 'simple',
      menu: hiddenMenus,
      sheets: { disableForceStringAlert: true, disableForceStringMark: true },
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
    }),
    UniverSheetsTablePreset(),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDataValidationPreset({ showSearchOnDropdown: false, showEditOnDropdown: false }),
    UniverSheetsFilterPreset(),
    UniverSheetsSortPreset(),
    UniverSheetsNotePreset(),
  ];
  for (const { plugins } of presets) {
    for (const plugin of plugins as readonly (PluginCtor | [PluginCtor, unknown])[]) {
      if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1] as ConstructorParameters<PluginCtor>[0]);
      else univer.registerPlugin(plugin);
    }
  }
  return univer;
}

/** One workbook inside Univer: what the parts of the view draw with. */
export interface UniverBook {
  readonly unitId: string;
  readonly injector: Injector;
  /** Executes a mutation or operation of Univer. */
  run(id: string, params: object): void;
  /** Executes a command of Univer, as its menus do. */
  command(id: string, params?: object): Promise<boolean>;
}

/** A handle on the workbook `unitId`. */
export function univerBook(univer: Univer, unitId: string): UniverBook {
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  return {
    unitId,
    injector,
    run: (id, params) => void commands.syncExecuteCommand(id, params),
    command: (id, params) => commands.executeCommand(id, params),
  };
}

/** Resolves once Univer has drawn its first workbook; before that it measures nothing. */
export function whenRendered(book: UniverBook): Promise<void> {
  return book.injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
}

/** Forgets what could be undone: as in Excel, a write by the add-in ends the person's undo. */
export function forgetUndo(book: UniverBook): void {
  book.injector.get(IUndoRedoService).clearUndoRedo(book.unitId);
}

/** Univer's workbook itself. */
export function workbookOf(book: UniverBook): Workbook {
  const workbook = book.injector.get(IUniverInstanceService).getUnit<Workbook>(book.unitId, UniverInstanceType.UNIVER_SHEET);
  if (!workbook) throw new Error(`Univer has no workbook ${book.unitId}.`);
  return workbook;
}

/** Univer's sheet with an id. Throws when there is none. */
export function sheetOf(book: UniverBook, id: string): Worksheet {
  const sheet = workbookOf(book).getSheetBySheetId(id);
  if (!sheet) throw new Error(`Univer has no sheet ${id}.`);
  return sheet;
}
