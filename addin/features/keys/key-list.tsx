import type { ReactNode } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { KeysAnswer } from '../../../shared/contract/keys.ts';
import { AccessList, type Fact } from '../access/access-list.tsx';
import { useRoleWords } from '../access/use-role-words.ts';
import { dayText } from '../../ui/time-text.ts';
import { useSession } from '../services.tsx';

type KeyInfo = KeysAnswer['keys'][number];

/** Every key of the workspace, with the way to revoke it; the one in use has none. */
export function KeyList({ onBack, onCreate }: { readonly onBack: () => void; readonly onCreate: () => void }): ReactNode {
  const { t } = useTranslation();
  const { api, me } = useSession();
  const roleWords = useRoleWords();
  const queries = useQueryClient();
  const keys = useQuery({ queryKey: ['server', 'keys'], queryFn: ({ signal }) => api.keys(signal) });
  const expiryOf = ({ expiresAt }: KeyInfo): Fact => {
    if (expiresAt === null) return { text: t('keys.never') };
    const isBad = Date.parse(expiresAt) <= keys.dataUpdatedAt;
    return { text: t(isBad ? 'keys.expired' : 'keys.until', { day: dayText(expiresAt, me.workspace.timeZone) }), isBad };
  };
  const usedOf = ({ lastUsedAt }: KeyInfo): Fact => ({
    text: lastUsedAt === null ? t('keys.unused') : t('keys.used', { day: dayText(lastUsedAt, me.workspace.timeZone) }),
  });
  return (
    <AccessList
      title={t('more.pages.keys.title')}
      sentence={t('keys.sentence')}
      query={keys}
      items={keys.data?.keys}
      rowOf={(info) => ({
        id: info.id,
        name: info.name,
        facts: [{ text: roleWords(info) }, expiryOf(info), usedOf(info)],
        ...(info.id === me.credential.id && { kept: t('keys.own') }),
      })}
      removal={{
        label: (name) => t('keys.revokeNamed', { name }),
        title: (name) => t('keys.revokeTitle', { name }),
        sentence: t('keys.revokeSentence'),
        confirm: t('keys.revoke'),
        run: ({ id }) => api.revokeKey(id).finally(() => queries.invalidateQueries({ queryKey: ['server', 'keys'] })),
      }}
      add={t('keys.new')}
      onAdd={onCreate}
      onBack={onBack}
    />
  );
}
