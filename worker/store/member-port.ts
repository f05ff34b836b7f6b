import type { Member, MemberKind } from '../../shared/contract/members.ts';
import type { Role } from '../../shared/contract/primitives.ts';
import type { Workspace } from './access-port.ts';

/** Who a membership is of: a person or group of a tenant, by object ids. */
export interface MemberAddress {
  readonly tenant: string;
  readonly object: string;
}

/** What an account is in one workspace by one of its memberships. */
export interface Membership {
  readonly workspace: Workspace;
  readonly kind: MemberKind;
  readonly role: Role;
  /** A clerk's unit, by name; null for every other role. */
  readonly unit: string | null;
  readonly createdAt: string;
}

export type NewMember = Omit<Member, 'usedAt'>;

/** What sign-in with work accounts needs kept. */
export interface MemberStore {
  /** The memberships of a person, own and by group, in every workspace; oldest first. */
  membershipsOf(person: MemberAddress, groups: readonly string[]): Promise<readonly Membership[]>;
  /** Notes that an account was used, under the name it has now; at most once an hour while the name stays. */
  noteAccount(workspace: string, account: { readonly id: string; readonly name: string }, at: string): Promise<void>;
  /** The members of a workspace, oldest first. */
  listMembers(workspace: string): Promise<readonly Member[]>;
  /** Adds a member or changes what one is; since when it belongs stays. Answers as kept. */
  putMember(workspace: string, member: NewMember): Promise<Member>;
  /** False when the workspace has no such member. */
  removeMember(workspace: string, address: MemberAddress): Promise<boolean>;
}

/** The id of an account's credential: what stands as the principal of what it does. */
export function accountId({ tenant, object }: MemberAddress): string {
  return `entra:${tenant}:${object}`;
}
