import { planNumberPointers, planNumbers, type PlanNumberPointer } from '../../../shared/scoring/plan-numbers.ts';
import type { PlanDraft } from '../../../shared/scoring/plan.ts';

const otherPointers = ['/period/start', '/period/end', '/district', '/restDayPolicy', '/publishScores', '/listLockedOn'] as const;

/** The JSON pointer of anything in the plan that can be written. */
export type PlanPointer = PlanNumberPointer | (typeof otherPointers)[number];

/** Every pointer of the plan. */
export const planPointers: readonly PlanPointer[] = [...otherPointers, ...planNumberPointers];

/** A plan as it is being written: the text of every field, readable as a plan or not. */
export type PlanTexts = Readonly<Record<PlanPointer, string>>;

/** Whether a field of the plan is a number. */
export function isNumberPointer(pointer: PlanPointer): pointer is PlanNumberPointer {
  return Object.hasOwn(planNumbers, pointer);
}

/** The texts of a plan. */
export function textsOf(plan: PlanDraft): PlanTexts {
  return Object.fromEntries(planPointers.map((pointer) => [pointer, textOf(valueAt(plan, pointer))])) as Record<PlanPointer, string>;
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** The plan that texts say, in the shape of another; a number that cannot be read is NaN, which `planFaults` finds. */
export function draftOf(texts: PlanTexts, shape: PlanDraft): PlanDraft {
  const { version: _version, ...draft } = { version: 0, ...structuredClone(shape) };
  for (const pointer of planPointers) put(draft, pointer, valueOf(pointer, texts[pointer]));
  return draft;
}

/** The fields that are written otherwise. Two ways to write one number are the same. */
export function changedPointers(before: PlanTexts, after: PlanTexts): readonly PlanPointer[] {
  return planPointers.filter((pointer) => !Object.is(valueOf(pointer, before[pointer]), valueOf(pointer, after[pointer])));
}

/** What was changed, over a newer plan: the fields changed here as they are here, the others as they are there. */
export function rebased(base: PlanTexts, mine: PlanTexts, theirs: PlanTexts): PlanTexts {
  const changed = new Set(changedPointers(base, mine));
  return Object.fromEntries(planPointers.map((pointer) => [pointer, (changed.has(pointer) ? mine : theirs)[pointer]])) as Record<PlanPointer, string>;
}

function valueOf(pointer: PlanPointer, text: string): string | number | boolean | null {
  if (isNumberPointer(pointer)) return readNumber(text);
  const trimmed = text.trim();
  if (pointer === '/publishScores') return trimmed === 'true';
  return pointer === '/listLockedOn' && trimmed === '' ? null : trimmed;
}

/** Digits as people write them: no 1e3, no 0x10. */
const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)$/;

/** A number as people type it: full-width digits and any minus sign will do. */
function readNumber(text: string): number {
  const plain = text.normalize('NFKC').replace(/[−–—]/, '-').trim();
  return NUMBER.test(plain) ? Number(plain) : Number.NaN;
}

/** What stands at a JSON pointer; no key of a plan needs escaping. */
function valueAt(plan: object, pointer: string): unknown {
  return pointer
    .slice(1)
    .split('/')
    .reduce<unknown>((inner, step) => (inner as Readonly<Record<string, unknown>>)[step], plan);
}

function put(plan: object, pointer: string, value: unknown): void {
  const at = pointer.lastIndexOf('/');
  const inner = at === 0 ? plan : valueAt(plan, pointer.slice(0, at));
  (inner as Record<string, unknown>)[pointer.slice(at + 1)] = value;
}
