import type { Day } from '../calendar/day.ts';
import type { DeadlineKind } from '../deadline/types.ts';
import type { Message } from '../message.ts';

export const flags = ['done', 'doneLate', 'standing', 'noDeadline', 'unreadable', 'overdue', 'dueSoon', 'behind', 'onTrack'] as const;
/** What the product says of an entry's deadline (domain, Verdicts). */
export type Flag = (typeof flags)[number];

export const cards = ['red', 'yellow', 'green', 'grey'] as const;
export type Card = (typeof cards)[number];

/** An exact number from 0 to 1 (or a weight): `numerator / denominator`, both safe integers, denominator > 0. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/** What the product says of one entry as of a day. */
export interface Verdict {
  readonly flag: Flag;
  readonly card: Card;
  /** The resolved deadline; null where there is none. */
  readonly due: Day | null;
  /** `due − asOf` in calendar days. */
  readonly daysLeft: number | null;
  /** The entry's value, 0–1; null when it is not scored. */
  readonly value: Ratio | null;
  readonly deadline: DeadlineKind;
  /** What was read as the deadline. */
  readonly reading: Message;
  readonly hints: readonly Message[];
  /** True when a working day past the calendar's horizon was needed. */
  readonly provisional: boolean;
}
