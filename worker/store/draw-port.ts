import type { DrawState } from '../../shared/contract/draws.ts';
import type { DrawItem, DrawTerms } from '../../shared/draw/types.ts';

/** A draw about to be frozen. */
export interface NewDraw {
  readonly workspace: string;
  readonly id: string;
  readonly year: number;
  /** The last of the year + 1. */
  readonly sequence: number;
  readonly terms: DrawTerms;
  readonly list: readonly DrawItem[];
  readonly listHash: string;
  readonly termsHash: string;
}

export interface StoredParty {
  readonly name: string;
  readonly commitment: string | null;
  readonly committedAt: string | null;
  /** Never shown before all have revealed. */
  readonly secret: string | null;
  readonly revealedAt: string | null;
}

export interface StoredDraw extends Pick<NewDraw, 'id' | 'terms' | 'list' | 'listHash' | 'termsHash'> {
  readonly state: DrawState;
  readonly parties: readonly StoredParty[];
  readonly abandoned: { readonly at: string; readonly by: string; readonly reason: string } | null;
}

/** Which draw a step is of, and when it is taken (ISO 8601 UTC). */
interface DrawStep {
  readonly workspace: string;
  readonly draw: string;
  readonly at: string;
}

/** What random draws need kept. A step answers whether it was taken: not when the draw or the party is no longer where it was read to be. */
export interface DrawStore {
  /** The last sequence of a year; 0 before the first. */
  lastDraw(workspace: string, year: number): Promise<number>;
  /** Keeps the draw, or nothing when another one took its number meanwhile. */
  createDraw(draw: NewDraw): Promise<'accepted' | 'overtaken'>;
  findDraw(workspace: string, id: string): Promise<StoredDraw | null>;
  /** Newest first. */
  listDraws(workspace: string): Promise<readonly Pick<StoredDraw, 'id' | 'state' | 'terms'>[]>;
  /** The last commitment opens the reveals. */
  commitToDraw(step: DrawStep & { readonly party: string; readonly commitment: string }): Promise<boolean>;
  /** The last reveal ends the draw. */
  revealInDraw(step: DrawStep & { readonly party: string; readonly secret: string }): Promise<boolean>;
  abandonDraw(step: DrawStep & { readonly by: string; readonly reason: string }): Promise<boolean>;
}
