import type { Principal } from '../../auth/principal.ts';
import { requireRole } from '../../auth/scope.ts';
import type { Deps } from '../../deps.ts';
import type { StoredDraw } from '../../store/draw-port.ts';

/** The draws of the workspace, the newest first. */
export async function listDraws(deps: Deps, principal: Principal): Promise<readonly Pick<StoredDraw, 'id' | 'state' | 'terms'>[]> {
  requireRole(principal, 'admin', 'assessor');
  return deps.store.listDraws(principal.workspace.id);
}
