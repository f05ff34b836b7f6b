import { useState } from 'react';
import type { ReactNode } from 'react';
import { Body1, Button, Caption1, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DrawAnswer } from '../../../shared/contract/draws.ts';
import { ApiError } from '../../api/ledger-api.ts';
import { LoadingRows } from '../../ui/loading.tsx';
import { PlaceHead } from '../../ui/place-head.tsx';
import { Place } from '../../ui/place.tsx';
import { timeText } from '../../ui/time-text.ts';
import { useSelectEntry } from '../ledger/use-selecting.tsx';
import { useSession } from '../services.tsx';
import { useKept } from '../use-kept.ts';
import { UnreadNotice } from '../offline/unread-notice.tsx';
import { AbandonDraw } from './abandon-draw.tsx';
import { DrawnList } from './drawn-list.tsx';
import { DrawFacts } from './draw-facts.tsx';
import { DrawResult } from './draw-result.tsx';
import { KeepSecret } from './keep-secret.tsx';
import type { KeptSecret } from './keep-secret.tsx';
import { PartyList } from './party-list.tsx';
import { PartyStep } from './party-step.tsx';

const useStyles = makeStyles({ abandon: { marginLeft: 'auto' }, quiet: { color: tokens.colorNeutralForeground3 } });

/** One draw, at the step it is at. */
export function OpenedDraw({ id, onBack }: { readonly id: string; readonly onBack: () => void }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { api } = useSession();
  const queries = useQueryClient();
  const [kept, keep] = useKept<KeptSecret>('drawSecret', id);
  const [isAbandoning, setAbandoning] = useState(false);
  const { selectEntry, notice } = useSelectEntry();
  const draw = useQuery({ queryKey: ['server', 'draw', id], queryFn: ({ signal }) => api.draw(id, signal) });
  const taken = (next: DrawAnswer): void => {
    queries.setQueryData(['server', 'draw', id], next);
    void queries.invalidateQueries({ queryKey: ['server', 'draws'] });
  };
  const isOpen = draw.data?.state === 'committing' || draw.data?.state === 'revealing';
  const canAbandon = isOpen || (draw.error instanceof ApiError && draw.error.code === 'drawListChanged');
  return (
    <Place
      notice={notice}
      actions={
        <>
          <Button disabledFocusable={draw.isFetching} onClick={() => void draw.refetch()}>
            {t('common.refresh')}
          </Button>
          {canAbandon && (
            <Button className={styles.abandon} appearance="subtle" onClick={() => setAbandoning(true)}>
              {t('draw.abandon')}
            </Button>
          )}
        </>
      }
    >
      <PlaceHead title={draw.data ? t('draw.number', { number: draw.data.number }) : t('more.pages.draw.title')} onBack={onBack} />
      {draw.error && <UnreadNotice fault={draw.error} onRetry={() => void draw.refetch()} />}
      {draw.isPending && <LoadingRows />}
      {draw.data && (
        <>
          <DrawFacts draw={draw.data} />
          {draw.data.abandoned && <Abandoned abandoned={draw.data.abandoned} />}
          {kept && <KeepSecret {...kept} onKept={() => keep(null)} />}
          {draw.data.slip ? (
            <DrawResult draw={draw.data} slip={draw.data.slip} onSelect={selectEntry} />
          ) : (
            isOpen &&
            kept === null && (
              <PartyStep
                key={draw.data.state}
                draw={draw.data}
                onTaken={(next, secret) => {
                  keep(secret);
                  taken(next);
                }}
              />
            )
          )}
          <PartyList parties={draw.data.parties} />
          <DrawnList draw={draw.data} onSelect={selectEntry} />
        </>
      )}
      {isAbandoning && <AbandonDraw id={id} onClose={() => setAbandoning(false)} onAbandoned={taken} />}
    </Place>
  );
}

function Abandoned({ abandoned: { at, by, reason } }: { readonly abandoned: NonNullable<DrawAnswer['abandoned']> }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { me } = useSession();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody style={{ whiteSpace: 'normal', paddingBlock: '6px' }}>
        <Body1>{t('draw.abandonedBecause', { reason })}</Body1>
        <br />
        <Caption1 className={styles.quiet}>{t('draw.abandonedBy', { by, at: timeText(at, me.workspace.timeZone) })}</Caption1>
      </MessageBarBody>
    </MessageBar>
  );
}
