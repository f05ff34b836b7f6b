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

/** The day shown, and the end of the month before it, which every list of scores is compared with. */
const MOST = 2;

/** Those judged last, the newest first: a push in several requests, and whoever looks after it, ask for the same days. */
let judged: readonly Judged[] = [];

function judgedIn({ asOf, plan }: JudgeContext): Judged {
  const known = judged.find((one) => one.asOf === asOf && one.planVersion === plan.version);
  if (known !== undefined && known === judged[0]) return known;
  const found = known ?? { asOf, planVersion: plan.version, verdicts: new WeakMap() };
  judged = [found, ...judged.filter((one) => one !== found)].slice(0, MOST);
  return found;
}

/** `judgeMeasure`, without judging a version again that this isolate judged lately for the same day under the same plan. */
export function judgeAgain(entry: Pick<Entry, 'content' | 'memory'>, context: JudgeContext): Verdict {
  const { verdicts } = judgedIn(context);
  const last = verdicts.get(entry.content);
  if (last !== undefined) return last;
  const verdict = judgeMeasure(entry, context);
  verdicts.set(entry.content, verdict);
  return verdict;
}
