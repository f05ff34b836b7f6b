import { isoOf, type IsoDate } from '../../shared/calendar/day.ts';
import { openFacts, type OpenFact } from '../../shared/scoring/open.ts';
import { compareText } from '../../shared/text/compare.ts';
import type { Principal } from '../auth/principal.ts';
import type { Deps } from '../deps.ts';
import { assessCounting, type Assessment } from './assess-workspace.ts';

export interface OverdueInput {
  readonly asOf?: IsoDate | undefined;
  /** Days; default: the plan's dueSoonDays. */
  readonly within?: number | undefined;
}

export interface OpenEntry extends OpenFact {
  readonly due: IsoDate;
  readonly daysLeft: number;
}

/** Open measures and problems that count and are overdue or due within some days, worst first: longest overdue, then by unit and id. */
export async function listOverdue(
  deps: Deps,
  principal: Principal,
  input: OverdueInput,
): Promise<{ assessment: Assessment; within: number; entries: readonly OpenEntry[] }> {
  const assessment = await assessCounting(deps, principal, input.asOf);
  const { plan, facts, day, scope } = assessment;
  const within = input.within ?? plan.dueSoonDays;
  const entries = openFacts(facts, day).flatMap((fact): OpenEntry[] => {
    const { due, daysLeft } = fact.verdict;
    if (due === null || daysLeft === null || daysLeft > within || !scope.mayRead(fact.entry)) return [];
    return [{ ...fact, due: isoOf(due), daysLeft }];
  });
  return {
    assessment,
    within,
    entries: entries.toSorted((a, b) => a.daysLeft - b.daysLeft || compareText(a.lead, b.lead) || compareText(a.entry.id, b.entry.id)),
  };
}
