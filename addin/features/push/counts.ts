import type { Counts, PushAnswer } from '../../../shared/contract/push.ts';

/** How many rows came to what by all requests of a push. */
export function countsOf(answers: readonly PushAnswer[]): Counts {
  const sum = (outcome: keyof Counts): number => answers.reduce((total, { counts }) => total + counts[outcome], 0);
  return {
    inserted: sum('inserted'),
    updated: sum('updated'),
    unchanged: sum('unchanged'),
    deleted: sum('deleted'),
    incoming: sum('incoming'),
    conflict: sum('conflict'),
    rejected: sum('rejected'),
  };
}
