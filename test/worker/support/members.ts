import type { Member, MemberRequest } from '../../../shared/contract/members.ts';
import type { MemberAddress } from '../../../worker/store/member-port.ts';
import { ADMIN_KEY, type Server } from './server.ts';

/** Lets a person or a group sign in; throws when it is refused. */
export async function putMember(server: Server, { tenant, object }: MemberAddress, body: MemberRequest, key = ADMIN_KEY): Promise<Member> {
  const response = await server.send(`/v1/members/${tenant}/${object}`, {
    key,
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return response.json<Member>();
}
