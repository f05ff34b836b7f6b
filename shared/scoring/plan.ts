import type { IsoDate } from '../calendar/day.ts';
import type { RestDayPolicy } from '../deadline/types.ts';

export type IndicatorId = 'completion';
export type ClauseId = 'overdueMeasure';

export interface Grade {
  readonly id: 'excellent' | 'good' | 'pass' | 'fail';
  /** The least score of the grade. */
  readonly from: number;
}

/** The plan (考核方案): versioned settings of a workspace. Weights and points are data; the rules that use them are files. */
export interface Plan {
  readonly version: number;
  readonly period: { readonly start: IsoDate; readonly end: IsoDate };
  /** The district whose name may be left off a unit's name (乌达区); '' for none. */
  readonly district: string;
  readonly dueSoonDays: number;
  readonly behindTolerance: number;
  readonly lateFloor: number;
  readonly latePerDay: number;
  readonly overdueFactor: number;
  readonly coShare: number;
  readonly immediateWorkdays: number;
  readonly restDayPolicy: RestDayPolicy;
  readonly cap: number;
  readonly indicators: Readonly<Record<IndicatorId, { readonly weight: number }>>;
  readonly clauses: Readonly<Record<ClauseId, { readonly lead: number; readonly co: number }>>;
  readonly grades: readonly Grade[];
  readonly publishScores: boolean;
  readonly listLockedOn: IsoDate | null;
}

/** The plan a workspace starts with, for a calendar year. */
export function defaultPlan(year: number): Plan {
  return {
    version: 1,
    period: { start: `${year}-01-01`, end: `${year}-12-31` },
    district: '',
    dueSoonDays: 7,
    behindTolerance: 0.2,
    lateFloor: 0.6,
    latePerDay: 0.01,
    overdueFactor: 0.5,
    coShare: 0.5,
    immediateWorkdays: 0,
    restDayPolicy: 'keep',
    cap: 100,
    indicators: { completion: { weight: 40 } },
    clauses: { overdueMeasure: { lead: -1, co: -0.5 } },
    grades: [
      { id: 'excellent', from: 90 },
      { id: 'good', from: 80 },
      { id: 'pass', from: 60 },
      { id: 'fail', from: 0 },
    ],
    publishScores: false,
    listLockedOn: null,
  };
}
