import { resultColumns } from '../../shared/ledger/result-columns.ts';
import type { ResultColumn } from '../../shared/ledger/result-columns.ts';
import { readSetting, writeSetting } from './settings.ts';

/** Widths in points that columns had before they became result columns; absent for the sheet's standard width. */
export type Widths = Readonly<Partial<Record<ResultColumn, number>>>;

/** Remembers for a binding how wide the columns were; nothing is written for no columns. At most two `context.sync()`. */
export async function rememberWidths(bindingId: string, widths: Widths): Promise<void> {
  if (Object.keys(widths).length === 0) return;
  const all = await readWidths();
  await writeSetting('taizhang.widths', { ...all, [bindingId]: { ...all[bindingId], ...widths } });
}

/** How wide the columns of a binding were. One `context.sync()`. */
export async function widthsBefore(bindingId: string): Promise<Widths> {
  return (await readWidths())[bindingId] ?? {};
}

/** Forgets the widths of a binding. At most three `context.sync()`. */
export async function forgetWidths(bindingId: string): Promise<void> {
  const { [bindingId]: forgotten, ...rest } = await readWidths();
  if (forgotten !== undefined) await writeSetting('taizhang.widths', Object.keys(rest).length > 0 ? rest : null);
}

async function readWidths(): Promise<Readonly<Record<string, Widths>>> {
  const saved = await readSetting('taizhang.widths');
  if (typeof saved !== 'object' || saved === null) return {};
  return Object.fromEntries(Object.entries(saved).map(([binding, widths]: [string, unknown]) => [binding, widthsOf(widths)]));
}

/** Settings travel with the file: only what is a width is taken from them. */
function widthsOf(saved: unknown): Widths {
  const entries = typeof saved === 'object' && saved !== null ? Object.entries(saved) : [];
  return Object.fromEntries(entries.filter(([name, width]: [string, unknown]) => resultColumns.some((column) => column === name) && typeof width === 'number'));
}
