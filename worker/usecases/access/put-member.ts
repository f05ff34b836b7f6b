import type { Member, MemberRequest } from '../../../shared/contract/members.ts';
import type { Principal } from '../../auth/principal.ts';
import { requireRole } from '../../auth/scope.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../refusal.ts';
import type { MemberAddress } from '../../store/member-port.ts';

/** Lets a person or group sign in to the workspace, or changes what it is there. Refuses with signInOff for a tenant whose accounts are not taken. */
export async function putMember(deps: Deps, principal: Principal, { tenant, object }: MemberAddress, readInput: () => Promise<MemberRequest>): Promise<Member> {
  requireRole(principal, 'admin');
  if (deps.entra?.tenants.has(tenant) !== true) throw new Refusal('signInOff', { tenant });
  const { kind, name, role, unit = null } = await readInput();
  return deps.members.putMember(principal.workspace.id, { tenant, object, kind, name, role, unit, createdAt: deps.now().toISOString() });
}
