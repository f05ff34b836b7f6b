/** What a number of the plan is, and so what it may be. */
export type PlanNumberKind = 'days' | 'count' | 'share' | 'weight' | 'points' | 'threshold' | 'cap';

interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly whole?: true;
  /** Whether `min` itself is left out. */
  readonly aboveMin?: true;
}

/**
 * The bounds of each kind. Weights, points and the cap have no natural end; theirs keeps exact fractions small. Days end with a leap year, because working days
 * are counted one by one.
 */
export const numberBounds: Readonly<Record<PlanNumberKind, Bounds>> = {
  days: { min: 0, max: 366, whole: true },
  count: { min: 0, max: 1_000_000, whole: true },
  share: { min: 0, max: 1 },
  weight: { min: 0, max: 1_000 },
  points: { min: -1_000, max: 0 },
  threshold: { min: 0, max: 1_000 },
  cap: { min: 0, max: 1_000, aboveMin: true },
};

/** Every number of the plan by its JSON pointer. The thresholds of grades stand in the order of grades. */
export const planNumbers = {
  '/dueSoonDays': 'days',
  '/behindTolerance': 'share',
  '/lateFloor': 'share',
  '/latePerDay': 'share',
  '/overdueFactor': 'share',
  '/coShare': 'share',
  '/immediateWorkdays': 'days',
  '/reportGraceDays': 'days',
  '/lateReportShare': 'share',
  '/severityWeights/minor': 'weight',
  '/severityWeights/major': 'weight',
  '/severityWeights/serious': 'weight',
  '/annualWeight': 'weight',
  '/partlyShare': 'share',
  '/basicallyShare': 'share',
  '/minSample': 'count',
  '/cap': 'cap',
  '/indicators/completion/weight': 'weight',
  '/indicators/reporting/weight': 'weight',
  '/indicators/rectification/weight': 'weight',
  '/indicators/inspection/weight': 'weight',
  '/indicators/spotcheck/weight': 'weight',
  '/indicators/satisfaction/weight': 'weight',
  '/clauses/overdueMeasure/lead': 'points',
  '/clauses/overdueMeasure/co': 'points',
  '/clauses/overdueProblem': 'points',
  '/clauses/writtenOrder': 'points',
  '/clauses/falseReport': 'points',
  '/clauses/lateReport': 'points',
  '/clauses/missingReport': 'points',
  '/grades/0/from': 'threshold',
  '/grades/1/from': 'threshold',
  '/grades/2/from': 'threshold',
  '/grades/3/from': 'threshold',
} as const satisfies Readonly<Record<`/${string}`, PlanNumberKind>>;

export type PlanNumberPointer = keyof typeof planNumbers;

/** The pointers, in the order of the plan. */
export const planNumberPointers = Object.keys(planNumbers) as PlanNumberPointer[];
