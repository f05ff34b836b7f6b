import { isoOf, type IsoDate } from '../../shared/calendar/day.ts';
import { MAX_TREND_DAYS, USUAL_TREND_DAYS } from '../../shared/contract/trend.ts';
import { unitDirectory, type UnitDirectory } from '../../shared/ledger/unit-names.ts';
import { planOfDay } from '../../shared/scoring/plan-of-day.ts';
import type { Principal } from '../auth/principal.ts';
import { scopeOf } from '../auth/scope.ts';
import type { Deps } from '../deps.ts';
import { invalid } from '../refusal.ts';
import type { UnitStand } from '../store/trend-port.ts';
import { dayAsked } from './assess-workspace.ts';

export interface TrendInput {
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  /** By any spelling. */
  readonly unit?: string | undefined;
}

export interface Trend {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** The days that have a snapshot, oldest first. */
  readonly days: readonly IsoDate[];
  /** How each unit stood, in the order of `days`; null on a day without it. */
  readonly units: readonly { readonly unit: string; readonly stands: readonly (UnitStand | null)[] }[];
}

/**
 * How units stood day by day, by the snapshots taken then. Units go by the names they have today. A clerk sees the own unit unless the plan
 * publishes scores; a unit without a snapshot, or not the clerk's to see, is left out. Refuses with invalid for a span that is none or too long.
 */
export async function showTrend(deps: Deps, principal: Principal, input: TrendInput): Promise<Trend> {
  const to = dayAsked(deps, principal, input.to);
  const from = input.from === undefined ? to - USUAL_TREND_DAYS + 1 : dayAsked(deps, principal, input.from);
  if (from > to || to - from >= MAX_TREND_DAYS) {
    throw invalid([{ in: 'query', pointer: '/from', expected: `a date not after \`to\`, and at most ${MAX_TREND_DAYS} days in all` }]);
  }
  const span = [principal.workspace.id, isoOf(from), isoOf(to)] as const;

  const { plans, units } = await deps.trend.naming(principal.workspace.id);
  const plan = planOfDay(plans, dayAsked(deps, principal, undefined));
  const directory = unitDirectory(units, plan.district);
  const scope = scopeOf(deps, principal, { plans, units });
  const wanted = input.unit === undefined ? null : directory.resolve(input.unit).name;
  const isSeen = (name: string): boolean => scope.mayReadUnit(name) && (wanted === null || directory.resolve(name).name === wanted);

  const isAll = wanted === null && principal.role !== 'clerk';
  const names = isAll ? null : (await deps.trend.namesInSnapshots(...span)).filter(isSeen);
  const snapshots = await deps.trend.snapshots(...span, names);
  return {
    from: isoOf(from),
    to: isoOf(to),
    days: snapshots.map(({ day }) => day),
    units: byUnit(
      snapshots.map((taken) => taken.units.map(scope.seen)),
      directory,
    ),
  };
}

/** The units of some days, each with how it stood on every one of them, in order of first mention. */
function byUnit(days: readonly (readonly UnitStand[])[], directory: UnitDirectory): Trend['units'] {
  const found = new Map<string, (UnitStand | null)[]>();
  for (const [at, stands] of days.entries()) {
    for (const stand of stands) {
      const { name } = directory.resolve(stand.unit);
      const known = found.get(name) ?? days.map(() => null);
      known[at] = stand;
      found.set(name, known);
    }
  }
  return [...found].map(([unit, stands]) => ({ unit, stands }));
}
