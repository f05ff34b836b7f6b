import type { ReactNode } from 'react';
import { Body1, Button, Caption1, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/ledger-api.ts';
import type { Binding } from '../../excel/port.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading.tsx';
import { LongList } from '../../ui/long-list.tsx';
import { PlaceHead } from '../../ui/place-head.tsx';
import { Place } from '../../ui/place.tsx';
import { ChangedEntry } from '../history/changed-entry.tsx';
import { useSelecting } from '../ledger/use-selecting.tsx';
import { useServices, useSession } from '../services.tsx';
import { IssueList } from './issue-list.tsx';
import { rejections } from './issues.ts';
import { OutcomeCounts } from './outcome-counts.tsx';
import { previewChanges } from './preview-changes.ts';
import type { RowChange } from './preview-changes.ts';
import type { CheckState } from './use-ledger-check.ts';

const useStyles = makeStyles({
  push: { flexGrow: 1, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  always: { marginInline: '-8px' },
});

interface PreviewPageProps {
  readonly binding: Binding;
  readonly state: CheckState;
  readonly always: boolean;
  readonly onAlways: (isAlways: boolean) => void;
  readonly onPush: () => void;
  readonly onClose: () => void;
}

/** What a push would do, seen before it is done: counts, every new or changed row with its fields before → after, rows that would not be taken. Nothing is written. */
export function PreviewPage({ binding, state, always, onAlways, onPush, onClose }: PreviewPageProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { workbook } = useServices();
  const { attempt, notice } = useSelecting();
  const { changes, error, again } = usePreviewChanges(binding, state);
  const fault = state.fault ?? state.preview.fault ?? error;
  const { report } = state.preview.answer ?? {};
  const isKnown = fault === null && report !== undefined && changes !== undefined && !state.isChecking;
  // Without a network and with nothing known of before there is nothing to show, but the push is kept in the workbook all the same.
  const mayPush = isKnown || (fault instanceof ApiError && fault.code === 'unreachable' && !state.isChecking);
  const count = report ? report.counts.inserted + report.counts.updated : 0;
  const rejected = rejections(report?.rows ?? [], (row) => t('push.row', { row }));
  const captionOf = ({ sheetRow, unit }: RowChange): string => [t('push.row', { row: sheetRow + 1 }), ...(unit === null ? [] : [unit])].join(' · ');
  return (
    <Place
      notice={
        <>
          {notice}
          <Checkbox className={styles.always} label={t('push.preview.always')} checked={always} onChange={(_, { checked }) => onAlways(checked === true)} />
        </>
      }
      actions={
        <>
          <Button className={styles.push} appearance="primary" disabledFocusable={!mayPush} onClick={onPush}>
            {count > 0 && isKnown ? t('push.button', { count }) : t('push.plainButton')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <PlaceHead title={t('push.preview.title')} onBack={onClose} />
      {fault && <FaultNotice fault={fault} onRetry={error ? again : state.checkAgain} />}
      {!fault && (!report || !changes) && <LoadingRows rows={6} />}
      {!fault && report && changes && (
        <>
          <OutcomeCounts counts={report.counts} />
          {report.counts.incoming + report.counts.conflict > 0 && <Caption1 className={styles.quiet}>{t('push.preview.others')}</Caption1>}
          {rejected.length > 0 && (
            <IssueList
              title={t('push.preview.rejectedTitle', { count: report.counts.rejected })}
              hint={t('push.preview.rejectedHint')}
              issues={rejected}
              onSelect={({ row, column }) => attempt(workbook.select(binding.sheetId, row, column))}
            />
          )}
          {changes.length === 0 && <Body1>{t('push.preview.nothing')}</Body1>}
          <LongList items={changes} label={t('push.preview.list')} keyOf={({ id }) => id}>
            {(row) => (
              <ChangedEntry
                register={binding.register}
                entry={{ ...row, title: row.title || null }}
                caption={captionOf(row)}
                onSelect={() => attempt(workbook.select(binding.sheetId, row.sheetRow, firstColumn(binding)))}
              />
            )}
          </LongList>
        </>
      )}
    </Place>
  );
}

function firstColumn({ columns }: Binding): number {
  return Math.min(...columns.map(({ column }) => column));
}

/** The dry run's new and changed rows beside what is stored, which is asked for only where rows are changed. */
function usePreviewChanges(
  binding: Binding,
  { preview: { answer, at } }: CheckState,
): { readonly changes: readonly RowChange[] | undefined; readonly error: Error | null; readonly again: () => void } {
  const { api } = useSession();
  const query = useQuery({
    queryKey: ['changes', binding.id, at],
    queryFn: answer
      ? async ({ signal }) => previewChanges(answer, answer.report.counts.updated > 0 ? await api.entries(binding.register, signal) : [], { signal })
      : skipToken,
    gcTime: 0,
    structuralSharing: false,
  });
  return { changes: query.data, error: query.isFetching ? null : query.error, again: () => void query.refetch() };
}
