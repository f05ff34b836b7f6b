import { runExcel } from './errors.ts';

/** The workbook's settings that are the product's. They are saved in the file for everyone who opens it: never a key. */
export type SettingKey = 'taizhang.bindings' | 'taizhang.asOf' | 'taizhang.widths' | 'taizhang.mappings' | 'taizhang.reports';

/** A setting's value as it was saved; null when there is none. One `context.sync()`. */
export function readSetting(key: SettingKey): Promise<unknown> {
  return runExcel(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(key).load('value');
    await context.sync();
    return setting.isNullObject ? null : (setting.value as unknown);
  });
}

/** Saves a setting (plain JSON); null takes it away. At most two `context.sync()`. */
export function writeSetting(key: SettingKey, value: unknown): Promise<void> {
  return runExcel(async (context) => {
    const { settings } = context.workbook;
    if (value !== null) settings.add(key, value);
    else {
      const setting = settings.getItemOrNullObject(key);
      await context.sync();
      if (!setting.isNullObject) setting.delete();
    }
    await context.sync();
  });
}
