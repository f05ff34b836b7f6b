import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { CheckmarkCircleRegular, ClipboardTaskListLtrRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OpenMeasures } from '../../api/open-measures.ts';
import { Choice } from '../../ui/choice.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingRows } from '../../ui/loading.tsx';
import { LongList } from '../../ui/long-list.tsx';
import { Place } from '../../ui/place.tsx';
import { useLedger } from '../ledger/ledger-provider.tsx';
import { useSelectEntry } from '../ledger/use-selecting.tsx';
import { LocalNotice } from '../offline/local-notice.tsx';
import { useSession } from '../services.tsx';
import { UnreadNotice } from '../offline/unread-notice.tsx';
import { CountCards } from './count-cards.tsx';
import { MeasureRow } from './measure-row.tsx';
import { countsByCard, names, unitsOf } from './today-items.ts';
import type { TodayCard } from './today-items.ts';

/** What needs someone as of the day. */
export function TodayPlace({ onGoToPush }: { readonly onGoToPush: () => void }): ReactNode {
  const { t } = useTranslation();
  const { api } = useSession();
  const { asOf } = useLedger();
  const open = useQuery({ queryKey: ['server', 'open', asOf], queryFn: ({ signal }) => api.openMeasures(asOf, signal) });
  const { selectEntry, notice } = useSelectEntry();
  return (
    <Place
      notice={notice}
      actions={
        <Button disabledFocusable={open.isFetching} onClick={() => void open.refetch()}>
          {t('common.refresh')}
        </Button>
      }
    >
      {open.data && <LocalNotice />}
      {open.error && <UnreadNotice fault={open.error} onRetry={() => void open.refetch()} />}
      {open.isPending && <LoadingRows rows={6} />}
      {open.data?.isLedgerEmpty && (
        <EmptyState
          icon={<ClipboardTaskListLtrRegular />}
          title={t('today.emptyTitle')}
          text={t('today.emptyText')}
          action={
            <Button appearance="primary" onClick={onGoToPush}>
              {t('today.goPush')}
            </Button>
          }
        />
      )}
      {open.data && !open.data.isLedgerEmpty && <OpenList open={open.data} onSelect={(id) => selectEntry('measures', id)} />}
    </Place>
  );
}

function OpenList({ open, onSelect }: { readonly open: OpenMeasures; readonly onSelect: (id: string) => void }): ReactNode {
  const { t } = useTranslation();
  const { asOf } = useLedger();
  const [card, setCard] = useState<TodayCard | null>(null);
  const [unit, setUnit] = useState('');
  const ofUnit = open.measures.filter((measure) => unit === '' || names(measure, unit));
  const shown = ofUnit.filter((measure) => card === null || measure.card === card);
  return (
    <>
      <CountCards counts={countsByCard(ofUnit)} chosen={card} onChoose={setCard} />
      {open.measures.length > 0 && (
        <Choice
          aria-label={t('today.unit')}
          value={unit}
          options={[{ value: '', label: t('today.allUnits') }, ...unitsOf(open.measures).map((name) => ({ value: name, label: name }))]}
          onChoose={setUnit}
        />
      )}
      {shown.length === 0 && open.measures.length === 0 && (
        <EmptyState icon={<CheckmarkCircleRegular />} title={t('today.noneTitle')} text={t('today.noneText', { day: asOf })} />
      )}
      {shown.length === 0 && open.measures.length > 0 && <EmptyState icon={<CheckmarkCircleRegular />} title={t('today.noneOfKind')} />}
      <LongList items={shown} label={t('today.list')} keyOf={(measure) => measure.id} key={`${card} ${unit}`}>
        {(measure) => <MeasureRow measure={measure} onClick={() => onSelect(measure.id)} />}
      </LongList>
    </>
  );
}
