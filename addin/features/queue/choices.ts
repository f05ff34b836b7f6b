import type { DecisionKind } from '../push/decisions.ts';
import type { Choice } from './settle.ts';

/** What can be chosen for each kind of decision, the likeliest first; each has its words at `queue.choices.<kind>.<choice>`. */
export const choicesOf = {
  conflict: ['theirs', 'mine'],
  changed: ['theirs', 'mine'],
  removed: ['theirs', 'mine'],
  added: ['theirs', 'leave'],
  missing: ['theirs', 'mine', 'leave'],
} as const satisfies Readonly<Record<DecisionKind, readonly Choice[]>>;
