import type { ReactNode } from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useSession } from '../services.tsx';
import type { Run, RunKind } from './push-runs.tsx';

const useStyles = makeStyles({
  primary: { flexGrow: 1, minWidth: 0, paddingInline: '6px', whiteSpace: 'nowrap' },
  other: { minWidth: 0, paddingInline: '6px', flexShrink: 0 },
});

interface PushActionsProps {
  readonly run: Run | undefined;
  /** Whether a push is kept in the workbook: another takes its place. */
  readonly isKept: boolean;
  /** Rows that differ from the server's; undefined while it is not known. */
  readonly changes: number | undefined;
  /** Set while a check takes long enough to be stopped. */
  readonly onCancelCheck: (() => void) | null;
  readonly onStart: (kind: RunKind) => void;
  readonly onCheck: () => void;
  /** Shows what a push would do; null where the push itself shows it first. */
  readonly onPreview: (() => void) | null;
}

/** The push and, beside it, its preview, checking and refreshing; while a push is under way, only its cancelling. */
export function PushActions({ run, isKept, changes, onCancelCheck, onStart, onCheck, onPreview }: PushActionsProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { me } = useSession();
  if (run?.state === 'running') {
    return (
      <Button className={styles.primary} onClick={run.cancel}>
        {t('common.cancel')}
      </Button>
    );
  }
  return (
    <>
      {me.role !== 'viewer' && (
        <Button id="push-start" className={styles.primary} appearance={isKept ? 'secondary' : 'primary'} onClick={() => onStart('push')}>
          {isKept ? t('push.keptButton') : changes ? t('push.button', { count: changes }) : t('push.plainButton')}
        </Button>
      )}
      {me.role !== 'viewer' && onPreview && (
        <Button id="push-preview" className={styles.other} onClick={onPreview}>
          {t('push.preview.button')}
        </Button>
      )}
      {onCancelCheck ? (
        <Button className={styles.other} onClick={onCancelCheck}>
          {t('common.cancel')}
        </Button>
      ) : (
        <Button className={styles.other} onClick={onCheck}>
          {t('push.check')}
        </Button>
      )}
      {me.role !== 'viewer' && (
        <Button
          className={styles.other}
          icon={<ArrowClockwiseRegular />}
          aria-label={t('common.refresh')}
          title={t('push.refreshTitle')}
          onClick={() => onStart('refresh')}
        />
      )}
    </>
  );
}
