import type { ReactNode } from 'react';
import { MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/i18n.ts';
import { sentenceGap } from '../../ui/sentences.ts';
import { readHead } from '../../../shared/audit/chain.ts';
import type { VerifyAnswer } from '../../../shared/contract/audit.ts';
import { Seal } from './seal.tsx';

const useStyles = makeStyles({ body: { whiteSpace: 'normal' } });

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
  return (
    <>
      <MessageBar intent={broken ? 'error' : 'success'} layout="multiline">
        <MessageBarBody className={styles.body}>
          <output>{useFinding(answer, noted)}</output>
        </MessageBarBody>
      </MessageBar>
      <Seal head={head} title={t(broken ? 'verify.headBroken' : 'verify.head')} />
    </>
  );
}

function useFinding({ head, versions, broken }: VerifyAnswer, noted: string | null): string {
  const { t } = useTranslation();
  if (broken)
    return [t('verify.broken', { revision: broken.revision, why: t(`verify.why.${broken.why}`) }), t('verify.brokenAdvice')].join(
      sentenceGap(currentLanguage()),
    );
  if (head.revision === 0) return t('verify.empty');
  const against = noted === null ? null : readHead(noted);
  return [t('verify.stands', { revision: head.revision, versions }), ...(against === null ? [] : [t('verify.standsWith', { noted: against.revision })])].join(
    sentenceGap(currentLanguage()),
  );
}
