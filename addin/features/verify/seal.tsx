import type { ReactNode } from 'react';
import { Caption1, Caption1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { headText } from '../../../shared/audit/chain.ts';
import type { Head } from '../../../shared/audit/chain.ts';
import { CopyButton } from '../../ui/copy-button.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start' },
  title: { margin: 0 },
  text: {
    padding: '12px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
    userSelect: 'all',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** A head (校验码) to note down; nothing of a history without a revision. */
export function Seal({ head, title }: { readonly head: Head; readonly title: string }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  if (head.revision === 0) return null;
  const seal = headText(head);
  return (
    <section className={styles.root}>
      <Caption1Strong as="h2" className={styles.title}>
        {title}
      </Caption1Strong>
      <code className={styles.text}>{seal}</code>
      <CopyButton text={seal} size="small">
        {t('verify.copy')}
      </CopyButton>
      <Caption1 className={styles.quiet}>{t('verify.headHint')}</Caption1>
    </section>
  );
}
