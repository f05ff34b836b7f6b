import { useState } from 'react';
import type { ReactNode } from 'react';
import { Body1, Body1Strong, Button, Caption1, Caption1Strong, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { ScalesRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ReplayAnswer } from '../../../shared/contract/replay.ts';
import { message } from '../../../shared/message.ts';
import type { PlanDraft } from '../../../shared/scoring/plan.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading.tsx';
import { LongList } from '../../ui/long-list.tsx';
import { PlaceHead } from '../../ui/place-head.tsx';
import { Place } from '../../ui/place.tsx';
import { useLedger } from '../ledger/ledger-provider.tsx';
import { useSelectEntry } from '../ledger/use-selecting.tsx';
import { useSession } from '../services.tsx';
import { UnreadNotice } from '../offline/unread-notice.tsx';
import { UnitMoveRow } from './unit-move-row.tsx';
import { isMoved } from './unit-moves.ts';

const useStyles = makeStyles({
  heading: { display: 'block', margin: '0 0 4px', color: tokens.colorNeutralForeground3 },
  flags: { display: 'flex', flexDirection: 'column', gap: '4px' },
  primary: { flexGrow: 1 },
});

interface TryPlanProps {
  readonly draft: PlanDraft;
  /** What it would become. */
  readonly version: number;
  /** Why adopting it failed; null when it did not. */
  readonly fault: unknown;
  readonly isAdopting: boolean;
  readonly onAdopt: () => void;
  readonly onBack: () => void;
}

/** 试算: what a proposed plan does to every unit, before it is adopted. */
export function TryPlan({ draft, version, fault, isAdopting, onAdopt, onBack }: TryPlanProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { api } = useSession();
  const { asOf } = useLedger();
  const { selectEntry, notice } = useSelectEntry();
  const [isAsking, setAsking] = useState(false);
  const replay = useQuery({ queryKey: ['server', 'replay', draft, asOf], queryFn: () => api.replayPlan(draft, asOf), gcTime: 0 });
  const adopt = (): void => {
    setAsking(false);
    onAdopt();
  };
  return (
    <Place
      notice={fault ? <FaultNotice fault={fault} /> : notice}
      actions={
        <>
          <Button className={styles.primary} appearance="primary" disabledFocusable={!replay.data || isAdopting} onClick={() => setAsking(true)}>
            {t('plan.adopt')}
          </Button>
          <Button disabledFocusable={isAdopting} onClick={onBack}>
            {t('plan.backToEdit')}
          </Button>
        </>
      }
    >
      <PlaceHead title={t('plan.tryTitle')} onBack={onBack} />
      {replay.error && <UnreadNotice fault={replay.error} onRetry={() => void replay.refetch()} />}
      {replay.isPending && <LoadingRows rows={8} />}
      {replay.data && <Moves replay={replay.data} onSelect={selectEntry} />}
      {isAsking && (
        <Confirm title={t('plan.adoptTitle')} confirm={t('plan.adopt')} onConfirm={adopt} onClose={() => setAsking(false)}>
          {t('plan.adoptText', { n: version, start: draft.period.start, end: draft.period.end })}
        </Confirm>
      )}
    </Place>
  );
}

interface MovesProps {
  readonly replay: ReplayAnswer;
  readonly onSelect: ReturnType<typeof useSelectEntry>['selectEntry'];
}

function Moves({ replay, onSelect }: MovesProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { words } = useWords();
  const { units, flags, asOf, planVersion, notInForce } = replay;
  const moved = units.filter(isMoved).length;
  if (units.length === 0) return <EmptyState icon={<ScalesRegular />} title={t('plan.noUnits')} />;
  if (notInForce !== null) {
    return (
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody style={{ whiteSpace: 'normal' }}>{words(notInForce)}</MessageBarBody>
      </MessageBar>
    );
  }
  return (
    <>
      <Body1>{t('plan.tryHint', { asOf, n: planVersion })}</Body1>
      {flags.length > 0 && (
        <section className={styles.flags}>
          <Caption1Strong as="h2" className={styles.heading}>
            {t('plan.flags')}
          </Caption1Strong>
          {flags.map(({ before, after, count }) => (
            <Caption1 key={`${before} ${after}`}>
              {t('plan.flagMove', { before: words(message(`flag.${before}`)), after: words(message(`flag.${after}`)), count })}
            </Caption1>
          ))}
        </section>
      )}
      <section>
        <Body1Strong as="h2" block>
          {moved === 0 ? t('plan.noneMoved') : t('plan.moved', { count: moved, total: units.length })}
        </Body1Strong>
        <LongList items={units} label={t('plan.tryTitle')} keyOf={({ unit }) => unit}>
          {(move) => <UnitMoveRow move={move} onSelect={onSelect} />}
        </LongList>
      </section>
    </>
  );
}
