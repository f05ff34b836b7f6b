import { measures } from './measures.ts';
import type { Register } from './types.ts';
import { units } from './units.ts';

/** Every register, in the order ledgers are pushed: units first, so that names resolve. */
export const registers: readonly Register[] = [units, measures];

/** The register with an id; undefined when there is none. */
export function registerById(id: string): Register | undefined {
  return registers.find((register) => register.id === id);
}

export type { Choice, Field, FieldKind, Register, RegisterId } from './types.ts';
