import type { Principal } from '../../auth/principal.ts';
import { requireRole } from '../../auth/scope.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../refusal.ts';

/**
 * Revokes a key of the workspace at once; one revoked before stays as it is. Refuses with ownKey for the key in use, keyUnknown for one that is not
 * the workspace's, and lastAdminKey for an admin key when none stays that lasts as long.
 */
export async function revokeKey(deps: Deps, principal: Principal, id: string): Promise<{ readonly id: string; readonly revokedAt: string }> {
  requireRole(principal, 'admin');
  const { workspace, credential } = principal;
  if (id === credential.id) throw new Refusal('ownKey');
  const answer = await deps.store.revokeKey(workspace.id, id, deps.now().toISOString());
  if (answer === 'unknown') throw new Refusal('keyUnknown');
  if (answer === 'last') throw new Refusal('lastAdminKey');
  return { id, ...answer };
}
