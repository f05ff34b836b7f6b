import { isoOf, type IsoDate } from '../../../shared/calendar/day.ts';
import type { Content, Entry, EntryMemory } from '../../../shared/ledger/entry.ts';
import { unitDirectory } from '../../../shared/ledger/unit-names.ts';
import type { Register } from '../../../shared/registers/index.ts';
import { assess } from '../../../shared/scoring/assess.ts';
import { planOfDay } from '../../../shared/scoring/plan-of-day.ts';
import { byRank } from '../../../shared/scoring/rank.ts';
import type { UnitScore } from '../../../shared/scoring/types.ts';
import { judgeContext, type JudgeContext } from '../../../shared/verdict/context.ts';
import { judgeEntry } from '../../../shared/verdict/judge.ts';
import type { Verdict } from '../../../shared/verdict/types.ts';
import type { Principal } from '../../auth/principal.ts';
import { scopeOf } from '../../auth/scope.ts';
import type { Deps } from '../../deps.ts';
import { overlaid } from '../../overlay.ts';
import type { NewVersion, StoredEntry, WriterSnapshot } from '../../store/port.ts';
import { dayAsked, liveByRegister } from '../assess-workspace.ts';
import { judgeAgain } from '../judge-again.ts';
import type { Draft } from '../write-in-turn.ts';
import type { PushInput } from './input.ts';
import { lockOf, rejectLocked } from './list-lock.ts';
import { rememberedAfter, rememberedBefore } from '../../../shared/verdict/memory.ts';
import { namingUnits, newUnits } from './new-units.ts';
import { othersOf, type Others } from './others.ts';
import { readRows } from './read-rows.ts';
import { settleRows, unsettled, type SettledRow } from './settle.ts';
import { rejectTwins } from './twin-units.ts';
import { rejectUnknownUnits } from './unknown-units.ts';

/** The answer to a push. */
export interface PushResult extends Others {
  readonly revision: number;
  readonly asOf: IsoDate;
  readonly rows: readonly SettledRow[];
  /** In the order of `rows`; null for a row without. */
  readonly verdicts: readonly (Verdict | null)[];
  readonly units: readonly UnitScore[];
  readonly newUnits: readonly string[];
  readonly provisional: boolean;
}

export interface WeighedPush {
  /** The answer with the current revision, as if nothing were written. */
  readonly result: PushResult;
  readonly draft: Draft;
}

/** What becomes of every row of a push over a snapshot, what is to be written, and how verdicts and scores stand after it. */
export async function weighPush(deps: Deps, principal: Principal, register: Register, input: PushInput, snapshot: WriterSnapshot): Promise<WeighedPush> {
  const day = dayAsked(deps, principal, input.asOf);
  const asOf = isoOf(day);
  const plan = planOfDay(snapshot.plans, day);
  const live = liveByRegister(snapshot.entries);
  const { units } = live;
  const directory = unitDirectory(units, plan.district);
  const scope = scopeOf(deps, principal, { plans: snapshot.plans, units });
  const stored = new Map(snapshot.entries.map((entry) => [entry.id, entry]));

  const today = dayAsked(deps, principal, undefined);

  const read = readRows({ register, input, stored, scope });
  const wanted = unsettled(read, input, snapshot);
  const known = await deps.store.versionsSeen(principal.workspace.id, wanted, snapshot.own);
  const settled = settleRows(read, input, snapshot, known);
  const taken = rejectLocked(settled, register, lockOf(principal, planOfDay(snapshot.plans, today), isoOf(today)));
  const named = principal.role === 'clerk' ? rejectUnknownUnits(taken, directory, scope, snapshot.entries) : taken;
  const rows = register.id === 'units' ? rejectTwins(named, units, plan.district) : named;
  const written = writtenEntries(rows, register, snapshot.head + 1, (content, last) =>
    rememberedBefore({ register: register.id, content }, last, asOf, plan, directory),
  );

  const changed = [...written.values()];
  const { verdicts, receipts } = assess({
    entries: { ...live, [register.id]: overlaid(live[register.id], changed) },
    plan,
    asOf: day,
    calendar: deps.calendar,
    judge: judgeAgain,
  });
  const rowVerdicts = hasDeadline(register) ? verdictsOf(rows, register, written, verdicts, judgeContext(plan, day, deps.calendar)) : rows.map(() => null);
  return {
    result: {
      revision: snapshot.head,
      asOf,
      rows,
      verdicts: rowVerdicts,
      ...(await othersOf(deps, principal, rows, { register, input, snapshot, scope })),
      units: byRank(receipts)
        .filter(({ unit }) => scope.mayReadUnit(unit))
        .map(scope.seen),
      newUnits: register.id === 'units' ? [] : newUnits(changed, namingUnits(snapshot.entries, scope), directory),
      provisional: rowVerdicts.some(isProvisional) || live.measures.some((entry) => isProvisional(verdicts.get(entry.id) ?? null) && scope.mayRead(entry)),
    },
    draft: { kind: 'push', reverts: [], register: register.id, asOf, ...versionsOf(rows, written, rowVerdicts), deleted: [] },
  };
}

/** The entries as the push would leave them, by id. */
function writtenEntries(
  rows: readonly SettledRow[],
  register: Register,
  revision: number,
  remembered: (content: Content, stored: StoredEntry | null) => EntryMemory,
): ReadonlyMap<string, Entry> {
  const written = new Map<string, Entry>();
  for (const { id, outcome, content, stored } of rows) {
    if (id === null || content === null || (outcome !== 'inserted' && outcome !== 'updated')) continue;
    const memory = hasDeadline(register) ? remembered(content, stored) : {};
    written.set(id, { id, register: register.id, revision, content, memory });
  }
  return written;
}

function hasDeadline(register: Register): boolean {
  return register.fields.some(({ kind }) => kind === 'deadline');
}

function isProvisional(verdict: Verdict | null): boolean {
  return verdict?.provisional === true;
}

/** The verdict of each row as pushed: of one not written too, though it is not what is stored. `judged` are those of the stored and written measures. */
function verdictsOf(
  rows: readonly SettledRow[],
  register: Register,
  written: ReadonlyMap<string, Entry>,
  judged: ReadonlyMap<string, Verdict>,
  context: JudgeContext,
): (Verdict | null)[] {
  return rows.map(({ id, outcome, content, stored }) => {
    if (id === null || content === null) return null;
    const known = outcome === 'conflict' || outcome === 'incoming' ? undefined : judged.get(id);
    return known ?? judgeEntry(register.id, { content, memory: written.get(id)?.memory ?? stored?.memory ?? {} }, context);
  });
}

/** The written entries as versions to keep, by what becomes of them. */
function versionsOf(
  rows: readonly SettledRow[],
  written: ReadonlyMap<string, Entry>,
  verdicts: readonly (Verdict | null)[],
): Pick<Draft, 'inserted' | 'updated'> {
  const [inserted, updated]: [NewVersion[], NewVersion[]] = [[], []];
  rows.forEach(({ id, outcome, stored }, at) => {
    const entry = id === null ? undefined : written.get(id);
    if (entry === undefined) return;
    const memory = rememberedAfter(entry.memory, verdicts[at] ?? null);
    (outcome === 'inserted' ? inserted : updated).push({ id: entry.id, content: entry.content, memory, isReplacement: stored !== null });
  });
  return { inserted, updated };
}
