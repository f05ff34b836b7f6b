import type { Message } from '../message.ts';
import type { RegisterId } from '../registers/index.ts';
import type { Card } from '../verdict/types.ts';
import type { ClauseId, Grade, IndicatorId } from './plan.ts';

/** A unit's total, as lists show it. Points and scores are numbers rounded half up to 2 decimals once, at the end. */
export interface UnitScore {
  readonly unit: string;
  readonly tier: 'key' | 'other';
  readonly assessed: boolean;
  /** null: not assessed, or nothing could be assessed. */
  readonly score: number | null;
  readonly grade: Grade['id'] | null;
  readonly rank: number | null;
  readonly tierRank: number | null;
  readonly card: Card;
  readonly overdue: number;
  readonly dueSoon: number;
  /** Whether a veto stands against it: the lowest grade, and ranked after every unit without one. */
  readonly vetoed: boolean;
}

/** One entry under a receipt line and what it gave. */
export interface ReceiptEntry {
  /** The entry's id; null for a missing report, which has none. */
  readonly id: string | null;
  readonly register: RegisterId;
  readonly title: string;
  readonly role: 'lead' | 'co';
  /** Indicator: the entry's value 0–1; clause: its points. */
  readonly gave: number;
  /** Share of the line's weight, for indicators. */
  readonly weight?: number;
  /** The clause that applies to the same fact instead; this one gave nothing. */
  readonly suppressedBy?: ClauseId;
  /** Why the entry was looked at and left out; it gave nothing and weighs nothing. */
  readonly leftOut?: Message;
}

export type ReceiptLine =
  | {
      readonly kind: 'indicator';
      readonly id: IndicatorId;
      /** Share of the base after renormalising, 0–100. */
      readonly weight: number;
      readonly x: number;
      readonly points: number;
      readonly entries: readonly ReceiptEntry[];
    }
  | { readonly kind: 'notAssessed'; readonly id: IndicatorId; readonly reason: Message }
  | { readonly kind: 'clause'; readonly id: ClauseId; readonly points: number; readonly entries: readonly ReceiptEntry[] }
  | { readonly kind: 'clamp'; readonly points: number };

/** 得分依据: the lines that add up to a unit's score, each with the rows it rests on. */
export interface Receipt extends UnitScore {
  readonly lines: readonly ReceiptLine[];
}
