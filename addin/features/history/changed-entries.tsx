import type { ReactNode } from 'react';
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RevisionAnswer } from '../../../shared/contract/revisions.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading.tsx';
import { PagedList } from '../../ui/paged-list.tsx';
import { RowButton } from '../../ui/row-button.tsx';
import { useSession } from '../services.tsx';
import { ChangeBadge } from './change-badge.tsx';
import { nextPart } from './parts.ts';
import type { Part } from './parts.ts';
import type { Push } from './pushes.ts';
import { VersionChanges } from './version-changes.tsx';

const useStyles = makeStyles({
  entry: { paddingBottom: '12px' },
  head: { display: 'flex', alignItems: 'flex-start', gap: '8px' },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  title: { display: '-webkit-box', WebkitLineClamp: '2', WebkitBoxOrient: 'vertical', overflow: 'hidden', overflowWrap: 'anywhere' },
  unit: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

type Entry = RevisionAnswer['entries'][number];

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
  if (query.error && !query.isFetchNextPageError) return <FaultNotice fault={query.error} onRetry={() => void query.refetch()} />;
  return (
    <PagedList items={entries} label={t('history.entries')} keyOf={({ key }) => key} pages={query} more={t('history.moreEntries')}>
      {(entry) => <ChangedEntry register={register} entry={entry} onSelect={() => onSelect(entry.id)} />}
    </PagedList>
  );
}

interface ChangedEntryProps {
  readonly register: Push['register'];
  readonly entry: Entry;
  readonly onSelect: () => void;
}

function ChangedEntry({ register, entry: { title, unit, change, changes }, onSelect }: ChangedEntryProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.entry}>
      <RowButton onClick={onSelect}>
        <span className={styles.head}>
          <ChangeBadge change={change} />
          <span className={styles.words}>
            <span className={styles.title} title={title ?? undefined}>
              {title ?? t('history.untitled')}
            </span>
            {unit !== null && <Caption1 className={styles.unit}>{unit}</Caption1>}
          </span>
        </span>
      </RowButton>
      <VersionChanges register={register} change={change} changes={changes} />
    </div>
  );
}
