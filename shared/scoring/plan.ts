import type { IsoDate } from '../calendar/day.ts';
import type { RestDayPolicy } from '../deadline/types.ts';

export const indicatorIds = ['completion', 'reporting', 'rectification', 'inspection', 'spotcheck', 'satisfaction'] as const;
export type IndicatorId = (typeof indicatorIds)[number];

export const clauseIds = ['overdueMeasure', 'overdueProblem', 'writtenOrder', 'falseReport', 'lateReport', 'missingReport', 'adjustment', 'veto'] as const;
export type ClauseId = (typeof clauseIds)[number];

/** The grades, best first. */
export const gradeIds = ['excellent', 'good', 'pass', 'fail'] as const;

export interface Grade {
  readonly id: (typeof gradeIds)[number];
  /** The least score of the grade. */
  readonly from: number;
}

/** The points of each clause, for each fact it applies to. Adjustments carry their own points, a veto has none. */
export interface ClausePoints {
  readonly overdueMeasure: { readonly lead: number; readonly co: number };
  readonly overdueProblem: number;
  readonly writtenOrder: number;
  readonly falseReport: number;
  readonly lateReport: number;
  readonly missingReport: number;
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
  /** Days after a month's end within which its report is on time. */
  readonly reportGraceDays: number;
  /** What a late report counts of one on time. */
  readonly lateReportShare: number;
  /** What a problem weighs by its severity. */
  readonly severityWeights: { readonly minor: number; readonly major: number; readonly serious: number };
  /** What an annual inspection weighs; the others weigh 1. */
  readonly annualWeight: number;
  /** What a spot check found partly true counts of one found true. */
  readonly partlyShare: number;
  /** What an answer “basically satisfied” counts of one satisfied. */
  readonly basicallyShare: number;
  /** The fewest answers a counted survey needs to be taken. */
  readonly minSample: number;
  readonly cap: number;
  readonly indicators: Readonly<Record<IndicatorId, { readonly weight: number }>>;
  readonly clauses: ClausePoints;
  readonly grades: readonly Grade[];
  readonly publishScores: boolean;
  readonly listLockedOn: IsoDate | null;
}

/** A plan as it is written, before it is made a version. */
export type PlanDraft = Omit<Plan, 'version'>;

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
    reportGraceDays: 3,
    lateReportShare: 0.5,
    severityWeights: { minor: 1, major: 2, serious: 3 },
    annualWeight: 2,
    partlyShare: 0.5,
    basicallyShare: 0.8,
    minSample: 30,
    cap: 100,
    indicators: {
      completion: { weight: 40 },
      reporting: { weight: 10 },
      rectification: { weight: 20 },
      inspection: { weight: 15 },
      spotcheck: { weight: 5 },
      satisfaction: { weight: 10 },
    },
    clauses: { overdueMeasure: { lead: -1, co: -0.5 }, overdueProblem: -1, writtenOrder: -1, falseReport: -3, lateReport: -0.1, missingReport: -0.5 },
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
