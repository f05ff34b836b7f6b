import { ulid } from 'ulid';
import type { IsoDate } from '../../../shared/calendar/day.ts';
import { MAX_LIST } from '../../../shared/contract/draws.ts';
import { listHashOf, termsHashOf } from '../../../shared/draw/hashes.ts';
import { strata, type DrawItem, type DrawTerms, type Sizes } from '../../../shared/draw/types.ts';
import { hashOf } from '../../auth/keys.ts';
import type { Principal } from '../../auth/principal.ts';
import { requireRole } from '../../auth/scope.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../refusal.ts';
import type { StoredDraw } from '../../store/draw-port.ts';
import { assessWorkspace } from '../assess-workspace.ts';
import { listToDraw, type ListInput } from './list-to-draw.ts';
import { findDraw } from './load-draw.ts';

/** How often a number is tried that others took meanwhile, before the client is asked to wait. */
const MAX_ATTEMPTS = 8;

export interface StartInput extends ListInput {
  readonly asOf?: IsoDate | undefined;
  readonly sizes: Sizes;
  readonly parties: readonly string[];
  /** ISO 8601. */
  readonly revealBy?: string | undefined;
}

/**
 * Freezes the list and the terms of a draw; its parties can commit from then on. Refuses with unitUnknown, drawTooMany, drawTooFew when
 * a tier has fewer entries than are to be drawn, drawLate for a deadline that is over already, or busy.
 */
export async function startDraw(deps: Deps, principal: Principal, readInput: () => Promise<StartInput>): Promise<StoredDraw> {
  requireRole(principal, 'admin', 'assessor');
  const input = await readInput();
  const { workspace } = principal;
  const assessment = await assessWorkspace(deps, principal, input.asOf);
  const { list, excluded } = listToDraw(assessment, input);
  if (list.length > MAX_LIST) throw new Refusal('drawTooMany', { count: list.length, max: MAX_LIST });
  requireEnough(list, input.sizes);
  const frozenAt = deps.now().toISOString();
  const revealBy = input.revealBy === undefined ? null : new Date(input.revealBy).toISOString();
  if (revealBy !== null && revealBy <= frozenAt) throw new Refusal('drawLate', { revealBy });

  const { of, flags, sizes, parties } = input;
  const year = Number(assessment.asOf.slice(0, 4));
  const id = ulid(Date.parse(frozenAt));
  const listHash = await listHashOf(list, hashOf);
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const sequence = (await deps.store.lastDraw(workspace.id, year)) + 1;
    const number = `${year}-${String(sequence).padStart(2, '0')}`;
    const terms: DrawTerms = { number, workspace: workspace.name, of, asOf: assessment.asOf, flags, excluded, sizes, parties, frozenAt, revealBy };
    const termsHash = await termsHashOf(terms, list, hashOf);
    const answer = await deps.store.createDraw({ workspace: workspace.id, id, year, sequence, terms, list, listHash, termsHash });
    if (answer === 'accepted') return findDraw(deps, principal, id);
  }
  throw new Refusal('busy');
}

function requireEnough(list: readonly DrawItem[], sizes: Sizes): void {
  for (const stratum of strata) {
    const count = list.filter((item) => item.stratum === stratum).length;
    if (sizes[stratum] > count) throw new Refusal('drawTooFew', { stratum, size: sizes[stratum], count });
  }
}
