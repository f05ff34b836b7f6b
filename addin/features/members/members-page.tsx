import { useState } from 'react';
import type { ReactNode } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { MorePageProps } from '../more/more-page.ts';
import { useSession } from '../services.tsx';
import { AddMember } from './add-member.tsx';
import { MemberList } from './member-list.tsx';

/** 成员: the persons and groups that may sign in with a work account, or one to be added. */
export function MembersPage({ onBack }: MorePageProps): ReactNode {
  const { api } = useSession();
  const queries = useQueryClient();
  const [isAdding, setAdding] = useState(false);
  const members = useQuery({ queryKey: ['server', 'members'], queryFn: ({ signal }) => api.members(signal) });
  if (!isAdding || !members.data) return <MemberList members={members} onBack={onBack} onAdd={() => setAdding(true)} />;
  const added = (): void => {
    setAdding(false);
    void queries.invalidateQueries({ queryKey: ['server', 'members'] });
  };
  return <AddMember tenants={members.data.tenants} onBack={() => setAdding(false)} onAdded={added} />;
}
