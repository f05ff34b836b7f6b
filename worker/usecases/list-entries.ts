import { isoOf, type IsoDate } from '../../shared/calendar/day.ts';
import { unitDirectory } from '../../shared/ledger/unit-names.ts';
import type { Register } from '../../shared/registers/index.ts';
import { planOfDay } from '../../shared/scoring/plan-of-day.ts';
import { judgeContext } from '../../shared/verdict/context.ts';
import { judgeEntry } from '../../shared/verdict/judge.ts';
import type { Flag, Verdict } from '../../shared/verdict/types.ts';
import type { Principal } from '../auth/principal.ts';
import { scopeOf } from '../auth/scope.ts';
import type { Deps } from '../deps.ts';
import type { StoredEntry } from '../store/port.ts';
import { dayAsked } from './assess-workspace.ts';

export interface EntriesInput {
  readonly register: Register;
  readonly since?: number | undefined;
  readonly unit?: string | undefined;
  readonly flag?: Flag | undefined;
  /** The id of the last entry of the page before. */
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly asOf?: IsoDate | undefined;
}

export interface EntriesPage {
  readonly revision: number;
  readonly asOf: IsoDate;
  readonly entries: readonly { readonly entry: StoredEntry; readonly verdict: Verdict | null }[];
  /** Ids deleted since `since`; empty without it. */
  readonly deleted: readonly string[];
  readonly next: string | null;
}

/** One page of a register in order of id, with verdicts as of a day. A clerk sees the entries that name the own unit, and of other units what they are called. */
export async function listEntries(deps: Deps, principal: Principal, input: EntriesInput): Promise<EntriesPage> {
  const { register, since, unit, flag, cursor, limit } = input;
  const day = dayAsked(deps, principal, input.asOf);
  const { head, plans, entries } = await deps.store.read(principal.workspace.id);
  const plan = planOfDay(plans, day);
  const units = entries.filter((entry) => entry.register === 'units' && !entry.isDeleted);
  const directory = unitDirectory(units, plan.district);
  const scope = scopeOf(deps, principal, { plans, units });
  const context = judgeContext(plan, day, deps.calendar);
  const wanted = unit === undefined ? null : directory.resolve(unit).name;

  const names = (entry: StoredEntry): boolean => {
    if (wanted === null) return true;
    if (register.id === 'units') return directory.resolve(String(entry.content['name'] ?? '')).name === wanted;
    const { lead, co } = directory.resolveMeasure(entry.content);
    return lead.name === wanted || co.some(({ name }) => name === wanted);
  };
  const inScope = entries.filter(
    (entry) => entry.register === register.id && (since === undefined || entry.revision > since) && (register.id === 'units' || scope.mayRead(entry)),
  );

  const page: { entry: StoredEntry; verdict: Verdict | null }[] = [];
  let next: string | null = null;
  for (const entry of inScope) {
    if (entry.isDeleted || (cursor !== undefined && entry.id <= cursor) || !names(entry)) continue;
    const verdict = judgeEntry(register.id, entry, context);
    if (flag !== undefined && verdict?.flag !== flag) continue;
    if (page.length === limit) {
      next = page.at(-1)?.entry.id ?? null;
      break;
    }
    page.push({ entry: register.id === 'units' ? { ...entry, content: scope.toldOfUnit(entry.content) } : entry, verdict });
  }
  const deleted = since === undefined ? [] : inScope.filter(({ isDeleted }) => isDeleted).map(({ id }) => id);
  return { revision: head, asOf: isoOf(day), entries: page, deleted, next };
}
