import type { Role } from '../../../shared/contract/primitives.ts';
import type { WorkspaceChoice } from '../../../shared/contract/problems.ts';
import type { Entra } from '../../auth/entra.ts';
import type { Principal } from '../../auth/principal.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../refusal.ts';
import { accountId, type Membership } from '../../store/member-port.ts';

/** What a person is by several groups is the role that may most. */
const byRights: readonly Role[] = ['admin', 'assessor', 'clerk', 'viewer'];

/**
 * Who a token of Entra ID speaks for, in the workspace asked for by id (`wanted`; null: none was). Any admin can make anybody a member, so no membership
 * goes before another by itself: who is in several workspaces says which. Refuses as `Entra.verify` does; with notMember for a person whom no workspace
 * knows, and alike for one whom the workspace asked for does not; with workspaceAmbiguous and the person's own workspaces when several do and none was
 * asked for. All that is told only to who has proved to be that person.
 */
export async function identifyAccount(deps: Deps, entra: Entra, token: string, wanted: string | null): Promise<Principal> {
  const now = deps.now();
  const { tenant, object, groups, name, expiresAt } = await entra.verify(token, now);
  const memberships = await deps.members.membershipsOf({ tenant, object }, groups);
  const here = wanted === null ? memberships : memberships.filter(({ workspace }) => workspace.id === wanted);
  const [first] = here;
  if (first === undefined) throw new Refusal('notMember', { name, object });
  const { workspace } = first;
  if (here.some((membership) => membership.workspace.id !== workspace.id)) throw new Refusal('workspaceAmbiguous', {}, [], choicesAmong(here));
  const { role, unit } = membershipThatHolds(here, first);
  const id = accountId({ tenant, object });
  await deps.members.noteAccount(workspace.id, { id, name }, now.toISOString());
  return { credential: { id, name, expiresAt, isBootstrap: false }, workspace, role, unit };
}

/** The workspaces of memberships, each once, in their order. */
function choicesAmong(memberships: readonly Membership[]): readonly WorkspaceChoice[] {
  const names = new Map(memberships.map(({ workspace: { id, name } }) => [id, name]));
  return [...names].map(([id, name]) => ({ id, name }));
}

/** Of several memberships of one workspace the one that holds: the person's own goes before those of groups, of groups the one that may most. */
function membershipThatHolds(memberships: readonly Membership[], first: Membership): Membership {
  const rankOf = ({ kind, role }: Membership): number => (kind === 'person' ? -1 : byRights.indexOf(role));
  return memberships.reduce((best, next) => (rankOf(next) < rankOf(best) ? next : best), first);
}
