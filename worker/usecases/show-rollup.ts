import { isoOf, type IsoDate } from '../../shared/calendar/day.ts';
import { rollupOf, type Rollup } from '../../shared/report/rollup.ts';
import type { Principal } from '../auth/principal.ts';
import { scopeOf } from '../auth/scope.ts';
import type { Deps } from '../deps.ts';
import { dayAsked, liveByRegister } from './assess-workspace.ts';
import { readableEntries, type ReadableEntries } from './readable-entries.ts';

export interface RollupView {
  readonly rollup: Rollup;
  readonly today: IsoDate;
  readonly revision: number;
  readonly readable: ReadableEntries;
}

/**
 * The roll-up of a month (`2022-05`). A clerk sees the own unit alone unless the plan publishes scores, and even then only the own entries behind
 * the figures.
 */
export async function showRollup(deps: Deps, principal: Principal, month: string): Promise<RollupView> {
  const today = dayAsked(deps, principal, undefined);
  const { head, plans, entries: stored } = await deps.store.read(principal.workspace.id);
  const entries = liveByRegister(stored);
  const rollup = rollupOf({ entries, plans, month, today, calendar: deps.calendar });
  const scope = scopeOf(deps, principal, { plans, units: entries.units });
  const units = rollup.units.filter(({ score }) => scope.mayReadUnit(score.unit)).map((unit) => ({ ...unit, score: scope.seen(unit.score) }));
  return { rollup: { ...rollup, units }, today: isoOf(today), revision: head, readable: readableEntries(entries, scope) };
}
