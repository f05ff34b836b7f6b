import type { ReactNode } from 'react';
import { Caption1, Subtitle1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '4px' },
  title: { margin: 0 },
  step: { color: tokens.colorNeutralForeground3 },
});

/** A title; during the first run with which of the three steps it is. */
export function StepHeading({ step, title }: { readonly step: 1 | 2 | 3 | null; readonly title: string }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.root}>
      {step !== null && <Caption1 className={styles.step}>{t('common.step', { n: step })}</Caption1>}
      <Subtitle1 as="h1" className={styles.title}>
        {title}
      </Subtitle1>
    </div>
  );
}
