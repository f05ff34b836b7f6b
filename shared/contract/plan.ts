import * as z from 'zod';
import { MAX_DISTRICT, planFaults } from '../scoring/plan-faults.ts';
import { numberBounds, type PlanNumberKind } from '../scoring/plan-numbers.ts';
import { gradeIds, type Plan, type PlanDraft } from '../scoring/plan.ts';
import { say } from './messages/index.ts';
import { isoDate, type DeepReadonly } from './primitives.ts';

/** A number of a kind. The bounds are documented here and checked by `planFaults`, which the pane checks with too. */
function numberOf(kind: PlanNumberKind) {
  const { min, max, whole, aboveMin } = numberBounds[kind];
  return z.number().meta({ ...(whole && { type: 'integer' }), [aboveMin ? 'exclusiveMinimum' : 'minimum']: min, maximum: max });
}

const [days, share, weight, points] = [numberOf('days'), numberOf('share'), numberOf('weight'), numberOf('points')];
const indicator = z.strictObject({ weight: weight.meta({ description: '0: the indicator is not in the plan. One at least is above 0.' }) });

const fields = {
  period: z.strictObject({ start: isoDate, end: isoDate }),
  district: z.string().meta({ maxLength: MAX_DISTRICT, description: 'May be left off the names of units; empty for none.' }),
  dueSoonDays: days,
  behindTolerance: share,
  lateFloor: share,
  latePerDay: share,
  overdueFactor: share,
  coShare: share,
  immediateWorkdays: days,
  restDayPolicy: z.enum(['keep', 'next', 'previous']),
  reportGraceDays: days,
  lateReportShare: share,
  severityWeights: z.strictObject({ minor: weight, major: weight, serious: weight }),
  annualWeight: weight,
  partlyShare: share,
  basicallyShare: share,
  minSample: numberOf('count'),
  cap: numberOf('cap'),
  indicators: z.strictObject({
    completion: indicator,
    reporting: indicator,
    rectification: indicator,
    inspection: indicator,
    spotcheck: indicator,
    satisfaction: indicator,
  }),
  clauses: z.strictObject({
    overdueMeasure: z.strictObject({ lead: points, co: points }),
    overdueProblem: points,
    writtenOrder: points,
    falseReport: points,
    lateReport: points,
    missingReport: points,
  }),
  grades: z
    .array(z.strictObject({ id: z.enum(gradeIds), from: numberOf('threshold') }))
    .meta({ description: 'All four, best first, each beginning lower than the one before, the last at 0.' }),
  publishScores: z.boolean().meta({ description: 'Whether clerks see the totals of other units.' }),
  listLockedOn: isoDate.nullable().meta({ description: 'From this day on clerks change only the progress of their measures.' }),
};

export const planAnswer = z
  .strictObject({ version: z.int(), ...fields })
  .meta({ id: 'Plan', description: '考核方案: versioned settings of a workspace.' }) satisfies z.ZodType<Plan>;

export const planQuery = z.strictObject({ asOf: isoDate.optional().meta({ description: 'The day the plan is for; left out: today.' }) });

/** A whole plan to be put in force or tried; every fault of it is told by its place. */
export const planDraft = z
  .strictObject(fields)
  .check(({ value, issues }) => {
    for (const { pointer, value: input, expected } of planFaults(value)) {
      issues.push({ code: 'custom', input, path: pointer.slice(1).split('/'), message: say(expected, 'en') });
    }
  })
  .meta({ id: 'PlanDraft', description: 'A plan without its version. Numbers have at most 6 decimals.' }) satisfies z.ZodType<PlanDraft>;

export const planVersionsAnswer = z
  .object({
    versions: z
      .array(
        z.object({
          version: z.int(),
          at: z.string().meta({ description: 'When it was made, ISO 8601 UTC.' }),
          by: z.string().nullable().meta({ description: 'The name of the credential that made it; null where it is not known.' }),
          plan: planAnswer,
        }),
      )
      .meta({ description: 'Newest first.' }),
  })
  .meta({ id: 'PlanVersionsAnswer' });
export type PlanVersionsAnswer = DeepReadonly<z.infer<typeof planVersionsAnswer>>;
