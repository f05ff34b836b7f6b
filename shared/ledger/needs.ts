import { message } from '../message.ts';
import type { Register } from '../registers/index.ts';
import type { CellProblem } from './cell-problem.ts';
import type { Content } from './entry.ts';

const MET: readonly CellProblem[] = [];

/** What a whole row lacks beyond its required fields: a survey without any figure, a deduction without points (domain, Rejected rows). */
export function unmetNeeds(register: Register, content: Content): readonly CellProblem[] {
  if (register.needs === undefined) return MET;
  return register.needs.flatMap(({ oneOf, where, problem }): CellProblem[] => {
    if (where !== undefined && !where.in.includes(String(content[where.field] ?? ''))) return [];
    return oneOf.some((field) => content[field] !== undefined) ? [] : [{ ...message(problem), column: oneOf[0] ?? null, value: null }];
  });
}
