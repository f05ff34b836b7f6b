import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../ui/copy-button.tsx';

const useStyles = makeStyles({
  actions: { display: 'flex', gap: '8px' },
  bar: { alignItems: 'start' },
  body: { whiteSpace: 'normal', paddingBlock: '6px' },
  secret: {
    display: 'block',
    margin: '8px 0 2px',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase400,
    overflowWrap: 'anywhere',
    userSelect: 'all',
  },
});

export interface KeptSecret {
  readonly party: string;
  readonly secret: string;
}

/** The secret a party has committed to, once: nobody else has it, and without it the draw cannot end. */
export function KeepSecret({ party, secret, onKept }: KeptSecret & { readonly onKept: () => void }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const actions = useRef<HTMLSpanElement>(null);
  useEffect(() => actions.current?.querySelector('button')?.focus(), []); // the form that had the focus is gone
  return (
    <MessageBar intent="success" layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{t('draw.committed', { party })}</MessageBarTitle>
        {t('draw.keep')}
        <span className={styles.secret}>{secret}</span>
      </MessageBarBody>
      <MessageBarActions>
        <span className={styles.actions} ref={actions}>
          <CopyButton size="small" text={secret}>
            {t('draw.copySecret')}
          </CopyButton>
          <Button size="small" onClick={onKept}>
            {t('draw.kept')}
          </Button>
        </span>
      </MessageBarActions>
    </MessageBar>
  );
}
