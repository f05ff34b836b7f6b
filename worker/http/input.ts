import type * as z from 'zod';
import type { InputFault } from '../../shared/contract/problems.ts';
import { invalid } from '../refusal.ts';
import { MAX_TOLD, pointerOf } from './pointer.ts';

/** The most faults told of one request. */
const MAX_FAULTS = 20;

/** What a schema makes of an input; refuses with `invalid`, naming each place and what was expected there. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, value: unknown, where: InputFault['in']): z.infer<Schema> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const [first, ...others] = parsed.error.issues
    .slice(0, MAX_FAULTS)
    .flatMap((issue) => faultsOf(issue, where))
    .slice(0, MAX_FAULTS);
  throw invalid([first ?? { in: where, pointer: '', expected: 'another value' }, ...others]);
}

type Issue = z.core.$ZodIssue;

function faultsOf(issue: Issue, where: InputFault['in']): InputFault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, MAX_FAULTS).map((key) => ({ in: where, pointer: pointerOf([...issue.path, key]), expected: 'no such field' }));
  }
  return [{ in: where, pointer: pointerOf(issue.path), expected: expectedOf(issue), ...valueOf(issue.input) }];
}

/** What stands there, where it can be told in a few words. */
function valueOf(input: unknown): Pick<InputFault, 'value'> {
  if (typeof input === 'string') return { value: input.slice(0, MAX_TOLD) };
  return typeof input === 'number' || typeof input === 'boolean' || input === null ? { value: input } : {};
}

function expectedOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `${measureOf(issue.origin)} of at least ${issue.minimum}`;
    case 'too_big':
      return `${measureOf(issue.origin)} of at most ${issue.maximum}`;
    default:
      return issue.message;
  }
}

function measureOf(origin: string): string {
  return origin === 'array' || origin === 'string' ? 'a length' : 'a number';
}
