import type { ReactNode } from 'react';
import { Caption1, Caption1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isoOf } from '../../../shared/calendar/day.ts';
import type { UnitScore } from '../../../shared/scoring/types.ts';
import { scoreText } from '../../ui/numbers.ts';
import { Sparkline } from '../../ui/sparkline.tsx';
import { useSession } from '../services.tsx';
import { trendPoints } from './trend-points.ts';

const BOX = { width: 240, height: 48, inset: 4 };

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '4px' },
  heading: { margin: 0, color: tokens.colorNeutralForeground3 },
  chart: { display: 'flex', alignItems: 'stretch', gap: '8px' },
  scale: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'space-between',
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
  days: { display: 'flex', justifyContent: 'space-between', width: `${BOX.width}px`, color: tokens.colorNeutralForeground3 },
});

/** The course of a unit's score by day, up to the day shown. */
export function UnitTrend({ unit, asOf }: { readonly unit: UnitScore; readonly asOf: string }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { api } = useSession();
  const trend = useQuery({ queryKey: ['server', 'trend', unit.unit, asOf], queryFn: ({ signal }) => api.trend(asOf, unit.unit, signal) });
  if (!unit.assessed || trend.data === undefined) return null; // the receipt stands without it

  const points = trendPoints(trend.data, unit.unit, asOf, unit.score);
  const scores = points.flatMap(({ y }) => (y === null ? [] : [y]));
  const [low, high] = [scoreText(Math.min(...scores)), scoreText(Math.max(...scores))];
  const from = isoOf(points[0]?.x ?? 0);
  return (
    <section className={styles.root}>
      <Caption1Strong as="h2" className={styles.heading}>
        {t('scores.trend')}
      </Caption1Strong>
      {points.length === 0 ? (
        <Caption1 className={styles.heading}>{t('scores.noTrend')}</Caption1>
      ) : (
        <>
          <div className={styles.chart}>
            <Sparkline
              points={points}
              box={BOX}
              label={t('scores.trendLabel', { from, to: asOf, first: scoreText(scores[0] ?? null), last: scoreText(unit.score), low, high })}
            />
            <Caption1 className={styles.scale} aria-hidden>
              <span>{high}</span>
              {low !== high && <span>{low}</span>}
            </Caption1>
          </div>
          <Caption1 className={styles.days} aria-hidden>
            <span>{from}</span>
            <span>{asOf}</span>
          </Caption1>
        </>
      )}
    </section>
  );
}
