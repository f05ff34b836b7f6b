import type { Role } from '../../shared/contract/primitives.ts';
import type { Content } from '../../shared/ledger/entry.ts';
import type { UnitDirectory } from '../../shared/ledger/unit-names.ts';
import type { RegisterId } from '../../shared/registers/index.ts';
import type { Plan } from '../../shared/scoring/plan.ts';
import { Refusal } from '../refusal.ts';
import type { Principal } from './principal.ts';

/** Refuses with roleForbids unless the role is one of those that may. Every use case that is not for all begins with it, before a body is read. */
export function requireRole({ role }: Principal, ...may: readonly Role[]): void {
  if (!may.includes(role)) throw new Refusal('roleForbids', { role });
}

const clerksRegisters: ReadonlySet<RegisterId> = new Set(['measures', 'reports']);

/** Whether the role may write to a register at all (api, Roles). */
export function mayPush({ role }: Principal, register: RegisterId): boolean {
  return role === 'admin' || (role === 'assessor' && register !== 'units') || (role === 'clerk' && clerksRegisters.has(register));
}

/** Refuses with roleForbids unless the role may write to the register. */
export function requireMayPush(principal: Principal, register: RegisterId): void {
  if (!mayPush(principal, register)) throw new Refusal('roleForbids', { role: principal.role });
}

/** Whether a credential may see or change an entry. Made once per request, because unit names are resolved when read. */
export interface Scope {
  /** Whether the entry is the credential's to change: a clerk's unit must lead it. */
  mayChange(content: Content): boolean;
  /** Whether the entry is the credential's to read: a clerk's unit must be named in it. */
  mayRead(content: Content): boolean;
  /** Whether a unit's figures are the credential's to read. */
  mayReadUnit(name: string): boolean;
  /** Figures of a unit as the credential may read them: its place among the others tells of theirs, so it goes with them. */
  readonly seen: <Figures extends { readonly rank: number | null }>(figures: Figures) => Figures;
}

/** The scope of a credential under a plan. Only clerks are bound to a unit; others' totals are theirs to see if the plan publishes scores. */
export function scopeOf({ role, unit }: Principal, directory: UnitDirectory, plan: Plan): Scope {
  if (role !== 'clerk') return { mayChange: () => true, mayRead: () => true, mayReadUnit: () => true, seen: (figures) => figures };
  const own = unit === null ? null : directory.resolve(unit).name; // a clerk without a unit, which the database does not allow, has nothing of its own
  return {
    mayChange: (content) => directory.resolveMeasure(content).lead.name === own,
    mayRead(content) {
      const { lead, co } = directory.resolveMeasure(content);
      return lead.name === own || co.some(({ name }) => name === own);
    },
    seen: (figures) => (plan.publishScores ? figures : { ...figures, rank: null, ...('tierRank' in figures && { tierRank: null }) }),
    mayReadUnit: (name) => plan.publishScores || directory.resolve(name).name === own,
  };
}
