import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Caption1, Link, MessageBar, MessageBarActions, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useWords } from '../i18n/use-words.ts';
import { copyText } from './copy-text.ts';
import { faultWords } from './fault.ts';

const useStyles = makeStyles({
  bar: { alignItems: 'start' },
  body: { whiteSpace: 'normal', paddingBlock: '6px', overflowWrap: 'anywhere' },
  small: { display: 'block', marginTop: '4px' },
  link: { fontSize: 'inherit' },
});

interface FaultNoticeProps {
  readonly fault: unknown;
  /** A sentence after the words, such as what is safe. */
  readonly also?: string;
  readonly onRetry?: () => void;
  /** `warning` where nothing was lost by it; default `error`. */
  readonly intent?: 'error' | 'warning';
}

/** A fault in words, with what to do, the request id to copy, and a retry where one makes sense. */
export function FaultNotice({ fault, also, onRetry, intent = 'error' }: FaultNoticeProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { language } = useWords();
  const words = faultWords(fault, t, language);
  return (
    <MessageBar intent={intent} layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.body}>
        {words.text}
        {also}
        {words.detail && <Caption1 className={styles.small}>{words.detail}</Caption1>}
        {words.requestId && <RequestId id={words.requestId} />}
      </MessageBarBody>
      {onRetry && (
        <MessageBarActions>
          <Button size="small" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

function RequestId({ id }: { readonly id: string }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  return (
    <Caption1 className={styles.small}>
      {t('common.requestId', { id })}{' '}
      <Link inline className={styles.link} onClick={() => void copyText(id).then(setCopied)} aria-label={t('common.copy')}>
        {copied ? t('common.copied') : t('common.copy')}
      </Link>
    </Caption1>
  );
}
