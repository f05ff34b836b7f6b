import { slipOf } from '../../../shared/draw/draw.ts';
import type { Slip, SlipParty } from '../../../shared/draw/types.ts';
import { hashOf } from '../../auth/keys.ts';
import type { StoredDraw } from '../../store/draw-port.ts';

/** The slip of a draw that is done, worked out from what was frozen and revealed; null for any other. */
export async function showSlip({ state, terms, list, parties }: StoredDraw): Promise<Slip | null> {
  if (state !== 'done') return null;
  const revealed = parties.flatMap(({ name, commitment, committedAt, secret, revealedAt }): SlipParty[] =>
    commitment === null || committedAt === null || secret === null || revealedAt === null ? [] : [{ name, commitment, committedAt, secret, revealedAt }],
  );
  return slipOf(terms, list, revealed, hashOf);
}
