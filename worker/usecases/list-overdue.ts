import { isoOf, type IsoDate } from '../../shared/calendar/day.ts';
import type { Entry } from '../../shared/ledger/entry.ts';
import { unitDirectory } from '../../shared/ledger/unit-names.ts';
import { compareText } from '../../shared/text/compare.ts';
import type { Verdict } from '../../shared/verdict/types.ts';
import type { Principal } from '../auth/principal.ts';
import { scopeOf } from '../auth/scope.ts';
import type { Deps } from '../deps.ts';
import { assessWorkspace, type Assessment } from './assess-workspace.ts';

export interface OverdueInput {
  readonly asOf?: IsoDate | undefined;
  /** Days; default: the plan's dueSoonDays. */
  readonly within?: number | undefined;
}

export interface OpenEntry {
  readonly entry: Entry;
  readonly verdict: Verdict;
  readonly lead: string;
  readonly co: readonly string[];
  readonly due: IsoDate;
  readonly daysLeft: number;
}

/** Open measures and problems that are overdue or due within some days, worst first: longest overdue, then by unit and title. */
export async function listOverdue(
  deps: Deps,
  principal: Principal,
  input: OverdueInput,
): Promise<{ assessment: Assessment; within: number; entries: readonly OpenEntry[] }> {
  const assessment = await assessWorkspace(deps, principal, input.asOf);
  const { plan, units, measures, problems, verdicts } = assessment;
  const within = input.within ?? plan.dueSoonDays;
  const directory = unitDirectory(units, plan.district);
  const scope = scopeOf(principal, directory, plan);
  const entries: OpenEntry[] = [];
  for (const entry of [...measures, ...problems]) {
    const verdict = verdicts.get(entry.id);
    if (verdict === undefined || verdict.flag === 'done' || verdict.flag === 'doneLate') continue;
    const { due, daysLeft } = verdict;
    if (due === null || daysLeft === null || daysLeft > within || !scope.mayRead(entry.content)) continue;
    const { lead, co } = directory.resolveMeasure(entry.content);
    entries.push({ entry, verdict, lead: lead.name, co: co.map(({ name }) => name), due: isoOf(due), daysLeft });
  }
  return {
    assessment,
    within,
    entries: entries.toSorted((a, b) => a.daysLeft - b.daysLeft || compareText(a.lead, b.lead) || compareText(a.entry.id, b.entry.id)),
  };
}
