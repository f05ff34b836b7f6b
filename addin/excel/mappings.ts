import { registerById } from '../../shared/registers/index.ts';
import type { RegisterId } from '../../shared/registers/index.ts';
import type { Mapping, Mappings } from './port.ts';
import { readSetting, writeSetting } from './settings.ts';

/** What clerks of this workbook said that columns are. One `context.sync()`. */
export async function readMappings(): Promise<Mappings> {
  const saved = await readSetting('taizhang.mappings');
  if (typeof saved !== 'object' || saved === null) return {};
  return Object.fromEntries(Object.entries(saved).map(([register, fields]: [string, unknown]) => [register, mappingOf(register, fields)]));
}

/** Keeps what a clerk said of a register's columns beside what was said before; nothing is written for nothing. Two `context.sync()`. */
export async function rememberMapping(register: RegisterId, fields: Mapping): Promise<void> {
  if (Object.keys(fields).length === 0) return;
  const all = await readMappings();
  await writeSetting('taizhang.mappings', { ...all, [register]: { ...all[register], ...fields } });
}

/** Settings travel with the file, so another version of the product, or anyone, may have written them: only known fields are taken. */
function mappingOf(register: string, saved: unknown): Mapping {
  const fields = registerById(register)?.fields ?? [];
  const entries: readonly [string, unknown][] = typeof saved === 'object' && saved !== null ? Object.entries(saved) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string | null] => entry[1] === null || fields.some((field) => field.id === entry[1])));
}
