import type { Role } from '../../../shared/contract/primitives.ts';
import type { Entra } from '../../auth/entra.ts';
import type { Principal } from '../../auth/principal.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../refusal.ts';
import { accountId, type Membership } from '../../store/member-port.ts';

/** What a person is by several groups is the role that may most. */
const byRights: readonly Role[] = ['admin', 'assessor', 'clerk', 'viewer'];

/**
 * Who a token of Entra ID speaks for. Refuses as `Entra.verify` does, and with notMember for a person whom no workspace knows: that is told only to who
 * has proved to be that person.
 */
export async function identifyAccount(deps: Deps, entra: Entra, token: string): Promise<Principal> {
  const now = deps.now();
  const { tenant, object, groups, name, expiresAt } = await entra.verify(token, now);
  const membership = membershipThatHolds(await deps.members.membershipsOf({ tenant, object }, groups));
  if (membership === null) throw new Refusal('notMember', { name, object });
  const { workspace, role, unit } = membership;
  const id = accountId({ tenant, object });
  await deps.members.noteAccount(workspace.id, { id, name }, now.toISOString());
  return { credential: { id, name, expiresAt, isBootstrap: false }, workspace, role, unit };
}

/**
 * Of several memberships, oldest first, the one that holds. The oldest decides the workspace, so that no other workspace's admin can draw a person away.
 * There the person's own goes before those of groups.
 */
function membershipThatHolds(memberships: readonly Membership[]): Membership | null {
  const [oldest] = memberships;
  if (oldest === undefined) return null;
  const here = memberships.filter(({ workspace }) => workspace.id === oldest.workspace.id);
  const rankOf = ({ kind, role }: Membership): number => (kind === 'person' ? -1 : byRights.indexOf(role));
  return here.reduce((best, next) => (rankOf(next) < rankOf(best) ? next : best));
}
