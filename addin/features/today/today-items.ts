import type { TFunction } from 'i18next';
import type { OpenMeasure } from '../../api/open-measures.ts';
import type { Card } from '../../../shared/verdict/types.ts';

/** The cards the Today place counts, worst first. */
export const todayCards = ['red', 'yellow', 'grey'] as const satisfies readonly Card[];
export type TodayCard = (typeof todayCards)[number];

/** How many measures have each card. */
export function countsByCard(measures: readonly OpenMeasure[]): Readonly<Record<TodayCard, number>> {
  const count = (card: TodayCard): number => measures.filter((measure) => measure.card === card).length;
  return { red: count('red'), yellow: count('yellow'), grey: count('grey') };
}

/** The units that lead or support the measures, each once, in order of first appearance. */
export function unitsOf(measures: readonly OpenMeasure[]): readonly string[] {
  return [...new Set(measures.flatMap(({ unit, coUnits }) => [unit, ...coUnits]))];
}

/** Whether a unit leads or supports a measure. */
export function names({ unit, coUnits }: OpenMeasure, name: string): boolean {
  return unit === name || coUnits.includes(name);
}

/** What a clerk should know of a measure's time: `逾期 15 天`, `还剩 3 天`, `进度滞后，还剩 40 天`. */
export function timeWords({ flag, daysLeft }: Pick<OpenMeasure, 'flag' | 'daysLeft'>, t: TFunction): string {
  if (flag === 'unreadable' || daysLeft === null) return t('today.unreadable');
  if (daysLeft < 0) return t('today.overdueBy', { count: -daysLeft });
  const left = daysLeft === 0 ? t('today.dueToday') : t('today.left', { count: daysLeft });
  return flag === 'behind' ? t('today.behind', { left }) : left;
}
