import type { ReactNode } from 'react';
import { Body1Strong, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { byRank } from '../../../shared/scoring/rank.ts';
import type { UnitScore } from '../../../shared/scoring/types.ts';
import { LongList } from '../../ui/long-list.tsx';
import { UnitRow } from '../scores/unit-row.tsx';

const useStyles = makeStyles({ title: { margin: '0 0 4px' } });

interface UnitsSummaryProps {
  readonly units: readonly UnitScore[];
  readonly onOpen: (unit: string) => void;
}

/** The units' scores after a push, in order of rank. */
export function UnitsSummary({ units, onOpen }: UnitsSummaryProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const assessed = byRank(units.filter((unit) => unit.assessed));
  if (assessed.length === 0) return null;
  return (
    <section>
      <Body1Strong as="h2" className={styles.title}>
        {t('push.units')}
      </Body1Strong>
      <LongList items={assessed} label={t('push.units')} keyOf={(unit) => unit.unit}>
        {(unit) => <UnitRow unit={unit} onOpen={() => onOpen(unit.unit)} />}
      </LongList>
    </section>
  );
}
