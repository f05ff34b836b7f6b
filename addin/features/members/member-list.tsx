import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Member, MembersAnswer } from '../../../shared/contract/members.ts';
import { timeText } from '../../ui/time-text.ts';
import { AccessList, type Fact } from '../access/access-list.tsx';
import { useRoleWords } from '../access/use-role-words.ts';
import { useSession } from '../services.tsx';

interface MemberListProps {
  readonly members: UseQueryResult<MembersAnswer>;
  readonly onBack: () => void;
  readonly onAdd: () => void;
  readonly onOpen: (member: Member) => void;
}

/** Everybody who may sign in, with the ways to change one and to take one out. */
export function MemberList({ members, onBack, onAdd, onOpen }: MemberListProps): ReactNode {
  const { t } = useTranslation();
  const { api, me } = useSession();
  const roleWords = useRoleWords();
  const queries = useQueryClient();
  const isOffered = (members.data?.tenants.length ?? 0) > 0;
  const sentence = isOffered ? t(members.data?.members.length === 0 ? 'members.empty' : 'members.sentence') : t('members.off');
  const usedOf = ({ usedAt }: Member): Fact => ({
    text: usedAt === null ? t('members.unused') : t('members.used', { time: timeText(usedAt, me.workspace.timeZone) }),
  });
  return (
    <AccessList
      title={t('more.pages.members.title')}
      sentence={members.data ? sentence : null}
      query={members}
      items={members.data?.members}
      rowOf={(member) => ({
        id: `${member.tenant} ${member.object}`,
        name: member.kind === 'group' ? t('members.group', { name: member.name }) : member.name,
        facts: [{ text: roleWords(member) }, ...(member.kind === 'person' ? [usedOf(member)] : []), { text: member.object }],
      })}
      removal={{
        label: (name) => t('members.removeNamed', { name }),
        title: (name) => t('members.removeTitle', { name }),
        sentence: t('members.removeSentence'),
        confirm: t('members.remove'),
        run: (member) => api.removeMember(member).finally(() => queries.invalidateQueries({ queryKey: ['server', 'members'] })),
      }}
      add={isOffered ? t('members.add') : null}
      onAdd={onAdd}
      onBack={onBack}
      {...(isOffered && { onOpen })}
    />
  );
}
