import { useState } from 'react';
import type { ReactNode } from 'react';
import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { KeysAnswer } from '../../../shared/contract/keys.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading.tsx';
import { PlaceHead } from '../../ui/place-head.tsx';
import { Place } from '../../ui/place.tsx';
import { useSession } from '../services.tsx';
import { dayOf } from './expiry.ts';

type KeyInfo = KeysAnswer['keys'][number];

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  row: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: '8px',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  facts: { color: tokens.colorNeutralForeground3 },
  expired: { color: tokens.colorPaletteRedForeground1 },
  create: { flexGrow: 1 },
});

/** Every key of the workspace, with the way to revoke it; the one in use has none. */
export function KeyList({ onBack, onCreate }: { readonly onBack: () => void; readonly onCreate: () => void }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { api } = useSession();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<KeyInfo | null>(null);
  const keys = useQuery({ queryKey: ['server', 'keys'], queryFn: ({ signal }) => api.keys(signal) });
  const revoke = useMutation({
    mutationFn: (id: string) => api.revokeKey(id),
    onSettled: () => queries.invalidateQueries({ queryKey: ['server', 'keys'] }),
  });
  return (
    <Place
      notice={revoke.error && <FaultNotice fault={revoke.error} />}
      actions={
        <Button className={styles.create} appearance="primary" size="large" onClick={onCreate}>
          {t('keys.new')}
        </Button>
      }
    >
      <PlaceHead title={t('more.pages.keys.title')} onBack={onBack} />
      <Body1>{t('keys.sentence')}</Body1>
      {keys.error && <FaultNotice fault={keys.error} onRetry={() => void keys.refetch()} />}
      {keys.isPending && <LoadingRows rows={3} />}
      {keys.data && (
        <ul className={styles.list} aria-label={t('more.pages.keys.title')}>
          {keys.data.keys.map((info) => (
            <li key={info.id} className={styles.row}>
              <KeyWords info={info} seenAt={keys.dataUpdatedAt} />
              <RevokeButton info={info} isBusy={revoke.isPending} onAsk={() => setAsked(info)} />
            </li>
          ))}
        </ul>
      )}
      {asked && (
        <Confirm
          title={t('keys.revokeTitle', { name: asked.name })}
          confirm={t('keys.revoke')}
          onConfirm={() => (setAsked(null), revoke.mutate(asked.id))}
          onClose={() => setAsked(null)}
        >
          {t('keys.revokeSentence')}
        </Confirm>
      )}
    </Place>
  );
}

/** A key in words; `seenAt` is when the list was read, in milliseconds. */
function KeyWords({ info, seenAt }: { readonly info: KeyInfo; readonly seenAt: number }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { name, role, unit, expiresAt, lastUsedAt } = info;
  const isExpired = expiresAt !== null && Date.parse(expiresAt) <= seenAt;
  const expiry = expiresAt === null ? t('keys.never') : t(isExpired ? 'keys.expired' : 'keys.until', { day: dayOf(expiresAt) });
  return (
    <span className={styles.words}>
      <span>{name}</span>
      <Caption1 className={styles.facts}>{unit === null ? t(`shell.roles.${role}`) : `${t(`shell.roles.${role}`)} · ${unit}`}</Caption1>
      <Caption1 className={isExpired ? styles.expired : styles.facts}>{expiry}</Caption1>
      <Caption1 className={styles.facts}>{lastUsedAt === null ? t('keys.unused') : t('keys.used', { day: dayOf(lastUsedAt) })}</Caption1>
    </span>
  );
}

interface RevokeButtonProps {
  readonly info: KeyInfo;
  readonly isBusy: boolean;
  readonly onAsk: () => void;
}

function RevokeButton({ info, isBusy, onAsk }: RevokeButtonProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { me } = useSession();
  if (info.id === me.credential.id) return <Caption1 className={styles.facts}>{t('keys.own')}</Caption1>;
  return (
    <Button appearance="subtle" icon={<DeleteRegular />} aria-label={t('keys.revokeNamed', { name: info.name })} disabledFocusable={isBusy} onClick={onAsk} />
  );
}
