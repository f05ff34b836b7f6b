import type { ReplayAnswer } from '../../../shared/contract/replay.ts';

/** A unit under the plan in force and under the proposed one. */
export type UnitMove = ReplayAnswer['units'][number];

/** Whether the unit's total reads otherwise under the proposed plan. */
export function isMoved({ before, after }: UnitMove): boolean {
  return before?.score !== after?.score || before?.grade !== after?.grade || before?.rank !== after?.rank;
}
