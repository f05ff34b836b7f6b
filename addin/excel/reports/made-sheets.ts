import type { SheetRef } from '../port.ts';
import type { SettingKey } from '../settings.ts';

export const MADE_KEY = 'taizhang.reports' satisfies SettingKey;

/** A sheet that holds a report of ours. */
export interface MadeSheet {
  /** The name the report asked for, uncut: two reports may share what Excel leaves of it. */
  readonly name: string;
  readonly sheetId: string;
  readonly sheetName: string;
  /** Of what was written; a sheet that says something else by now has a clerk's work in it. */
  readonly print: string;
}

/** Settings travel with the file, so anyone may have written them: only what is such a list is taken. */
export function madeSheetsIn(saved: unknown): readonly MadeSheet[] {
  if (!Array.isArray(saved)) return [];
  return saved.filter((one: unknown): one is MadeSheet => {
    if (typeof one !== 'object' || one === null) return false;
    const { name, sheetId, sheetName, print } = one as Partial<Record<keyof MadeSheet, unknown>>;
    return [name, sheetId, sheetName, print].every((text) => typeof text === 'string');
  });
}

/** Whether a sheet is one of the reports written, as the setting was saved: by its id or its name, for ids need not outlive the program that gave them. */
export function isMade(saved: unknown, { sheetId, sheetName }: SheetRef): boolean {
  return madeSheetsIn(saved).some((made) => made.sheetId === sheetId || made.sheetName === sheetName);
}

/** A short print of a sheet's values, blank cells and the mark of texts left out (FNV-1a over their JSON). */
export function printOf(values: readonly (readonly unknown[])[]): string {
  const filled = values.map((line) => line.map((value) => (typeof value === 'string' ? value.replace(/^'/, '') : value)).filter((value) => value !== ''));
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(JSON.stringify(filled.filter((line) => line.length > 0)))) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16);
}
