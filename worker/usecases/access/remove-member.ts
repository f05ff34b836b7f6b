import type { Principal } from '../../auth/principal.ts';
import { requireRole } from '../../auth/scope.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../refusal.ts';
import type { MemberAddress } from '../../store/member-port.ts';

/**
 * Takes a person or group out of the workspace, from the next request on. An admin may go too: the admin keys, of which the last cannot be revoked, stay.
 * Refuses with memberUnknown.
 */
export async function removeMember(deps: Deps, principal: Principal, { tenant, object }: MemberAddress): Promise<MemberAddress> {
  requireRole(principal, 'admin');
  if (!(await deps.members.removeMember(principal.workspace.id, { tenant, object }))) throw new Refusal('memberUnknown');
  return { tenant, object };
}
