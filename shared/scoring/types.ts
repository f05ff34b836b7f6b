import type { Card } from '../verdict/types.ts';
import type { Message } from '../message.ts';
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
}

/** One entry under a receipt line and what it gave. */
export interface ReceiptEntry {
  readonly id: string;
  readonly title: string;
  readonly role: 'lead' | 'co';
  /** Indicator: the entry's value 0–1; clause: its points. */
  readonly gave: number;
  /** Share of the line's weight (s·w), for indicators. */
  readonly weight?: number;
}

export type ReceiptLine =
  | { readonly kind: 'indicator'; readonly id: IndicatorId; /** Share of the base after renormalising, 0–100. */ readonly weight: number; readonly x: number; readonly points: number; readonly entries: readonly ReceiptEntry[] }
  | { readonly kind: 'notAssessed'; readonly id: IndicatorId; readonly reason: Message }
  | { readonly kind: 'clause'; readonly id: ClauseId; readonly points: number; readonly entries: readonly ReceiptEntry[] }
  | { readonly kind: 'clamp'; readonly points: number };

/** 得分依据: the lines that add up to a unit's score, each with the rows it rests on. */
export interface Receipt extends UnitScore {
  readonly lines: readonly ReceiptLine[];
}
