import type { ReactNode } from 'react';
import { Caption1, MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { lookedFor } from '../../../shared/ledger/find.ts';
import { useWords } from '../../i18n/use-words.ts';

const useStyles = makeStyles({
  body: { whiteSpace: 'normal', paddingBlock: '6px' },
  line: { display: 'block', marginTop: '4px' },
});

/** Says that no header was recognised, and what was looked for. */
export function NotFound({ sheet }: { readonly sheet: string }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { language } = useWords();
  const separator = t('common.listSeparator');
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{t('bind.notFound', { sheet })}</MessageBarTitle>
        <Caption1 className={styles.line}>{t('bind.lookedFor')}</Caption1>
        {lookedFor().map(({ register, fields }) => (
          <Caption1 key={register.id} className={styles.line}>
            {t('bind.lookedForOf', { register: register.label[language], names: fields.map(({ names }) => names[0]).join(separator) })}
          </Caption1>
        ))}
        <span className={styles.line}>{t('bind.pickRow')}</span>
      </MessageBarBody>
    </MessageBar>
  );
}
