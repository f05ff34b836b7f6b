import type { ReactNode } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadingRows } from '../../ui/loading.tsx';
import { PagedList } from '../../ui/paged-list.tsx';
import { useSession } from '../services.tsx';
import { UnreadNotice } from '../offline/unread-notice.tsx';
import { ChangedEntry } from './changed-entry.tsx';
import { nextPart } from './parts.ts';
import type { Part } from './parts.ts';
import type { Push } from './pushes.ts';

interface ChangedEntriesProps {
  readonly push: Push;
  readonly onSelect: (id: string) => void;
}

/** What a push changed, entry by entry, asked for page by page over all of its revisions. */
export function ChangedEntries({ push, onSelect }: ChangedEntriesProps): ReactNode {
  const { t } = useTranslation();
  const { api } = useSession();
  const { revisions, register } = push;
  const first: Part = { revision: revisions[0] ?? 0, cursor: null };
  const query = useInfiniteQuery({
    queryKey: ['server', 'revision', revisions],
    queryFn: ({ pageParam: { revision, cursor }, signal }) => api.revision(revision, cursor, signal),
    initialPageParam: first,
    getNextPageParam: (last) => nextPart(revisions, last),
  });
  const entries = (query.data?.pages ?? []).flatMap((page) => page.entries.map((entry) => ({ ...entry, key: `${page.revision} ${entry.id}` })));
  if (query.isPending) return <LoadingRows rows={4} />;
  if (query.error && !query.isFetchNextPageError) return <UnreadNotice fault={query.error} onRetry={() => void query.refetch()} />;
  return (
    <PagedList items={entries} label={t('history.entries')} keyOf={({ key }) => key} pages={query} more={t('history.moreEntries')}>
      {(entry) => <ChangedEntry register={register} entry={entry} caption={entry.unit} onSelect={() => onSelect(entry.id)} />}
    </PagedList>
  );
}
