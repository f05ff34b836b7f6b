import type { ReactNode } from 'react';
import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadingRows } from '../../ui/loading.tsx';
import { LongList } from '../../ui/long-list.tsx';
import { PlaceHead } from '../../ui/place-head.tsx';
import { Place } from '../../ui/place.tsx';
import { RowButton } from '../../ui/row-button.tsx';
import { useSession } from '../services.tsx';
import { UnreadNotice } from '../offline/unread-notice.tsx';
import { StateBadge } from './state-badge.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: '12px' },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  facts: { color: tokens.colorNeutralForeground3 },
  start: { flexGrow: 1 },
});

interface DrawListProps {
  readonly onBack: () => void;
  readonly onStart: () => void;
  readonly onOpen: (id: string) => void;
}

/** Every draw of the workspace, newest first. */
export function DrawList({ onBack, onStart, onOpen }: DrawListProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { api } = useSession();
  const draws = useQuery({ queryKey: ['server', 'draws'], queryFn: ({ signal }) => api.draws(signal) });
  return (
    <Place
      actions={
        <Button id="draw-new" className={styles.start} appearance="primary" size="large" onClick={onStart}>
          {t('draw.new')}
        </Button>
      }
    >
      <PlaceHead title={t('more.pages.draw.title')} onBack={onBack} />
      <Body1>{t('draw.sentence')}</Body1>
      {draws.error && <UnreadNotice fault={draws.error} onRetry={() => void draws.refetch()} />}
      {draws.isPending && <LoadingRows rows={3} />}
      {draws.data?.draws.length === 0 && <Caption1 className={styles.facts}>{t('draw.none')}</Caption1>}
      {draws.data && (
        <LongList items={draws.data.draws} label={t('more.pages.draw.title')} keyOf={({ id }) => id}>
          {({ id, number, of, asOf, state }) => (
            <RowButton id={`draw-${id}`} onClick={() => onOpen(id)}>
              <span className={styles.row}>
                <span className={styles.words}>
                  <span>{t('draw.number', { number })}</span>
                  <Caption1 className={styles.facts}>{t('draw.ofAsOf', { of: t(`draw.of.${of}`), asOf })}</Caption1>
                </span>
                <StateBadge state={state} />
              </span>
            </RowButton>
          )}
        </LongList>
      )}
    </Place>
  );
}
