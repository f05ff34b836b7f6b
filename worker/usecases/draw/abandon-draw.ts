import type { Principal } from '../../auth/principal.ts';
import { requireRole } from '../../auth/scope.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../refusal.ts';
import type { StoredDraw } from '../../store/draw-port.ts';
import { findDraw } from './load-draw.ts';

export interface AbandonInput {
  readonly reason: string;
}

/** Ends a draw without an outcome, for good and on record; also one whose list was changed. Refuses with drawUnknown or drawClosed. */
export async function abandonDraw(deps: Deps, principal: Principal, id: string, readInput: () => Promise<AbandonInput>): Promise<StoredDraw> {
  requireRole(principal, 'admin', 'assessor');
  const { reason } = await readInput();
  const { terms } = await findDraw(deps, principal, id);
  const { workspace, credential } = principal;
  const taken = await deps.store.abandonDraw({ workspace: workspace.id, draw: id, at: deps.now().toISOString(), by: credential.name, reason });
  if (!taken) throw new Refusal('drawClosed', { number: terms.number });
  return findDraw(deps, principal, id);
}
