import { describe, expect, test } from 'vitest';
import type { Role } from '../../shared/contract/primitives.ts';
import { registerById, type Register, type RegisterId } from '../../shared/registers/index.ts';
import type { Principal } from '../../worker/auth/principal.ts';
import type { Deps } from '../../worker/deps.ts';
import { Refusal } from '../../worker/refusal.ts';
import { createKey } from '../../worker/usecases/access/create-key.ts';
import { createWorkspace } from '../../worker/usecases/access/create-workspace.ts';
import { listKeys } from '../../worker/usecases/access/list-keys.ts';
import { listMembers } from '../../worker/usecases/access/list-members.ts';
import { putMember } from '../../worker/usecases/access/put-member.ts';
import { removeMember } from '../../worker/usecases/access/remove-member.ts';
import { revokeKey } from '../../worker/usecases/access/revoke-key.ts';
import { changePlan } from '../../worker/usecases/change-plan.ts';
import { deleteEntries } from '../../worker/usecases/delete-entries.ts';
import { abandonDraw } from '../../worker/usecases/draw/abandon-draw.ts';
import { commitToDraw } from '../../worker/usecases/draw/commit-to-draw.ts';
import { listDraws } from '../../worker/usecases/draw/list-draws.ts';
import { revealInDraw } from '../../worker/usecases/draw/reveal-in-draw.ts';
import { showDraw } from '../../worker/usecases/draw/show-draw.ts';
import { startDraw } from '../../worker/usecases/draw/start-draw.ts';
import { exportWorkspace } from '../../worker/usecases/export-workspace.ts';
import { revertRevision } from '../../worker/usecases/history/revert-revision.ts';
import { pushEntries } from '../../worker/usecases/push-entries.ts';
import { replayPlan } from '../../worker/usecases/replay-plan.ts';
import { showOrder } from '../../worker/usecases/show-order.ts';
import { verifyHistory } from '../../worker/usecases/verify-history.ts';

/** What is asked once the rights are found in order: the body, or anything of the outside. */
class Reached extends Error {}

const reached = (): never => {
  throw new Reached();
};
const deps = new Proxy({} as Deps, { get: reached });
const readBody = (): Promise<never> => Promise.reject(new Reached());
const member = { tenant: 'tenant', object: 'object' };

function principalOf(role: Role): Principal {
  return {
    credential: { id: 'key', name: 'key', expiresAt: null, isBootstrap: true },
    workspace: { id: 'workspace', name: '某区', timeZone: 'Asia/Shanghai' },
    role,
    unit: role === 'clerk' ? '区发改委' : null,
  };
}

function register(id: RegisterId): Register {
  const found = registerById(id);
  if (found === undefined) throw new RangeError(id);
  return found;
}

type Verb = (principal: Principal) => unknown;

/** Who may what, by the use case itself (security, Who may what). */
const RIGHTS: readonly (readonly [string, readonly Role[], Verb])[] = [
  ['makes a key', ['admin'], (who) => createKey(deps, who, readBody)],
  ['lists the keys', ['admin'], (who) => listKeys(deps, who)],
  ['revokes a key', ['admin'], (who) => revokeKey(deps, who, 'another')],
  ['makes a workspace', ['admin'], (who) => createWorkspace(deps, who, readBody)],
  ['lists the members', ['admin'], (who) => listMembers(deps, who)],
  ['lets somebody in', ['admin'], (who) => putMember(deps, who, member, readBody)],
  ['takes somebody out', ['admin'], (who) => removeMember(deps, who, member)],
  ['changes the plan', ['admin'], (who) => changePlan(deps, who, readBody)],
  ['replays a plan', ['admin'], (who) => replayPlan(deps, who, readBody)],
  ['exports the workspace', ['admin'], (who) => exportWorkspace(deps, who)[Symbol.asyncIterator]().next()],
  ['verifies the history', ['admin'], (who) => verifyHistory(deps, who, null)],
  ['writes a supervision order', ['admin', 'assessor'], (who) => showOrder(deps, who, { unit: '区发改委' })],
  ['starts a draw', ['admin', 'assessor'], (who) => startDraw(deps, who, readBody)],
  ['lists the draws', ['admin', 'assessor'], (who) => listDraws(deps, who)],
  ['shows a draw', ['admin', 'assessor'], (who) => showDraw(deps, who, 'draw')],
  ['commits to a draw', ['admin', 'assessor'], (who) => commitToDraw(deps, who, 'draw', readBody)],
  ['reveals in a draw', ['admin', 'assessor'], (who) => revealInDraw(deps, who, 'draw', readBody)],
  ['abandons a draw', ['admin', 'assessor'], (who) => abandonDraw(deps, who, 'draw', readBody)],
  ['puts a revision back', ['admin', 'assessor', 'clerk'], (who) => revertRevision(deps, who, 1)],
  ['pushes measures', ['admin', 'assessor', 'clerk'], (who) => pushEntries(deps, who, register('measures'), readBody)],
  ['deletes measures', ['admin', 'assessor', 'clerk'], (who) => deleteEntries(deps, who, register('measures'), readBody)],
  ['pushes units', ['admin'], (who) => pushEntries(deps, who, register('units'), readBody)],
  ['deletes units', ['admin'], (who) => deleteEntries(deps, who, register('units'), readBody)],
];

const ROLES: readonly Role[] = ['admin', 'assessor', 'clerk', 'viewer'];

/** What becomes of a call: `reached` once the rights were in order, else the code of the refusal. */
async function fateOf(verb: Verb, role: Role): Promise<string> {
  try {
    await verb(principalOf(role));
    return 'answered';
  } catch (error) {
    if (error instanceof Reached) return 'reached';
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe('a use case called without a route refuses by itself, before a body or the database is read', () => {
  test.each(RIGHTS)('who %s', async (_, may, verb) => {
    const fates = await Promise.all(ROLES.map(async (role) => [role, await fateOf(verb, role)]));
    expect(fates).toEqual(ROLES.map((role) => [role, may.includes(role) ? 'reached' : 'roleForbids']));
  });
});
