import { commitmentOf } from '../../../shared/draw/hashes.ts';
import { hashOf, sameDigest } from '../../auth/keys.ts';
import type { Principal } from '../../auth/principal.ts';
import { requireRole } from '../../auth/scope.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../refusal.ts';
import type { StoredDraw } from '../../store/draw-port.ts';
import { loadDraw, partyNow } from './load-draw.ts';

export interface RevealInput {
  readonly party: string;
  readonly secret: string;
}

/**
 * Takes a party's secret; the last one ends the draw. Refuses with drawUnknown, drawListChanged, partyUnknown, drawLate,
 * revealEarly while a commitment is missing, partyRevealed, revealFalse, or drawClosed when the draw ended meanwhile.
 */
export async function revealInDraw(deps: Deps, principal: Principal, id: string, readInput: () => Promise<RevealInput>): Promise<StoredDraw> {
  requireRole(principal, 'admin', 'assessor');
  const { party, secret } = await readInput();
  const draw = await loadDraw(deps, principal, id);
  const { number } = draw.terms;
  const at = deps.now().toISOString();
  if (draw.state === 'abandoned') throw new Refusal('drawClosed', { number });
  const { commitment, secret: revealed } = partyNow(draw, party, at);
  if (draw.state === 'committing' || commitment === null) throw new Refusal('revealEarly');
  if (revealed !== null) throw new Refusal('partyRevealed', { party });
  if (!sameDigest(await commitmentOf(secret, hashOf), commitment)) throw new Refusal('revealFalse', { party });
  const taken = await deps.store.revealInDraw({ workspace: principal.workspace.id, draw: id, party, secret, at });
  if (!taken) throw new Refusal('drawClosed', { number });
  return loadDraw(deps, principal, id);
}
