import type { ReactNode } from 'react';
import { Button, Caption1, Caption1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { TrophyRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/use-words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingRows } from '../../ui/loading.tsx';
import { LongList } from '../../ui/long-list.tsx';
import { Place } from '../../ui/place.tsx';
import { useLedger } from '../ledger/ledger-provider.tsx';
import { LocalNotice } from '../offline/local-notice.tsx';
import { useWriteSheet } from '../reports/use-write-sheet.tsx';
import { useSession } from '../services.tsx';
import { UnreadNotice } from '../offline/unread-notice.tsx';
import { rankingSheet } from './ranking-sheet.ts';
import { ReceiptPlace } from './receipt-place.tsx';
import { trendPoints } from './trend-points.ts';
import { groupUnits } from './unit-groups.ts';
import { UnitRow } from './unit-row.tsx';

const useStyles = makeStyles({
  heading: { display: 'block', margin: '0 0 4px', color: tokens.colorNeutralForeground3 },
  foot: { color: tokens.colorNeutralForeground3 },
});

interface ScoresPlaceProps {
  /** The unit whose receipt is shown; null for the list. */
  readonly opened: string | null;
  readonly onOpen: (unit: string | null) => void;
  readonly onGoToPush: () => void;
}

/** The units ranked; one can be opened to see what its score rests on. */
export function ScoresPlace({ opened, onOpen, onGoToPush }: ScoresPlaceProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { api } = useSession();
  const { asOf } = useLedger();
  const scores = useQuery({ queryKey: ['server', 'scores', asOf], queryFn: ({ signal }) => api.scores(asOf, signal) });
  const trend = useQuery({ queryKey: ['server', 'trend', null, asOf], queryFn: ({ signal }) => api.trend(asOf, null, signal) });
  const { language, words } = useWords();
  const sheet = useWriteSheet();
  const { data } = scores;
  if (opened !== null) return <ReceiptPlace unit={opened} onBack={() => onOpen(null)} />;
  return (
    <Place
      notice={sheet.notice}
      actions={
        <>
          {data?.units.some(({ assessed }) => assessed) && (
            <Button disabledFocusable={sheet.isWriting} onClick={() => sheet.write(rankingSheet(data, { language, t, words }))}>
              {t('reports.ranking.write')}
            </Button>
          )}
          <Button disabledFocusable={scores.isFetching} onClick={() => void scores.refetch()}>
            {t('common.refresh')}
          </Button>
        </>
      }
    >
      {scores.data && <LocalNotice />}
      {scores.error && <UnreadNotice fault={scores.error} onRetry={() => void scores.refetch()} />}
      {scores.isPending && <LoadingRows rows={8} />}
      {scores.data?.units.length === 0 && (
        <EmptyState
          icon={<TrophyRegular />}
          title={t('scores.emptyTitle')}
          text={t('scores.emptyText')}
          action={
            <Button appearance="primary" onClick={onGoToPush}>
              {t('today.goPush')}
            </Button>
          }
        />
      )}
      {scores.data &&
        groupUnits(scores.data.units).map(({ group, units }) => (
          <section key={group}>
            <Caption1Strong as="h2" className={styles.heading}>
              {t(`scores.${group}`)}
            </Caption1Strong>
            <LongList items={units} label={t(`scores.${group}`)} keyOf={(unit) => unit.unit}>
              {(unit) => (
                <UnitRow unit={unit} change={unit.change} course={trendPoints(trend.data, unit.unit, asOf, unit.score)} onOpen={() => onOpen(unit.unit)} />
              )}
            </LongList>
          </section>
        ))}
      {scores.data && scores.data.units.length > 0 && (
        <div className={styles.foot}>
          <Caption1 block>{t('scores.counted')}</Caption1>
          <Caption1 block>{t('scores.planVersion', { n: scores.data.planVersion })}</Caption1>
        </div>
      )}
    </Place>
  );
}
