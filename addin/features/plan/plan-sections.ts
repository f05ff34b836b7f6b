import type { PlanPointer } from './plan-texts.ts';

export type PlanSectionId = 'period' | 'weights' | 'points' | 'grades' | 'deadlines' | 'counting' | 'publishing';

/** The plan as the page shows it: every field once, under what it is about. */
export const planSections: readonly { readonly id: PlanSectionId; readonly fields: readonly PlanPointer[] }[] = [
  { id: 'period', fields: ['/period/start', '/period/end', '/district'] },
  {
    id: 'weights',
    fields: [
      '/indicators/completion/weight',
      '/indicators/reporting/weight',
      '/indicators/rectification/weight',
      '/indicators/inspection/weight',
      '/indicators/spotcheck/weight',
      '/indicators/satisfaction/weight',
    ],
  },
  {
    id: 'points',
    fields: [
      '/clauses/overdueMeasure/lead',
      '/clauses/overdueMeasure/co',
      '/clauses/overdueProblem',
      '/clauses/writtenOrder',
      '/clauses/falseReport',
      '/clauses/lateReport',
      '/clauses/missingReport',
    ],
  },
  { id: 'grades', fields: ['/grades/0/from', '/grades/1/from', '/grades/2/from', '/grades/3/from', '/cap'] },
  {
    id: 'deadlines',
    fields: ['/restDayPolicy', '/immediateWorkdays', '/dueSoonDays', '/behindTolerance', '/lateFloor', '/latePerDay', '/overdueFactor'],
  },
  {
    id: 'counting',
    fields: [
      '/coShare',
      '/reportGraceDays',
      '/lateReportShare',
      '/severityWeights/minor',
      '/severityWeights/major',
      '/severityWeights/serious',
      '/annualWeight',
      '/partlyShare',
      '/basicallyShare',
      '/minSample',
    ],
  },
  { id: 'publishing', fields: ['/publishScores', '/listLockedOn'] },
];
