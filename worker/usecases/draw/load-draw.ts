import { listHashOf, termsHashOf } from '../../../shared/draw/hashes.ts';
import { hashOf } from '../../auth/keys.ts';
import type { Principal } from '../../auth/principal.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../refusal.ts';
import type { StoredDraw, StoredParty } from '../../store/draw-port.ts';

/**
 * A draw of the principal's workspace. Refuses with drawUnknown, and with drawListChanged when what is stored of the list or the
 * terms does not agree with the digests they were frozen with.
 */
export async function loadDraw(deps: Deps, principal: Principal, id: string): Promise<StoredDraw> {
  const draw = await findDraw(deps, principal, id);
  const { list, terms } = draw;
  const stands = (await listHashOf(list, hashOf)) === draw.listHash && (await termsHashOf(terms, list, hashOf)) === draw.termsHash;
  if (!stands) throw new Refusal('drawListChanged', { number: terms.number });
  return draw;
}

/** A draw of the principal's workspace, whatever became of its list. Refuses with drawUnknown. */
export async function findDraw(deps: Deps, principal: Principal, id: string): Promise<StoredDraw> {
  const draw = await deps.store.findDraw(principal.workspace.id, id);
  if (draw === null) throw new Refusal('drawUnknown');
  return draw;
}

/** A party of a draw, for a step that is taken now. Refuses with partyUnknown, and with drawLate after the draw's deadline. */
export function partyNow({ terms, parties }: StoredDraw, name: string, now: string): StoredParty {
  const party = parties.find((candidate) => candidate.name === name);
  if (party === undefined) throw new Refusal('partyUnknown', { party: name });
  if (terms.revealBy !== null && now > terms.revealBy) throw new Refusal('drawLate', { revealBy: terms.revealBy });
  return party;
}
