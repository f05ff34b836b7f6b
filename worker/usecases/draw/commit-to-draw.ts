import type { Principal } from '../../auth/principal.ts';
import { requireRole } from '../../auth/scope.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../refusal.ts';
import type { StoredDraw } from '../../store/draw-port.ts';
import { loadDraw, partyNow } from './load-draw.ts';

export interface CommitmentInput {
  readonly party: string;
  /** SHA-256 of the secret in lowercase hex. */
  readonly commitment: string;
}

/**
 * Binds a party to its secret; the last commitment opens the reveals. Refuses with drawUnknown, drawListChanged, partyUnknown,
 * partyCommitted, commitmentCopied, drawLate, or drawClosed when the draw is past its commitments.
 */
export async function commitToDraw(deps: Deps, principal: Principal, id: string, readInput: () => Promise<CommitmentInput>): Promise<StoredDraw> {
  requireRole(principal, 'admin', 'assessor');
  const { party, commitment } = await readInput();
  const draw = await loadDraw(deps, principal, id);
  const at = deps.now().toISOString();
  if (draw.state === 'abandoned' || draw.state === 'done') throw new Refusal('drawClosed', { number: draw.terms.number });
  if (partyNow(draw, party, at).commitment !== null) throw new Refusal('partyCommitted', { party });
  if (draw.parties.some((other) => other.commitment === commitment)) throw new Refusal('commitmentCopied', { party });
  const taken = await deps.store.commitToDraw({ workspace: principal.workspace.id, draw: id, party, commitment, at });
  if (!taken) throw new Refusal('drawClosed', { number: draw.terms.number });
  return loadDraw(deps, principal, id);
}
