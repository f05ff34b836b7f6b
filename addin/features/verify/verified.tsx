import type { ReactNode } from 'react';
import { Caption1, Caption1Strong, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { headText, readHead } from '../../../shared/audit/chain.ts';
import type { VerifyAnswer } from '../../../shared/contract/audit.ts';
import { CopyButton } from '../../ui/copy-button.tsx';

const useStyles = makeStyles({
  body: { whiteSpace: 'normal' },
  head: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start' },
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

interface VerifiedProps {
  readonly answer: VerifyAnswer;
  /** The head that was given, as it was printed. */
  readonly noted: string | null;
}

/** What a verification found, and the head to note down. */
export function Verified({ answer, noted }: VerifiedProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { head, broken } = answer;
  const seal = headText(head);
  return (
    <>
      <MessageBar intent={broken ? 'error' : 'success'} layout="multiline">
        <MessageBarBody className={styles.body}>
          <output>{useFinding(answer, noted)}</output>
        </MessageBarBody>
      </MessageBar>
      {head.revision > 0 && (
        <section className={styles.head}>
          <Caption1Strong as="h2" className={styles.title}>
            {t(broken ? 'verify.headBroken' : 'verify.head')}
          </Caption1Strong>
          <code className={styles.text}>{seal}</code>
          <CopyButton text={seal} size="small">
            {t('verify.copy')}
          </CopyButton>
          <Caption1 className={styles.quiet}>{t('verify.headHint')}</Caption1>
        </section>
      )}
    </>
  );
}

function useFinding({ head, versions, broken }: VerifyAnswer, noted: string | null): string {
  const { t } = useTranslation();
  if (broken) return [t('verify.broken', { revision: broken.revision, why: t(`verify.why.${broken.why}`) }), t('verify.brokenAdvice')].join(' ');
  if (head.revision === 0) return t('verify.empty');
  const against = noted === null ? null : readHead(noted);
  return [t('verify.stands', { revision: head.revision, versions }), ...(against === null ? [] : [t('verify.standsWith', { noted: against.revision })])].join(
    ' ',
  );
}
