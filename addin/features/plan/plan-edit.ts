import type { Plan } from '../../../shared/scoring/plan.ts';
import { useKept } from '../use-kept.ts';
import { changedPointers, rebased, textsOf, type PlanPointer, type PlanTexts } from './plan-texts.ts';

/** What a newer version of the plan did to fields that are being changed here. */
export interface Conflict {
  readonly version: number;
  /** Fields changed by others alone; they are as others have them. */
  readonly theirs: readonly PlanPointer[];
  /** Fields changed on both sides; they are as they were changed here. */
  readonly both: readonly PlanPointer[];
}

/** A plan being changed. */
export interface PlanEdit {
  /** The newest version its author has seen. */
  readonly seen: number;
  /** The plan it began from. */
  readonly base: Plan;
  readonly texts: PlanTexts;
  readonly conflict: Conflict | null;
}

/** The change of the plan that is under way, if any. */
export function usePlanEdit(): { readonly edit: PlanEdit | null; readonly keepEdit: (edit: PlanEdit | null) => void } {
  const [edit, keepEdit] = useKept<PlanEdit>('planEdit');
  return { edit, keepEdit };
}

/** The beginning of a change of a plan; `newest` is the newest version there is. */
export function editOf(base: Plan, newest: number): PlanEdit {
  return { seen: newest, base, texts: textsOf(base), conflict: null };
}

/** The same changes over a plan that others made meanwhile. */
export function movedOnto({ base, texts }: PlanEdit, plan: Plan, newest: number): PlanEdit {
  const [before, theirs] = [textsOf(base), textsOf(plan)];
  const mine = new Set(changedPointers(before, texts));
  const others = changedPointers(before, theirs);
  return {
    seen: newest,
    base: plan,
    texts: rebased(before, texts, theirs),
    conflict: { version: newest, theirs: others.filter((pointer) => !mine.has(pointer)), both: others.filter((pointer) => mine.has(pointer)) },
  };
}
