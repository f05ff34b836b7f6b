import type { ReactNode } from 'react';
import { Caption1, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { WorkbookError } from '../../excel/port.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { IssueList } from './issue-list.tsx';
import type { Issue } from './issue-list.tsx';
import { rejections } from './issues.ts';
import { OutcomeCounts } from './outcome-counts.tsx';
import type { PushReport } from './push-report.ts';
import type { RunKind } from './push-runs.tsx';
import { UnitsSummary } from './units-summary.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '16px' },
  quiet: { color: tokens.colorNeutralForeground3 },
  bar: { whiteSpace: 'normal' },
});

/** New units named one by one; a first push without a list of units has all of them. */
const NAMES_SHOWN = 5;

function namesOf(units: readonly string[], separator: string): string {
  return units.slice(0, NAMES_SHOWN).join(separator) + (units.length > NAMES_SHOWN ? '…' : '');
}

interface ResultSectionProps {
  readonly kind: RunKind;
  readonly report: PushReport;
  readonly onSelect: (issue: Issue) => void;
  readonly onOpenUnit: (unit: string) => void;
  readonly onRefresh: () => void;
  /** Whether it is told of as past, under a line that says which it was. */
  readonly isPast?: boolean;
  /** What is to be decided, after the counts. */
  readonly children?: ReactNode;
}

function pushedWords({ revision, counts: { rejected } }: PushReport, t: TFunction): string {
  return rejected > 0 ? t('push.doneInPart', { count: rejected, revision }) : t('push.done', { revision });
}

/** What became of a push: counts, what is to be decided, rows not accepted, and the units' scores. */
export function ResultSection({ kind, report, onSelect, onOpenUnit, onRefresh, isPast = false, children }: ResultSectionProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { counts, newUnits, rows, units } = report;
  const rowName = (row: number): string => t('push.row', { row });
  const rejected = rejections(rows, rowName);
  return (
    <section className={styles.section}>
      {!isPast && (kind === 'push' || report.unwritten === null) && (
        <MessageBar intent={counts.rejected > 0 ? 'warning' : 'success'} layout="multiline">
          <MessageBarBody className={styles.bar}>
            <output>{kind === 'push' ? pushedWords(report, t) : t('push.refreshed')}</output>
          </MessageBarBody>
        </MessageBar>
      )}
      {report.unwritten && <Unwritten fault={report.unwritten} isPushed={kind === 'push'} onRefresh={onRefresh} />}
      {kind === 'push' && <OutcomeCounts counts={counts} />}
      {children}
      {rejected.length > 0 && (
        <IssueList title={t('push.rejectedTitle', { count: counts.rejected })} hint={t('push.rejectedHint')} issues={rejected} onSelect={onSelect} />
      )}
      {report.adopted > 0 && kind === 'push' && <Caption1>{t('push.adopted', { count: report.adopted })}</Caption1>}
      {newUnits.length > 0 && <Caption1>{t('push.newUnits', { count: newUnits.length, names: namesOf(newUnits, t('common.listSeparator')) })}</Caption1>}
      {report.provisional && <Caption1 className={styles.quiet}>{t('push.provisional')}</Caption1>}
      <UnitsSummary units={units} onOpen={onOpenUnit} />
    </section>
  );
}

/** Why results are not in the sheet. Columns that are gone come with the next push, not with writing once more. */
function Unwritten({ fault, isPushed, onRefresh }: { readonly fault: WorkbookError; readonly isPushed: boolean; readonly onRefresh: () => void }): ReactNode {
  const { t } = useTranslation();
  if (fault.code === 'resultsGone') return <FaultNotice fault={fault} />;
  return <FaultNotice fault={fault} {...(isPushed && { also: t('push.unwritten') })} onRetry={onRefresh} />;
}
