import { describe, expect, test } from 'vitest';
import { roles, type Role } from '../../../shared/contract/primitives.ts';
import type { Entry } from '../../../shared/ledger/entry.ts';
import type { RegisterId } from '../../../shared/registers/index.ts';
import { defaultPlan } from '../../../shared/scoring/plan.ts';
import type { Principal } from '../../../worker/auth/principal.ts';
import { mayPush, requireMayPush, requireRole, scopeOf, type Scope } from '../../../worker/auth/scope.ts';
import { Refusal } from '../../../worker/refusal.ts';

const OWN = '区发改委';
const OTHER = '区住建局';

function principalOf(role: Role, unit: string | null = role === 'clerk' ? OWN : null): Principal {
  const credential = { id: 'K', name: '张三', expiresAt: null, isBootstrap: false };
  return { credential, workspace: { id: 'W', name: '测试区', timeZone: 'Asia/Shanghai' }, role, unit };
}

const units: readonly Entry[] = [{ id: 'U', register: 'units', revision: 1, content: { name: OWN, aliases: '发展和改革委员会' }, memory: {} }];

function scopeFor(principal: Principal, { publishScores = false } = {}): Scope {
  return scopeOf({ now: () => new Date('2022-06-30T02:00:00Z') }, principal, { plans: [{ ...defaultPlan(2022), publishScores }], units });
}

const refusalOf = (act: () => void): Pick<Refusal, 'code' | 'params'> | null => {
  try {
    act();
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: error.code, params: error.params };
  }
};

describe('a role', () => {
  test.each(roles)('of %s passes where it is named, alone or with others, and is told its own name where it is not', (role) => {
    const others = roles.filter((other) => other !== role);
    expect(refusalOf(() => requireRole(principalOf(role), role))).toBeNull();
    expect(refusalOf(() => requireRole(principalOf(role), ...roles))).toBeNull();
    expect(refusalOf(() => requireRole(principalOf(role), ...others))).toEqual({ code: 'roleForbids', params: { role } });
    expect(refusalOf(() => requireRole(principalOf(role)))).toEqual({ code: 'roleForbids', params: { role } });
  });

  const registers: readonly RegisterId[] = ['units', 'measures', 'reports', 'inspections', 'problems', 'spotchecks', 'surveys', 'adjustments'];
  test.each<[Role, readonly RegisterId[]]>([
    ['admin', registers],
    ['assessor', registers.filter((register) => register !== 'units')],
    ['clerk', ['measures', 'reports']],
    ['viewer', []],
  ])('%s may write to %j and to nothing else', (role, may) => {
    expect(registers.filter((register) => mayPush(principalOf(role), register))).toEqual(may);
    for (const register of registers) {
      const refusal = may.includes(register) ? null : { code: 'roleForbids', params: { role } };
      expect(refusalOf(() => requireMayPush(principalOf(role), register))).toEqual(refusal);
    }
  });
});

const figures = { score: 61, rank: 7, tierRank: 3 };

describe('a clerk', () => {
  const scope = () => scopeFor(principalOf('clerk'));

  test.each<[string, Readonly<Record<string, string>>, 'changes' | 'reads' | 'nothing']>([
    ['leads', { unit: OWN }, 'changes'],
    ['leads by another of its names', { unit: '发展和改革委员会' }, 'changes'],
    ['leads with another unit’s help', { unit: `${OWN}、${OTHER}` }, 'changes'],
    ['helps with, in the column for that', { unit: OTHER, coUnits: '区教育局、发展和改革委员会' }, 'reads'],
    ['helps with, in the cell of the lead', { unit: `${OTHER}、${OWN}` }, 'reads'],
    ['is not named in', { unit: OTHER, coUnits: '区教育局' }, 'nothing'],
    ['is not named in, for nobody is', {}, 'nothing'],
  ])('of a row that its unit %s: %o → %s', (_, content, may) => {
    expect(scope().mayChange(content)).toBe(may === 'changes');
    expect(scope().mayRead({ register: 'measures', content })).toBe(may !== 'nothing');
  });

  test('reads the row of its unit as a whole, and of another what its names are and in which list it is ranked', () => {
    const row = { aliases: '住建委', tier: 'key', leader: '钱局长', code: '0017', assessed: 'no' };
    expect([OWN, '发展和改革委员会', OTHER].map((name) => scope().mayRead({ register: 'units', content: { name } }))).toEqual([true, true, false]);
    expect(scope().toldOfUnit({ name: OWN, ...row })).toEqual({ name: OWN, ...row });
    expect(scope().toldOfUnit({ name: OTHER, ...row })).toEqual({ name: OTHER, aliases: '住建委', tier: 'key' });
  });

  test('reads the figures of its unit, by any of its names, and no other’s', () => {
    expect([OWN, '发展和改革委员会', OTHER].map((name) => scope().mayReadUnit(name))).toEqual([true, true, false]);
  });

  test('knows its unit by any of its names, and figures of all units are narrowed to it', () => {
    expect([OWN, '发展和改革委员会', OTHER].map((name) => scope().isOwnUnit(name))).toEqual([true, true, false]);
    expect(scope().only).toBe(OWN);
    expect(scopeFor(principalOf('clerk', '发展和改革委员会')).only).toBe(OWN);
  });

  test('sees figures without the place among the others, and without places that were not there', () => {
    expect(scope().seen(figures)).toEqual({ score: 61, rank: null, tierRank: null });
    expect(scope().seen({ score: 61, rank: 7 })).toEqual({ score: 61, rank: null });
  });

  test('reads everybody’s figures and places where the plan publishes scores; the rows behind them stay closed', () => {
    const open = scopeFor(principalOf('clerk'), { publishScores: true });
    expect(open.mayReadUnit(OTHER)).toBe(true);
    expect(open.seen(figures)).toEqual(figures);
    expect(open.only).toBeNull();
    expect([open.mayRead({ register: 'measures', content: { unit: OTHER } }), open.mayChange({ unit: OTHER })]).toEqual([false, false]);
  });

  test('without a unit has no rows at all, rather than all of them', () => {
    const lost = scopeFor(principalOf('clerk', null));
    for (const content of [{ unit: OWN }, { unit: OTHER }, {}])
      expect([lost.mayRead({ register: 'measures', content }), lost.mayChange(content)]).toEqual([false, false]);
    expect([lost.mayReadUnit(OWN), lost.isOwnUnit(OWN), lost.only]).toEqual([false, false, '']);
    expect(lost.mayRead({ register: 'units', content: {} })).toBe(false);
    expect(lost.seen(figures).rank).toBeNull();
  });
});

test.each<Role>(['admin', 'assessor', 'viewer'])('%s is bound to no unit', (role) => {
  const scope = scopeFor(principalOf(role));
  const rights = [
    scope.mayChange({ unit: OTHER }),
    scope.mayRead({ register: 'measures', content: { unit: OTHER } }),
    scope.mayReadUnit(OTHER),
    scope.isOwnUnit(OTHER),
  ];
  expect(rights).toEqual([true, true, true, true]);
  const row = { name: OTHER, leader: '钱局长' };
  expect(scope.toldOfUnit(row)).toEqual(row);
  expect(scope.only).toBeNull();
  expect(scope.seen(figures)).toEqual(figures);
});
