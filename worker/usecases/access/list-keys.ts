import type { Principal } from '../../auth/principal.ts';
import { requireRole } from '../../auth/scope.ts';
import type { Deps } from '../../deps.ts';
import type { KeyInfo } from '../../store/access-port.ts';

/** The keys of the workspace that are not revoked, oldest first. */
export async function listKeys(deps: Deps, principal: Principal): Promise<readonly KeyInfo[]> {
  requireRole(principal, 'admin');
  return deps.store.listKeys(principal.workspace.id);
}
