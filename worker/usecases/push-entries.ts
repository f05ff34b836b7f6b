import { isoOf, type IsoDate } from '../../shared/calendar/day.ts';
import { MAX_BYTES, MAX_ROWS } from '../../shared/contract/push.ts';
import type { Entry } from '../../shared/ledger/entry.ts';
import { unitDirectory } from '../../shared/ledger/unit-names.ts';
import type { Register } from '../../shared/registers/index.ts';
import { assess } from '../../shared/scoring/assess.ts';
import { planOfDay } from '../../shared/scoring/plan-of-day.ts';
import type { UnitScore } from '../../shared/scoring/types.ts';
import { judgeContext } from '../../shared/verdict/context.ts';
import { judgeMeasure } from '../../shared/verdict/measure.ts';
import type { Verdict } from '../../shared/verdict/types.ts';
import type { Principal } from '../auth/principal.ts';
import { requireMayPush, scopeOf } from '../auth/scope.ts';
import type { Deps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import type { NewVersion, WriterSnapshot } from '../store/port.ts';
import { byRank, dayAsked, liveEntries } from './assess-workspace.ts';
import { requireColumns, type PushInput } from './push/input.ts';
import { rememberedAfter, rememberedBefore } from './push/memory.ts';
import { newUnits } from './push/new-units.ts';
import { settleRows, type SettledRow } from './push/settle.ts';
import { rejectTwins } from './push/twin-units.ts';

/** How often a push is settled anew because another one got in between, before the client is asked to wait. */
const MAX_ATTEMPTS = 8;

export interface PushResult {
  readonly revision: number;
  readonly asOf: IsoDate;
  readonly rows: readonly (SettledRow & { readonly verdict: Verdict | null })[];
  readonly units: readonly UnitScore[];
  readonly newUnits: readonly string[];
  readonly provisional: boolean;
}

/**
 * Takes the rows of a ledger as one revision or none, and answers with their verdicts and the units' scores (api, Push).
 *
 * Rights are checked before `readInput` is called, so that nobody without them has a body read. Refuses with roleForbids,
 * otherWorkspace, invalid (columns), tooLarge (rows), requestReused, or busy when others kept getting in between.
 */
export async function pushEntries(deps: Deps, principal: Principal, register: Register, readInput: () => Promise<PushInput>): Promise<PushResult> {
  requireMayPush(principal, register.id);
  const input = await readInput();
  const { workspace } = principal;
  if (input.workspace !== undefined && input.workspace !== workspace.id) throw new Refusal('otherWorkspace', { workspace: workspace.name });
  if (input.rows.length > MAX_ROWS) throw new Refusal('tooLarge', { maxRows: MAX_ROWS, maxBytes: MAX_BYTES });
  requireColumns(register, input.columns);

  const marks = { request: input.request, pending: input.pending, push: input.push ?? null, principal: principal.credential.id };
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const snapshot = await deps.store.readToWrite(workspace.id, marks);
    const { result, inserted, updated } = settle(deps, principal, register, input, snapshot);
    if (input.dryRun || inserted.length + updated.length === 0) return result;
    const number = snapshot.head + 1;
    const { request, push, principal: by } = marks;
    const at = deps.now().toISOString();
    const answer = await deps.store.commit({
      workspace: workspace.id,
      number,
      register: register.id,
      request,
      push,
      principal: by,
      at,
      asOf: result.asOf,
      inserted,
      updated,
    });
    if (answer === 'accepted') return { ...result, revision: number };
  }
  throw new Refusal('busy');
}

interface Settled {
  /** The answer if nothing is written: with the current revision. */
  readonly result: PushResult;
  readonly inserted: readonly NewVersion[];
  readonly updated: readonly NewVersion[];
}

/** What becomes of every row over a snapshot, and what is to be written. Pure but for the clock behind a missing as-of. */
function settle(deps: Deps, principal: Principal, register: Register, input: PushInput, snapshot: WriterSnapshot): Settled {
  const day = dayAsked(deps, principal, input.asOf);
  const asOf = isoOf(day);
  const plan = planOfDay(snapshot.plans, day);
  const units = liveEntries(snapshot.entries, 'units');
  const measures = liveEntries(snapshot.entries, 'measures');
  const scope = scopeOf(principal, unitDirectory(units, plan.district), plan);
  const stored = new Map(snapshot.entries.map((entry) => [entry.id, entry]));

  const read = settleRows({ register, input, snapshot, stored, scope });
  const rows = withoutRepeats(register.id === 'units' ? rejectTwins(read, units, plan.district) : read, input, snapshot);

  const written = new Map<string, Entry>();
  for (const { id, outcome, content, stored: before } of rows) {
    if (id === null || content === null || (outcome !== 'inserted' && outcome !== 'updated')) continue;
    const memory = register.id === 'measures' ? rememberedBefore(content, before, asOf) : {};
    written.set(id, { id, register: register.id, revision: snapshot.head + 1, content, memory });
  }
  const after = (entries: readonly Entry[]): Entry[] => [...entries.filter(({ id }) => !written.has(id)), ...written.values()];
  const unitsAfter = register.id === 'units' ? after(units) : units;
  const measuresAfter = register.id === 'measures' ? after(measures) : measures;
  const { verdicts, receipts } = assess({ units: unitsAfter, measures: measuresAfter, plan, asOf: day, calendar: deps.calendar });

  const context = judgeContext(plan, day, deps.calendar);
  const verdictOf = ({ id, outcome, content, stored: before }: SettledRow): Verdict | null => {
    if (id === null || content === null || register.id !== 'measures') return null;
    return outcome === 'conflict' ? judgeMeasure({ content, memory: before?.memory ?? {} }, context) : (verdicts.get(id) ?? null);
  };
  const versions = (wanted: SettledRow['outcome']): NewVersion[] =>
    rows.flatMap(({ id, outcome, stored: before }) => {
      const entry = id === null || outcome !== wanted ? undefined : written.get(id);
      if (entry === undefined) return [];
      return [{ id: entry.id, content: entry.content, memory: rememberedAfter(entry.memory, verdicts.get(entry.id)), isReplacement: before !== null }];
    });
  const directory = unitDirectory(unitsAfter, plan.district);
  return {
    result: {
      revision: snapshot.head,
      asOf,
      rows: rows.map((row) => ({ ...row, verdict: verdictOf(row) })),
      units: byRank(receipts).filter(({ unit }) => scope.mayReadUnit(unit)),
      newUnits: register.id === 'measures' ? newUnits([...written.values()], measures, directory) : [],
      provisional: [...verdicts.values()].some(({ provisional }) => provisional),
    },
    inserted: versions('inserted'),
    updated: versions('updated'),
  };
}

/**
 * An accepted request never writes again. What it would change now was changed by a later revision: a conflict. A row it
 * would insert was not in it, so the id was used for another request.
 */
function withoutRepeats(rows: readonly SettledRow[], { request }: PushInput, { repeatOf }: WriterSnapshot): readonly SettledRow[] {
  if (repeatOf === null) return rows;
  if (rows.some(({ outcome }) => outcome === 'inserted')) throw new Refusal('requestReused', { request });
  return rows.map((row) => (row.outcome === 'updated' ? { ...row, outcome: 'conflict' } : row));
}
