import { parseIso, type IsoDate } from '../../../shared/calendar/day.ts';
import type { TrendAnswer } from '../../../shared/contract/trend.ts';
import type { LinePoint } from '../../ui/line-path.ts';

/** The fewest scores that make a line. */
const FEWEST = 2;

/**
 * A unit's course as points by day: its snapshots before a day, and its score on that day, which has none yet. Empty while there are not two
 * scores to draw a line through.
 */
export function trendPoints(trend: TrendAnswer | undefined, unit: string, asOf: IsoDate, score: number | null): readonly LinePoint[] {
  const found = trend?.units.find((one) => one.unit === unit);
  if (trend === undefined || found === undefined) return [];
  const earlier = trend.days.flatMap((day, at): LinePoint[] => (day < asOf ? [{ x: parseIso(day) ?? 0, y: found.score[at] ?? null }] : []));
  const first = earlier.findIndex(({ y }) => y !== null);
  const points = [...(first < 0 ? [] : earlier.slice(first)), { x: parseIso(asOf) ?? 0, y: score }];
  return points.filter(({ y }) => y !== null).length < FEWEST ? [] : points;
}
