import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { CountStrip } from '../../ui/count-strip.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading.tsx';
import { IssueGroups } from './issue-groups.tsx';
import type { Issue } from './issue-list.tsx';
import { issuesToCheck } from './issues.ts';
import { SkippedRows } from './skipped-rows.tsx';
import type { CheckState } from './use-ledger-check.ts';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface CheckSectionProps {
  readonly state: CheckState;
  /** What is to be decided, after the counts. */
  readonly children: ReactNode;
  readonly onSelect: (issue: Issue) => void;
}

/** How the ledger stands before a push: rows new, changed, unchanged and to check. */
export function CheckSection({ state, children, onSelect }: CheckSectionProps): ReactNode {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const { check, counts, toCheck, faulty, checkedAt, isChecking, fault, checkAgain } = state;
  const groups = useMemo(() => issuesToCheck(toCheck, (row) => t('push.row', { row })), [toCheck, t]);
  if (fault) return <FaultNotice fault={fault} onRetry={checkAgain} />;
  if (!check) return <LoadingRows rows={3} />;
  const time = new Date(checkedAt).toLocaleTimeString(i18n.language, { hour12: false });
  const known = counts
    ? [
        { label: t('push.counts.new'), count: counts.inserted },
        { label: t('push.counts.changed'), count: counts.updated },
        { label: t('push.counts.unchanged'), count: counts.unchanged },
      ]
    : [
        { label: t('push.counts.total'), count: check.total },
        { label: t('push.counts.new'), count: check.isNew },
      ];
  return (
    <section className={styles.section}>
      <CountStrip counts={[...known, { label: t('push.counts.problems'), count: faulty, isWarning: true }]} />
      <Caption1 className={styles.quiet}>
        <output>{isChecking ? t('push.checking') : t('push.checkedAt', { time })}</output>
      </Caption1>
      <SkippedRows skipped={check.skipped} />
      {children}
      {groups.length > 0 && (
        <IssueGroups
          title={t(faulty > 0 ? 'push.toCheckTitle' : 'push.remindersTitle')}
          hint={t(faulty > 0 ? 'push.toCheckHint' : 'push.hintsOnly')}
          groups={groups}
          onSelect={onSelect}
        />
      )}
    </section>
  );
}
