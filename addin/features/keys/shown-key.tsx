import type { ReactNode } from 'react';
import { Body1, Body1Strong, Button, MessageBar, MessageBarBody, Textarea, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { NewKeyAnswer } from '../../../shared/contract/keys.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { PlaceHead } from '../../ui/place-head.tsx';
import { Place } from '../../ui/place.tsx';

const useStyles = makeStyles({
  warning: { whiteSpace: 'normal', paddingBlock: '6px' },
  key: { width: '100%' },
  text: { fontFamily: 'ui-monospace, Consolas, monospace', overflowWrap: 'anywhere' },
  copy: { display: 'flex' },
  done: { flexGrow: 1 },
});

/** The key just made. It is shown this once, and says so. */
export function ShownKey({ made: { name, key }, onDone }: { readonly made: NewKeyAnswer; readonly onDone: () => void }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Place
      actions={
        <Button className={styles.done} size="large" onClick={onDone}>
          {t('keys.done')}
        </Button>
      }
    >
      <PlaceHead title={t('keys.made')} onBack={onDone} />
      <Body1Strong>{name}</Body1Strong>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody className={styles.warning}>{t('keys.once')}</MessageBarBody>
      </MessageBar>
      <Textarea
        className={styles.key}
        textarea={{ className: styles.text, readOnly: true, rows: 4, spellCheck: false, onFocus: ({ currentTarget }) => currentTarget.select() }}
        aria-label={t('keys.key')}
        value={key}
      />
      <div className={styles.copy}>
        <CopyButton appearance="primary" text={key}>
          {t('keys.copy')}
        </CopyButton>
      </div>
      <Body1>{t('keys.handOver')}</Body1>
    </Place>
  );
}
