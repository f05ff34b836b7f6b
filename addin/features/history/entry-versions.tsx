import type { ReactNode } from 'react';
import { Body1, Caption1, Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { HistoryAnswer } from '../../../shared/contract/revisions.ts';
import type { RegisterId } from '../../../shared/registers/index.ts';
import { ApiError } from '../../api/ledger-api.ts';
import { LoadingRows } from '../../ui/loading.tsx';
import { LongList } from '../../ui/long-list.tsx';
import { When } from './when.tsx';
import { useSession } from '../services.tsx';
import { UnreadNotice } from '../offline/unread-notice.tsx';
import { ChangeBadge } from './change-badge.tsx';
import { titleNow } from './title-now.ts';
import { VersionChanges } from './version-changes.tsx';
import { usePushWords } from './use-push-words.ts';

const useStyles = makeStyles({
  heading: { display: 'flex', flexDirection: 'column', gap: '2px' },
  title: { margin: 0, display: '-webkit-box', WebkitLineClamp: '2', WebkitBoxOrient: 'vertical', overflow: 'hidden', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  version: { display: 'flex', flexDirection: 'column', gap: '4px', padding: '8px 0 12px' },
  line: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0 },
  by: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  when: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
});

interface EntryVersionsProps {
  readonly register: RegisterId;
  readonly id: string;
  /** Of the sheet, as Excel counts. */
  readonly row: number;
  /** What to show of an entry that the server does not have. */
  readonly never: ReactNode;
}

/** An entry's versions, newest first: who, when, and what changed. */
export function EntryVersions({ register, id, row, never }: EntryVersionsProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { api } = useSession();
  const history = useQuery({
    queryKey: ['server', 'history', register, id],
    queryFn: ({ signal }) => api.entryHistory(register, id, signal),
    placeholderData: keepPreviousData, // the list does not flicker while the selection moves on
  });
  if (history.error instanceof ApiError && history.error.code === 'entryUnknown') return never;
  if (history.error) return <UnreadNotice fault={history.error} onRetry={() => void history.refetch()} />;
  if (history.data === undefined) return <LoadingRows rows={4} />;
  const { versions } = history.data;
  return (
    <>
      <div className={styles.heading}>
        <Caption1 className={styles.quiet}>{t('history.row.heading', { row, count: versions.length })}</Caption1>
        <Subtitle2 as="h2" className={styles.title}>
          {titleNow(versions) ?? t('history.untitled')}
        </Subtitle2>
      </div>
      <LongList items={versions} label={t('history.row.list')} keyOf={({ revision }) => `${history.data.id} ${revision}`}>
        {(version) => <Version register={history.data.register} version={version} />}
      </LongList>
    </>
  );
}

interface VersionProps {
  readonly register: RegisterId;
  readonly version: HistoryAnswer['versions'][number];
}

function Version({ register, version: { revision, kind, change, by, madeBy, at, changes } }: VersionProps): ReactNode {
  const { author } = usePushWords();
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.version}>
      <div className={styles.line}>
        <ChangeBadge change={change} />
        <Body1 className={styles.by}>{author({ by, madeBy })}</Body1>
        <Caption1 className={styles.when}>
          <When at={at} />
        </Caption1>
      </div>
      <Caption1 className={styles.quiet}>{[t('history.revision', { revision }), t(`history.row.kind.${kind}`)].join(' · ')}</Caption1>
      <VersionChanges register={register} change={change} changes={changes} />
    </div>
  );
}
