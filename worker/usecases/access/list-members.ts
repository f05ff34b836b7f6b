import type { MembersAnswer } from '../../../shared/contract/members.ts';
import type { Principal } from '../../auth/principal.ts';
import { requireRole } from '../../auth/scope.ts';
import type { Deps } from '../../deps.ts';

/** The persons and groups that may sign in to the workspace, oldest first, and the tenants they can be of. */
export async function listMembers(deps: Deps, principal: Principal): Promise<MembersAnswer> {
  requireRole(principal, 'admin');
  return { members: await deps.members.listMembers(principal.workspace.id), tenants: [...(deps.entra?.tenants ?? [])] };
}
