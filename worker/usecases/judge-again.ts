import type { Day } from '../../shared/calendar/day.ts';
import type { Content, Entry } from '../../shared/ledger/entry.ts';
import type { JudgeContext } from '../../shared/verdict/context.ts';
import { judgeMeasure } from '../../shared/verdict/measure.ts';
import type { Verdict } from '../../shared/verdict/types.ts';

interface Judged {
  readonly asOf: Day;
  readonly planVersion: number;
  readonly verdict: Verdict;
}

/**
 * By the content object of one version of one entry, which the snapshot cache hands out again while it stands. All it adds
 * to a verdict but the day and the plan is that version's own memory, so nothing else need be compared.
 */
const judged = new WeakMap<Content, Judged>();

/** `judgeMeasure`, without judging a version again that this isolate judged last for the same day under the same plan. */
export function judgeAgain(entry: Pick<Entry, 'content' | 'memory'>, context: JudgeContext): Verdict {
  const { asOf } = context;
  const planVersion = context.plan.version;
  const last = judged.get(entry.content);
  if (last !== undefined && last.asOf === asOf && last.planVersion === planVersion) return last.verdict;
  const verdict = judgeMeasure(entry, context);
  judged.set(entry.content, { asOf, planVersion, verdict });
  return verdict;
}
