import type { Member, MemberRequest, MembersAnswer } from '../../shared/contract/members.ts';
import type { Transport } from './transport.ts';

/** Who may sign in with a work account, for admins; every method rejects as the rest of the client does. */
export interface MembersApi {
  members(signal?: AbortSignal): Promise<MembersAnswer>;
  /** Adds a person or group, or changes what it is. */
  putMember(tenant: string, object: string, body: MemberRequest): Promise<Member>;
  /** From then on it may no longer sign in. */
  removeMember(member: Pick<Member, 'tenant' | 'object'>): Promise<void>;
}

const PATH = '/v1/members';

export function membersApi(transport: Transport): MembersApi {
  return {
    members: (signal) => transport<MembersAnswer>('GET', PATH, { signal }),
    putMember: (tenant, object, body) => transport<Member>('PUT', `${PATH}/${tenant}/${object}`, { body }),
    removeMember: async ({ tenant, object }) => void (await transport<unknown>('DELETE', `${PATH}/${tenant}/${object}`)),
  };
}
