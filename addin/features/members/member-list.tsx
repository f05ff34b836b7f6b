import { useState } from 'react';
import type { ReactNode } from 'react';
import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Member, MembersAnswer } from '../../../shared/contract/members.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading.tsx';
import { PlaceHead } from '../../ui/place-head.tsx';
import { Place } from '../../ui/place.tsx';
import { timeText } from '../../ui/time-text.ts';
import { useSession } from '../services.tsx';

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
  add: { flexGrow: 1 },
});

interface MemberListProps {
  readonly members: UseQueryResult<MembersAnswer>;
  readonly onBack: () => void;
  readonly onAdd: () => void;
}

/** Everybody who may sign in, with the way to take one out. */
export function MemberList({ members, onBack, onAdd }: MemberListProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { api } = useSession();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Member | null>(null);
  const remove = useMutation({
    mutationFn: (member: Member) => api.removeMember(member),
    onSettled: () => queries.invalidateQueries({ queryKey: ['server', 'members'] }),
  });
  const isOffered = (members.data?.tenants.length ?? 0) > 0;
  return (
    <Place
      notice={remove.error && <FaultNotice fault={remove.error} />}
      actions={
        isOffered && (
          <Button className={styles.add} appearance="primary" size="large" onClick={onAdd}>
            {t('members.add')}
          </Button>
        )
      }
    >
      <PlaceHead title={t('more.pages.members.title')} onBack={onBack} />
      {members.data && <Body1>{t(isOffered ? 'members.sentence' : 'members.off')}</Body1>}
      {members.error && <FaultNotice fault={members.error} onRetry={() => void members.refetch()} />}
      {members.isPending && <LoadingRows rows={3} />}
      <ul className={styles.list} aria-label={t('more.pages.members.title')}>
        {members.data?.members.map((member) => (
          <li key={`${member.tenant} ${member.object}`} className={styles.row}>
            <MemberWords member={member} />
            <Button
              appearance="subtle"
              icon={<DeleteRegular />}
              aria-label={t('members.removeNamed', { name: member.name })}
              disabledFocusable={remove.isPending}
              onClick={() => setAsked(member)}
            />
          </li>
        ))}
      </ul>
      {asked && (
        <Confirm
          title={t('members.removeTitle', { name: asked.name })}
          confirm={t('members.remove')}
          onConfirm={() => (setAsked(null), remove.mutate(asked))}
          onClose={() => setAsked(null)}
        >
          {t('members.removeSentence')}
        </Confirm>
      )}
    </Place>
  );
}

function MemberWords({ member: { name, kind, role, unit, object, usedAt } }: { readonly member: Member }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { me } = useSession();
  const used = usedAt === null ? t('members.unused') : t('members.used', { time: timeText(usedAt, me.workspace.timeZone) });
  return (
    <span className={styles.words}>
      <span>{kind === 'group' ? t('members.group', { name }) : name}</span>
      <Caption1 className={styles.facts}>{unit === null ? t(`shell.roles.${role}`) : `${t(`shell.roles.${role}`)} · ${unit}`}</Caption1>
      {kind === 'person' && <Caption1 className={styles.facts}>{used}</Caption1>}
      <Caption1 className={styles.facts}>{object}</Caption1>
    </span>
  );
}
