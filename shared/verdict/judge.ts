import type { Entry } from '../ledger/entry.ts';
import type { RegisterId } from '../registers/index.ts';
import type { JudgeContext } from './context.ts';
import { judgeMeasure } from './measure.ts';
import { judgeProblem } from './problem.ts';
import type { Verdict } from './types.ts';

/** The verdict of an entry of any register; null where its entries have no deadline. */
export function judgeEntry(register: RegisterId, entry: Pick<Entry, 'content' | 'memory'>, context: JudgeContext): Verdict | null {
  if (register === 'measures') return judgeMeasure(entry, context);
  return register === 'problems' ? judgeProblem(entry, context) : null;
}
