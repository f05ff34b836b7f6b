import { useState } from 'react';
import type { ReactNode } from 'react';
import { Body1Strong, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { CalendarMonthRegular, ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RollupAnswer } from '../../../shared/contract/reports.ts';
import type { RegisterId } from '../../../shared/registers/index.ts';
import { useWords } from '../../i18n/use-words.ts';
import { CountStrip } from '../../ui/count-strip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingRows } from '../../ui/loading.tsx';
import { LongList } from '../../ui/long-list.tsx';
import { PlaceHead } from '../../ui/place-head.tsx';
import { Place } from '../../ui/place.tsx';
import { useLedger } from '../ledger/ledger-provider.tsx';
import { useSelectEntry } from '../ledger/use-selecting.tsx';
import type { MorePageProps } from '../more/more-page.ts';
import { indexOf } from '../reports/figure-row.tsx';
import { useWriteSheet } from '../reports/use-write-sheet.tsx';
import { useSession } from '../services.tsx';
import { UnreadNotice } from '../offline/unread-notice.tsx';
import { monthAfter, monthOf, monthWords } from './months.ts';
import { rollupSheet, sumOf } from './rollup-sheet.ts';
import { UnitRollup } from './unit-rollup.tsx';

const useStyles = makeStyles({
  month: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', margin: 0, padding: 0, border: 0, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3, display: 'block' },
});

/** 月度汇总: how every unit stands at the end of a month. Opens on the month of the as-of day. */
export function RollupPage({ onBack }: MorePageProps): ReactNode {
  const { t } = useTranslation();
  const { language, words } = useWords();
  const { api } = useSession();
  const { asOf } = useLedger();
  const [month, setMonth] = useState(monthOf(asOf));
  const rollup = useQuery({ queryKey: ['server', 'rollup', month], queryFn: ({ signal }) => api.rollup(month, signal) });
  const { selectEntry, notice } = useSelectEntry();
  const sheet = useWriteSheet();
  const { data } = rollup;
  return (
    <Place
      notice={notice ?? sheet.notice}
      actions={
        data &&
        data.units.length > 0 && (
          <Button appearance="primary" disabledFocusable={sheet.isWriting} onClick={() => sheet.write(rollupSheet(data, { language, t, words }))}>
            {t('reports.writeSheet')}
          </Button>
        )
      }
    >
      <PlaceHead title={t('more.pages.rollup.title')} onBack={onBack} />
      <MonthPicker month={month} onChoose={setMonth} />
      {rollup.error && <UnreadNotice fault={rollup.error} onRetry={() => void rollup.refetch()} />}
      {rollup.isPending && <LoadingRows rows={8} />}
      {data && <Loaded rollup={data} onSelect={selectEntry} />}
    </Place>
  );
}

function MonthPicker({ month, onChoose }: { readonly month: string; readonly onChoose: (month: string) => void }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { language } = useWords();
  return (
    <fieldset className={styles.month} aria-label={t('reports.rollup.monthOf')}>
      <Button appearance="subtle" icon={<ChevronLeftRegular />} aria-label={t('reports.rollup.previous')} onClick={() => onChoose(monthAfter(month, -1))} />
      <Body1Strong aria-live="polite">{monthWords(month, language)}</Body1Strong>
      <Button appearance="subtle" icon={<ChevronRightRegular />} aria-label={t('reports.rollup.next')} onClick={() => onChoose(monthAfter(month, 1))} />
    </fieldset>
  );
}

function Loaded({ rollup, onSelect }: { readonly rollup: RollupAnswer; readonly onSelect: (register: RegisterId, id: string) => void }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { units } = rollup;
  if (units.length === 0) return <EmptyState icon={<CalendarMonthRegular />} title={t('reports.emptyTitle')} text={t('reports.emptyText')} />;
  const entries = indexOf(rollup.entries);
  return (
    <>
      <div>
        <Caption1 className={styles.quiet}>{t('reports.rollup.asOf', { day: rollup.asOf, today: rollup.today })}</Caption1>
        {rollup.today <= rollup.asOf && <Caption1 className={styles.quiet}>{t('reports.rollup.notOver')}</Caption1>}
      </div>
      <CountStrip
        counts={[
          { label: t('reports.rollup.total'), count: sumOf(units.map(({ measures }) => measures.total)) },
          { label: t('reports.rollup.done'), count: sumOf(units.map(({ measures }) => measures.done)) },
          { label: t('reports.rollup.overdue'), count: sumOf(units.map(({ measures }) => measures.overdue)), isWarning: true },
        ]}
      />
      <LongList items={units} label={t('reports.rollup.units')} keyOf={({ unit }) => unit} key={rollup.month}>
        {(unit) => <UnitRollup unit={unit} entries={entries} onSelect={onSelect} />}
      </LongList>
    </>
  );
}
