import { parseIso } from '../../shared/calendar/day.ts';
import { runExcel } from './errors.ts';
import type { Binding } from './port.ts';
import { readSetting, writeSetting } from './settings.ts';
import { forgetSyncedStates } from './synced-states.ts';
import { writeUnsent } from './unsent.ts';

/** The setting that keeps them. */
export const BINDINGS = 'taizhang.bindings';

/**
 * The ledgers bound in this workbook, each on the sheet it is on by now: the one with its id, else that of its name, for ids need not outlive the
 * program that gave them. One `context.sync()`.
 */
export function readBindings(): Promise<readonly Binding[]> {
  return runExcel(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(BINDINGS).load('value');
    const sheets = context.workbook.worksheets.load('items/id,items/name');
    await context.sync();
    const ids = new Set(sheets.items.map(({ id }) => id));
    return bindingsIn(setting.isNullObject ? null : setting.value).map((binding) => {
      const sheet = ids.has(binding.sheetId) ? undefined : sheets.items.find(({ name }) => name === binding.sheetName);
      return sheet === undefined ? binding : { ...binding, sheetId: sheet.id };
    });
  });
}

/** The bindings that a workbook's setting holds, of the open workbook or of a file. */
export function bindingsIn(saved: unknown): readonly Binding[] {
  return Array.isArray(saved) ? saved.filter(isBinding) : [];
}

/** Adds a binding, or replaces the one with its id in its place. */
export function saveBinding(binding: Binding): Promise<void> {
  return changeBindings((bindings) => {
    const isKnown = bindings.some((other) => other.id === binding.id);
    return isKnown ? bindings.map((other) => (other.id === binding.id ? binding : other)) : [...bindings, binding];
  });
}

/** Forgets a binding and the states kept for it. */
export async function removeBinding(id: string): Promise<void> {
  await changeBindings((bindings) => bindings.filter((binding) => binding.id !== id));
  await forgetSyncedStates(id);
  await writeUnsent(id, null);
}

/** The change under way; the pane sits in one workbook. */
let last: Promise<void> = Promise.resolve();

/** Changes the list once the changes before are through: it is read and written as a whole, and of two at once one would be lost. */
function changeBindings(change: (bindings: readonly Binding[]) => readonly Binding[]): Promise<void> {
  const turn = changedAfter(last, change);
  last = turn.catch(() => undefined);
  return turn;
}

async function changedAfter(before: Promise<void>, change: (bindings: readonly Binding[]) => readonly Binding[]): Promise<void> {
  await before;
  const bindings = change(await readBindings());
  await writeSetting(BINDINGS, bindings.length > 0 ? bindings : null);
}

/** The as-of day pinned for this workbook (ISO); null for today. */
export async function readPinnedAsOf(): Promise<string | null> {
  const saved = await readSetting('taizhang.asOf');
  return typeof saved === 'string' && parseIso(saved) !== null ? saved : null;
}

export function pinAsOf(day: string | null): Promise<void> {
  return writeSetting('taizhang.asOf', day);
}

/** Settings travel with the file, so another version of the product, or anyone, may have written them. */
function isBinding(saved: unknown): saved is Binding {
  if (typeof saved !== 'object' || saved === null) return false;
  const binding = saved as Partial<Record<keyof Binding, unknown>>;
  const texts = [binding.id, binding.register, binding.workspace, binding.sheetId, binding.sheetName];
  return (
    texts.every((text) => typeof text === 'string') &&
    typeof binding.base === 'number' &&
    typeof binding.headerRow === 'number' &&
    Array.isArray(binding.columns) &&
    Array.isArray(binding.pending)
  );
}
