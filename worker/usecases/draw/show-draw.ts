import type { Principal } from '../../auth/principal.ts';
import { requireRole } from '../../auth/scope.ts';
import type { Deps } from '../../deps.ts';
import type { StoredDraw } from '../../store/draw-port.ts';
import { loadDraw } from './load-draw.ts';

/** A draw as it stands. Refuses as `loadDraw` does. */
export async function showDraw(deps: Deps, principal: Principal, id: string): Promise<StoredDraw> {
  requireRole(principal, 'admin', 'assessor');
  return loadDraw(deps, principal, id);
}
