import type { IsoDate } from '../calendar/day.ts';
import type { Flag } from '../verdict/types.ts';

/** What a draw can be made of. */
export const drawnKinds = ['measures', 'units'] as const;
export type DrawnKind = (typeof drawnKinds)[number];

export const strata = ['key', 'other'] as const;
/** A part of the list that is drawn from by itself: the tier of the unit (of a measure: of the unit that leads it). */
export type Stratum = (typeof strata)[number];

/** How many entries of each stratum win. */
export type Sizes = Readonly<Record<Stratum, number>>;

/** One entry of the list drawn from. */
export interface DrawItem {
  /** A measure's id; a unit's name. */
  readonly id: string;
  /** A measure's title; a unit's name. */
  readonly title: string;
  /** The units it concerns, the lead first. */
  readonly units: readonly string[];
  readonly stratum: Stratum;
}

/** A unit left out for avoidance (回避), with the number of entries that left with it. */
export interface Exclusion {
  readonly unit: string;
  readonly reason: string;
  readonly entries: number;
}

/** What stands fast before anybody commits to a secret, but for the list. */
export interface DrawTerms {
  /** The draw's number among the draws of its workspace, such as 2022-03. */
  readonly number: string;
  /** The workspace's name. */
  readonly workspace: string;
  readonly of: DrawnKind;
  readonly asOf: IsoDate;
  /** Only measures with one of these flags were listed; empty: all. */
  readonly flags: readonly Flag[];
  readonly excluded: readonly Exclusion[];
  readonly sizes: Sizes;
  /** The names of those who commit to secrets. */
  readonly parties: readonly string[];
  /** ISO 8601 UTC, as every time here. */
  readonly frozenAt: string;
  /** A reveal after this is late; null: no deadline. */
  readonly revealBy: string | null;
}

/** One who committed to a secret before any was known, and revealed it when all had committed. */
export interface SlipParty {
  readonly name: string;
  readonly commitment: string;
  readonly committedAt: string;
  readonly secret: string;
  readonly revealedAt: string;
}

export interface Winner {
  readonly id: string;
  readonly ticket: string;
}

/** 抽查凭单: all that is needed to repeat a draw, and the outcome it must lead to. Digests are SHA-256 in lowercase hex. */
export interface Slip extends Omit<DrawTerms, 'parties'> {
  readonly version: 1;
  /** The frozen list. */
  readonly list: readonly DrawItem[];
  readonly listHash: string;
  /** Over the terms and the list with titles, units and strata: what parties note down before they commit. */
  readonly termsHash: string;
  readonly parties: readonly SlipParty[];
  readonly seed: string;
  readonly winners: readonly Winner[];
  /** Over everything above. */
  readonly slipHash: string;
}
