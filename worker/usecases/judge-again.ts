import type { Day } from '../../shared/calendar/day.ts';
import type { Content, Entry } from '../../shared/ledger/entry.ts';
import type { JudgeContext } from '../../shared/verdict/context.ts';
import { judgeMeasure } from '../../shared/verdict/measure.ts';
import type { Verdict } from '../../shared/verdict/types.ts';

/** The verdicts of one day under one version of the plan. */
interface Judged {
  readonly asOf: Day;
  readonly planVersion: number;
  /**
   * By the content object of one version of one entry, which the snapshot cache hands out again while it stands. All it adds
   * to a verdict but the day and the plan is that version's own memory, so nothing else need be compared.
   */
  readonly verdicts: WeakMap<Content, Verdict>;
}

/** Those judged last: a push in several requests, and whoever looks after it, ask for the same day. */
let judged: Judged | null = null;

/** `judgeMeasure`, without judging a version again that this isolate judged last for the same day under the same plan. */
export function judgeAgain(entry: Pick<Entry, 'content' | 'memory'>, context: JudgeContext): Verdict {
  const { asOf } = context;
  const planVersion = context.plan.version;
  if (judged?.asOf !== asOf || judged.planVersion !== planVersion) judged = { asOf, planVersion, verdicts: new WeakMap() };
  const last = judged.verdicts.get(entry.content);
  if (last !== undefined) return last;
  const verdict = judgeMeasure(entry, context);
  judged.verdicts.set(entry.content, verdict);
  return verdict;
}
