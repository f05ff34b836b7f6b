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
import type { ChangedVersion } from '../store/history-port.ts';
import type { StoredEntry } from '../store/port.ts';
import { dayAsked } from './assess-workspace.ts';

export interface EntriesInput {
  readonly register: Register;
  readonly since?: number | undefined;
  readonly unit?: string | undefined;
  readonly flag?: Flag | undefined;
  /** `next` of the page before. */
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly asOf?: IsoDate | undefined;
}

export interface EntriesPage {
  /** The last one when the first page was answered: what changed while the pages were read comes again with it as `since`. */
  readonly revision: number;
  readonly asOf: IsoDate;
  readonly entries: readonly { readonly entry: StoredEntry; readonly verdict: Verdict | null }[];
  /** Ids gone since `since`: deleted, or not among what is asked for any more; empty without it. */
  readonly deleted: readonly string[];
  /** The revision of the first page and the id of the last entry, with a dot between; null on the last page. */
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

  const begun = beginOf(cursor);
  const revision = Math.min(begun?.revision ?? head, head);

  type Told = Pick<StoredEntry, 'register' | 'content'>;
  const names = (entry: Told): boolean => {
    if (wanted === null) return true;
    if (register.id === 'units') return directory.resolve(String(entry.content['name'] ?? '')).name === wanted;
    const { lead, co } = directory.resolveMeasure(entry.content);
    return lead.name === wanted || co.some(({ name }) => name === wanted);
  };
  const isAskedFor = (entry: Told): boolean => (register.id === 'units' || scope.mayRead(entry)) && names(entry);
  const changed = entries.filter((entry) => entry.register === register.id && (since === undefined || entry.revision > since));

  const page: { entry: StoredEntry; verdict: Verdict | null }[] = [];
  let next: string | null = null;
  for (const entry of changed) {
    if (entry.isDeleted || (begun !== null && entry.id <= begun.id) || !isAskedFor(entry)) continue;
    const verdict = judgeEntry(register.id, entry, context);
    if (flag !== undefined && verdict?.flag !== flag) continue;
    if (page.length === limit) {
      next = `${revision}.${page.at(-1)?.entry.id ?? ''}`;
      break;
    }
    page.push({ entry: register.id === 'units' ? { ...entry, content: scope.toldOfUnit(entry.content) } : entry, verdict });
  }
  const gone = since === undefined ? [] : changed.filter((entry) => entry.isDeleted || !isAskedFor(entry));
  const wasThere = await askedForBefore(
    deps,
    principal,
    gone.filter((entry) => !isAskedFor(entry)),
    since ?? 0,
    isAskedFor,
  );
  const deleted = gone.filter((entry) => isAskedFor(entry) || wasThere.has(entry.id)).map(({ id }) => id);
  return { revision, asOf: isoOf(day), entries: page, deleted, next };
}

/** The entries of which a version that stood at `since` or later was among what is asked for. Who has seen nothing yet (0) has none that could be gone. */
async function askedForBefore(
  { history }: Deps,
  { workspace }: Principal,
  entries: readonly StoredEntry[],
  since: number,
  isAskedFor: (version: ChangedVersion) => boolean,
): Promise<ReadonlySet<string>> {
  if (since === 0 || entries.length === 0) return new Set();
  const versions = await history.versionsSince(
    workspace.id,
    entries.map(({ id }) => id),
    since,
  );
  return new Set(versions.filter((version) => !version.isDeleted && isAskedFor(version)).map(({ id }) => id));
}

/** Where the pages before ended, and the revision of the first; null for the first itself. */
function beginOf(cursor: string | undefined): { readonly revision: number; readonly id: string } | null {
  const [revision, id] = cursor?.split('.') ?? [];
  return revision === undefined || id === undefined ? null : { revision: Number(revision), id };
}
