import { isoOf, type Day } from '../../../shared/calendar/day.ts';
import type { LeftReason } from '../../../shared/contract/revisions.ts';
import type { Entry } from '../../../shared/ledger/entry.ts';
import { unitDirectory } from '../../../shared/ledger/unit-names.ts';
import { registerById, type RegisterId } from '../../../shared/registers/index.ts';
import { planOfDay } from '../../../shared/scoring/plan-of-day.ts';
import { sameFields } from '../../../shared/sync/canonical.ts';
import type { Principal } from '../../auth/principal.ts';
import type { Scope } from '../../auth/scope.ts';
import type { NewVersion, StoredEntry, WriterSnapshot } from '../../store/port.ts';
import { liveByRegister } from '../assess-workspace.ts';
import { isLocked, lockOf } from '../push/list-lock.ts';

interface Context {
  readonly principal: Principal;
  readonly scope: Scope;
  readonly snapshot: WriterSnapshot;
  readonly today: Day;
  readonly register: RegisterId;
  /** The entries that the revisions wrote, as they stand now. */
  readonly touched: readonly StoredEntry[];
  /** The last of the revisions that wrote each entry. */
  readonly written: ReadonlyMap<string, number>;
  /** The version before the revisions; none where there was nothing. */
  readonly before: ReadonlyMap<string, StoredEntry>;
  /** The revisions that have put back any of these already. */
  readonly undone: ReadonlySet<number>;
  /** What others' parts of the same push wrote, as it stands now. */
  readonly ofOthers: readonly StoredEntry[];
}

export interface WeighedRevert {
  readonly inserted: readonly NewVersion[];
  readonly updated: readonly NewVersion[];
  readonly deleted: readonly NewVersion[];
  readonly left: readonly LeftEntry[];
  /** The last revision that put entries back, which stand as it left them; null when there is none. */
  readonly already: number | null;
}

/** An entry left as it is. Of one that became another unit's nothing is told but that (`isTold` false). */
export interface LeftEntry {
  readonly entry: StoredEntry;
  readonly reason: LeftReason;
  readonly isTold: boolean;
}

/** What a revert writes and what it leaves: what was inserted is deleted, what was deleted restored, what was updated put back. */
export function weighRevert(context: Context): WeighedRevert {
  const { principal, scope, snapshot, today, register, touched, written, before, undone, ofOthers } = context;
  const plan = planOfDay(snapshot.plans, today);
  const { units } = liveByRegister(snapshot.entries);
  const fields = registerById(register)?.fields.map(({ id }) => id) ?? [];
  const lockedOn = lockOf(principal, plan, isoOf(today));
  const twins = register === 'units' ? twinsAfter(context, units, plan.district) : new Set<string>();

  const result = {
    inserted: [] as NewVersion[],
    updated: [] as NewVersion[],
    deleted: [] as NewVersion[],
    left: [] as LeftEntry[],
    already: null as number | null,
  };

  for (const entry of touched) {
    if (undone.has(entry.revision)) {
      result.already = Math.max(result.already ?? 0, entry.revision);
      continue;
    }
    const target = living(before.get(entry.id));
    const reason = reasonToLeave();
    if (reason !== null) result.left.push({ entry, reason, isTold: scope.mayRead(entry) });
    else if (target === null) {
      if (!entry.isDeleted) result.deleted.push(versionOf(entry));
    } else if (entry.isDeleted) result.inserted.push(versionOf(target));
    else if (!sameFields(entry.content, target.content, fields)) result.updated.push(versionOf(target));

    function reasonToLeave(): LeftReason | null {
      if (!scope.mayRead(entry)) return 'outOfScope';
      if (entry.revision !== written.get(entry.id)) return 'changedSince';
      if (!scope.mayChange(entry.content) || (target !== null && !scope.mayChange(target.content))) return 'outOfScope';
      if (lockedOn !== null && isLocked(register, living(entry)?.content ?? null, target?.content ?? null, fields)) return 'listLocked';
      return twins.has(entry.id) ? 'unitTwice' : null;
    }
  }
  for (const entry of ofOthers) if (scope.mayRead(entry)) result.left.push({ entry, reason: 'notYours', isTold: true });
  return result;
}

function living(version: StoredEntry | undefined): StoredEntry | null {
  return version === undefined || version.isDeleted ? null : version;
}

function versionOf({ id, content, memory }: StoredEntry): NewVersion {
  return { id, content, memory, isReplacement: true };
}

/** The units to be put back whose name is another unit's by now (domain, Unit names). */
function twinsAfter({ touched, written, before }: Context, units: readonly Entry[], district: string): Set<string> {
  const returning = touched.flatMap((entry): Entry[] => {
    const target = entry.revision === written.get(entry.id) ? living(before.get(entry.id)) : null;
    return target === null ? [] : [target];
  });
  const ids = new Set(touched.filter(({ id, revision }) => revision === written.get(id)).map(({ id }) => id));
  const { clashes } = unitDirectory([...units.filter(({ id }) => !ids.has(id)), ...returning], district);
  return new Set(clashes.map(({ entry }) => entry.id));
}
