import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { HistoryRegular } from '@fluentui/react-icons';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingRows } from '../../ui/loading.tsx';
import { PagedList } from '../../ui/paged-list.tsx';
import { Place } from '../../ui/place.tsx';
import { UnreadNotice } from '../offline/unread-notice.tsx';
import { PushRow } from './push-row.tsx';
import type { Push } from './pushes.ts';

interface PushListProps {
  readonly head: ReactNode;
  readonly pushes: readonly Push[] | undefined;
  readonly query: UseInfiniteQueryResult;
  readonly onOpen: (push: Push) => void;
  readonly onGoToPush: () => void;
}

/** Everything done to the workspace, newest first. */
export function PushList({ head, pushes, query, onOpen, onGoToPush }: PushListProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Place
      actions={
        <Button disabledFocusable={query.isFetching} onClick={() => void query.refetch()}>
          {t('common.refresh')}
        </Button>
      }
    >
      {head}
      {query.error && !query.isFetchNextPageError && <UnreadNotice fault={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <LoadingRows rows={6} />}
      {pushes?.length === 0 && (
        <EmptyState
          icon={<HistoryRegular />}
          title={t('history.emptyTitle')}
          text={t('history.emptyText')}
          action={
            <Button appearance="primary" onClick={onGoToPush}>
              {t('history.goToPush')}
            </Button>
          }
        />
      )}
      {pushes && pushes.length > 0 && (
        <PagedList items={pushes} label={t('history.list')} keyOf={({ revisions }) => String(revisions.at(-1))} pages={query} more={t('history.earlier')}>
          {(push) => <PushRow push={push} onOpen={() => onOpen(push)} />}
        </PagedList>
      )}
    </Place>
  );
}
