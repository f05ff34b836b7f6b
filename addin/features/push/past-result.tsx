import { useState } from 'react';
import type { ReactNode } from 'react';
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { RowButton } from '../../ui/row-button.tsx';
import type { PushReport } from './push-report.ts';
import type { RunKind } from './push-runs.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '8px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: '4px' },
  line: { display: 'flex', alignItems: 'center', gap: '4px', color: tokens.colorNeutralForeground2 },
});

interface PastResultProps {
  readonly kind: RunKind;
  readonly report: PushReport;
  /** The result, shown when the line is opened. */
  readonly children: ReactNode;
}

/** The result of a run that something newer stands before: one line, opened by a click. */
export function PastResult({ kind, report: { revision, counts }, children }: PastResultProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const parts = [t(`push.last.${kind}`, { revision }), ...(counts.rejected > 0 && kind === 'push' ? [`${t('push.result.rejected')} ${counts.rejected}`] : [])];
  return (
    <section className={styles.section}>
      <RowButton isExpanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Caption1 className={styles.line}>
          {isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
          {parts.join(' · ')}
        </Caption1>
      </RowButton>
      {isOpen && children}
    </section>
  );
}
