import type { ReactNode } from 'react';
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { SkipReason } from '../../../shared/ledger/skip-reason.ts';

/** Why rows are no entries, in the order they are named. */
const reasons = {
  'problem.skippedSection': 'section',
  'problem.skippedTotal': 'total',
  'problem.skippedNote': 'note',
  'problem.skippedHeader': 'header',
  'problem.skippedMerged': 'merged',
  'problem.skippedBlank': 'blank',
} as const satisfies Readonly<Record<SkipReason, string>>;

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground3 } });

/** How many rows of the sheet were passed over, and why; nothing when there are none. */
export function SkippedRows({ skipped }: { readonly skipped: readonly { readonly reason: string }[] }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  if (skipped.length === 0) return null;
  const named = Object.entries(reasons)
    .map(([reason, name]) => ({ name, count: skipped.filter((row) => row.reason === reason).length }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => t(`push.skippedBy.${name}`, { count }));
  return <Caption1 className={styles.quiet}>{t('push.skipped', { count: skipped.length, reasons: named.join(t('common.listSeparator')) })}</Caption1>;
}
