import type { Role } from '../../shared/contract/primitives.ts';
import type { Content, Entry } from '../../shared/ledger/entry.ts';
import { unitDirectory } from '../../shared/ledger/unit-names.ts';
import type { RegisterId } from '../../shared/registers/index.ts';
import { planOfDay } from '../../shared/scoring/plan-of-day.ts';
import type { Plan } from '../../shared/scoring/plan.ts';
import type { Deps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { dayIn } from '../../shared/calendar/zone.ts';
import type { Principal } from './principal.ts';

/** Refuses with roleForbids unless the role is one of those that may. Every use case that is not for all begins with it, before a body is read. */
export function requireRole({ role }: Principal, ...may: readonly Role[]): void {
  if (!may.includes(role)) throw new Refusal('roleForbids', { role });
}

const clerksRegisters: ReadonlySet<RegisterId> = new Set(['measures', 'reports']);

/** Whether the role may write to a register at all (security, Who may what). */
export function mayPush({ role }: Principal, register: RegisterId): boolean {
  return role === 'admin' || (role === 'assessor' && register !== 'units') || (role === 'clerk' && clerksRegisters.has(register));
}

/** Refuses with roleForbids unless the role may write to the register. */
export function requireMayPush(principal: Principal, register: RegisterId): void {
  if (!mayPush(principal, register)) throw new Refusal('roleForbids', { role: principal.role });
}

/** What a credential may see and change. Made once per request, because unit names are resolved when read. */
export interface Scope {
  /** Whether the entry is the credential's to change: a clerk's unit must lead it. */
  mayChange(content: Content): boolean;
  /** Whether a version of an entry is the credential's to read as a whole: a clerk's unit must be named in it, or it must be that unit's own row. */
  readonly mayRead: (version: Pick<Entry, 'register' | 'content'>) => boolean;
  /** A row of the register of units as the credential may read it: of another unit a clerk is told what its name is recognised by. */
  readonly toldOfUnit: (content: Content) => Content;
  /** Whether a unit's figures are the credential's to read. */
  mayReadUnit(name: string): boolean;
  /** Whether a unit is one whose rows the credential may read: a clerk's own, for others any. */
  isOwnUnit(name: string): boolean;
  /** The unit that figures of all units together must be narrowed to; null: none. */
  readonly only: string | null;
  /** Figures of a unit as the credential may read them: its place among the others tells of theirs, so it goes with them. */
  readonly seen: <Figures extends { readonly rank: number | null }>(figures: Figures) => Figures;
}

/** What is told of every unit: what its names are, and in which list it is ranked. */
const OF_ANY_UNIT: ReadonlySet<string> = new Set(['name', 'aliases', 'tier']);

function nameIn(unit: Content): string {
  return String(unit['name'] ?? '');
}

/** What rights are decided by: every version of the plan, oldest first, and the live rows of the register of units. */
interface Grounds {
  readonly plans: readonly Plan[];
  readonly units: readonly Entry[];
}

/**
 * The scope of a credential. Only clerks are bound to a unit; others' totals are theirs to see if the plan publishes scores. The plan is that of the real
 * today, whatever day figures are asked for: a plan drafted for next year, or one of last year, opens nothing.
 */
export function scopeOf({ now }: Pick<Deps, 'now'>, { role, unit, workspace }: Principal, { plans, units }: Grounds): Scope {
  if (role !== 'clerk') {
    return {
      mayChange: () => true,
      mayRead: () => true,
      toldOfUnit: (content) => content,
      mayReadUnit: () => true,
      isOwnUnit: () => true,
      only: null,
      seen: (figures) => figures,
    };
  }
  const { district, publishScores } = planOfDay(plans, dayIn(workspace.timeZone, now()));
  const directory = unitDirectory(units, district);
  const own = unit === null ? null : directory.resolve(unit).name; // a clerk without a unit, which the database does not allow, has nothing of its own
  const isOwnUnit = (name: string): boolean => directory.resolve(name).name === own;
  return {
    mayChange: (content) => directory.resolveMeasure(content).lead.name === own,
    mayRead({ register, content }) {
      if (register === 'units') return isOwnUnit(nameIn(content));
      const { lead, co } = directory.resolveMeasure(content);
      return lead.name === own || co.some(({ name }) => name === own);
    },
    toldOfUnit: (content) => (isOwnUnit(nameIn(content)) ? content : Object.fromEntries(Object.entries(content).filter(([field]) => OF_ANY_UNIT.has(field)))),
    mayReadUnit: (name) => publishScores || isOwnUnit(name),
    isOwnUnit,
    only: publishScores ? null : (own ?? ''),
    seen: (figures) => (publishScores ? figures : { ...figures, rank: null, ...('tierRank' in figures && { tierRank: null }) }),
  };
}
