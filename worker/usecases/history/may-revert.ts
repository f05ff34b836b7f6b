import type { Principal } from '../../auth/principal.ts';
import { mayPush } from '../../auth/scope.ts';
import type { KeptRevision } from '../../store/history-port.ts';

/** Whether a credential may put a revision back: an admin, or who made it, as long as it may still write to the register (api). */
export function mayRevert(principal: Principal, { principal: maker, register }: Pick<KeptRevision, 'principal' | 'register'>): boolean {
  return mayPush(principal, register) && mayPutBack(principal, maker);
}

/** Whether it may as far as the maker goes. */
export function mayPutBack({ role, credential }: Principal, maker: string): boolean {
  return role === 'admin' || credential.id === maker;
}
