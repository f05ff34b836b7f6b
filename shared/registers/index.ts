import { adjustments } from './adjustments.ts';
import { inspections } from './inspections.ts';
import { measures } from './measures.ts';
import { problems } from './problems.ts';
import { reports } from './reports.ts';
import { spotchecks } from './spotchecks.ts';
import { surveys } from './surveys.ts';
import type { Register } from './types.ts';
import { units } from './units.ts';

/** Every register, in the order ledgers are pushed: units first, so that names resolve. */
export const registers: readonly Register[] = [units, measures, reports, inspections, problems, spotchecks, surveys, adjustments];

/** The register with an id; undefined when there is none. */
export function registerById(id: string): Register | undefined {
  return registers.find((register) => register.id === id);
}

export type { Choice, Field, FieldKind, Register, RegisterId } from './types.ts';
