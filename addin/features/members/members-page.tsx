import { useState } from 'react';
import type { ReactNode } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Member } from '../../../shared/contract/members.ts';
import type { MorePageProps } from '../more/more-page.ts';
import { useSession } from '../services.tsx';
import { MemberForm } from './member-form.tsx';
import { MemberList } from './member-list.tsx';

/** 成员: the persons and groups that may sign in with a work account, or one to be added or changed. */
export function MembersPage({ onBack }: MorePageProps): ReactNode {
  const { api } = useSession();
  const queries = useQueryClient();
  const [at, setAt] = useState<'list' | 'add' | Member>('list');
  const members = useQuery({ queryKey: ['server', 'members'], queryFn: ({ signal }) => api.members(signal) });
  if (at === 'list' || !members.data) return <MemberList members={members} onBack={onBack} onAdd={() => setAt('add')} onOpen={setAt} />;
  const saved = (): void => {
    setAt('list');
    void queries.invalidateQueries({ queryKey: ['server', 'members'] });
  };
  return <MemberForm member={at === 'add' ? null : at} tenants={members.data.tenants} onBack={() => setAt('list')} onSaved={saved} />;
}
