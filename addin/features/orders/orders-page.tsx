import { useState } from 'react';
import type { ReactNode } from 'react';
import { Body1, Button, Caption1, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { UnitScore } from '../../../shared/scoring/types.ts';
import { useWords } from '../../i18n/use-words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading.tsx';
import { LongList } from '../../ui/long-list.tsx';
import { PlaceHead } from '../../ui/place-head.tsx';
import { Place } from '../../ui/place.tsx';
import { useLedger } from '../ledger/ledger-provider.tsx';
import type { MorePageProps } from '../more/more-page.ts';
import { Success } from '../reports/use-write-sheet.tsx';
import { useServices, useSession } from '../services.tsx';
import { UnreadNotice } from '../offline/unread-notice.tsx';
import { makeOrders, type OrdersMade } from './make-orders.ts';
import { orderSheet } from './order-sheet.ts';
import { unitsToOrder } from './units-to-order.ts';

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground2 },
  list: { display: 'flex', flexDirection: 'column' },
  box: { marginLeft: '-8px', display: 'flex', alignItems: 'flex-start' },
  label: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground1 },
  counts: { color: tokens.colorNeutralForeground3 },
  made: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

/** 督办单: a sheet to print for each unit ticked. */
export function OrdersPage({ onBack }: MorePageProps): ReactNode {
  const { t } = useTranslation();
  const { language, words } = useWords();
  const { workbook } = useServices();
  const { api } = useSession();
  const { asOf } = useLedger();
  const scores = useQuery({ queryKey: ['server', 'scores', asOf], queryFn: ({ signal }) => api.scores(asOf, signal) });
  const units = scores.data && unitsToOrder(scores.data.units);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState(0);
  const chosen = (units ?? []).map(({ unit }) => unit).filter((unit) => ticked.has(unit));
  const making = useMutation({
    mutationFn: () =>
      makeOrders(chosen, {
        order: (unit) => api.order(unit, asOf),
        write: (report) => workbook.writeReport(report),
        sheetOf: (order) => orderSheet(order, { language, t, words }),
        onUnit: setDone,
      }),
  });
  const label = making.isPending
    ? t('reports.orders.making', { done, total: chosen.length })
    : chosen.length === 0
      ? t('reports.orders.makeNone')
      : t('reports.orders.make', { count: chosen.length });
  return (
    <Place
      notice={making.data && !making.isPending && <Made made={making.data} />}
      actions={
        units &&
        units.length > 0 && (
          <Button appearance="primary" disabledFocusable={chosen.length === 0 || making.isPending} onClick={() => making.mutate()}>
            {label}
          </Button>
        )
      }
    >
      <PlaceHead title={t('more.pages.orders.title')} onBack={onBack} />
      {scores.error && <UnreadNotice fault={scores.error} onRetry={() => void scores.refetch()} />}
      {scores.isPending && <LoadingRows rows={6} />}
      {units?.length === 0 && (
        <EmptyState icon={<CheckmarkCircleRegular />} title={t('reports.orders.noneTitle')} text={t('reports.orders.noneText', { day: asOf })} />
      )}
      {units && units.length > 0 && <Units units={units} ticked={ticked} onTick={setTicked} />}
    </Place>
  );
}

interface UnitsProps {
  readonly units: readonly UnitScore[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
}

/** The units to tick, one by one or all. */
function Units({ units, ticked, onTick }: UnitsProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const all = units.map(({ unit }) => unit);
  const count = all.filter((unit) => ticked.has(unit)).length;
  const tick = (unit: string, isTicked: boolean): void => onTick(new Set(isTicked ? [...ticked, unit] : [...ticked].filter((one) => one !== unit)));
  return (
    <section className={styles.list}>
      <Body1 className={styles.hint}>{t('reports.orders.hint')}</Body1>
      <Caption1 className={styles.hint}>{t('scores.counted')}</Caption1>
      <Checkbox
        className={styles.box}
        label={t('reports.orders.all')}
        checked={count === all.length ? true : count === 0 ? false : 'mixed'}
        onChange={(_, { checked }) => onTick(new Set(checked === true ? all : []))}
      />
      <LongList items={units} label={t('reports.orders.units')} keyOf={({ unit }) => unit}>
        {({ unit, overdue, dueSoon }) => (
          <Checkbox
            className={styles.box}
            checked={ticked.has(unit)}
            onChange={(_, { checked }) => tick(unit, checked === true)}
            label={
              <span className={styles.label}>
                <span>{unit}</span>
                <Caption1 className={styles.counts}>
                  {[overdue > 0 && t('scores.overdue', { count: overdue }), dueSoon > 0 && t('scores.dueSoon', { count: dueSoon })]
                    .filter((part) => part !== false)
                    .join(' · ')}
                </Caption1>
              </span>
            }
          />
        )}
      </LongList>
    </section>
  );
}

/** What was made, and what stopped the rest. */
function Made({ made: { sheets, empty, fault } }: { readonly made: OrdersMade }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.made}>
      {sheets.length > 0 && <Success>{t('reports.orders.made', { count: sheets.length, sheets: sheets.join(t('common.listSeparator')) })}</Success>}
      {empty.length > 0 && <Caption1>{empty.map((unit) => t('reports.orders.nothingLeft', { unit })).join('')}</Caption1>}
      {fault !== null && <FaultNotice fault={fault} />}
    </div>
  );
}
