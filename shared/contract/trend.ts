import * as z from 'zod';
import { isoDate, type DeepReadonly } from './primitives.ts';
import { grade } from './scores.ts';

/** The most days of one answer, and those shown when none are asked for. */
export const MAX_TREND_DAYS = 366;
export const USUAL_TREND_DAYS = 90;

export const trendQuery = z.strictObject({
  from: isoDate.optional().meta({ description: `Default: ${USUAL_TREND_DAYS - 1} days before \`to\`.` }),
  to: isoDate.optional().meta({ description: `Default: today. Not before \`from\`, and at most ${MAX_TREND_DAYS} days with it.` }),
  unit: z.string().optional().meta({ description: 'One unit, by any spelling; default: every unit that may be seen.' }),
});

export const trendAnswer = z
  .object({
    from: isoDate,
    to: isoDate,
    days: z.array(isoDate).meta({ description: 'The days of the span that have a snapshot, taken when the day had ended in the workspace’s time zone.' }),
    units: z.array(
      z.object({
        unit: z.string(),
        score: z.array(z.number().nullable()),
        grade: z.array(grade.nullable()),
        rank: z.array(z.int().nullable()),
      }),
    ),
  })
  .meta({ id: 'TrendAnswer', description: 'How each unit stood at the end of each day: columns in the order of `days`, null where a unit had no score.' });
export type TrendAnswer = DeepReadonly<z.infer<typeof trendAnswer>>;
