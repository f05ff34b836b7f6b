import type { ReactNode } from 'react';
import { Body1Strong, Caption1, MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { registerById } from '../../../shared/registers/index.ts';
import { useWords } from '../../i18n/use-words.ts';
import { ColumnRow } from './column-row.tsx';
import { faultsOf } from './draft.ts';
import type { Draft } from './draft.ts';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '8px' },
  list: { margin: 0, padding: 0, listStyle: 'none' },
});

interface BindColumnsProps {
  readonly draft: Draft;
  readonly onChoose: (column: number, field: string | null) => void;
}

/** Every column of the ledger with its field, what is not read, and what is still missing. */
export function BindColumns({ draft, onChoose }: BindColumnsProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { language } = useWords();
  const fields = registerById(draft.register)?.fields ?? [];
  const { missing, twice } = faultsOf(draft);
  const separator = t('common.listSeparator');
  const ignored = draft.columns.filter((column) => column.field === null);
  return (
    <section className={styles.section}>
      <Body1Strong as="h2" style={{ margin: 0 }}>
        {t('bind.columns')}
      </Body1Strong>
      <ul className={styles.list}>
        {draft.columns.map((column) => (
          <ColumnRow key={column.column} column={column} fields={fields} onChoose={(field) => onChoose(column.column, field)} />
        ))}
      </ul>
      {missing.length > 0 && <Fault text={t('bind.missing', { fields: missing.map((field) => field.label[language]).join(separator) })} />}
      {twice.map((field) => (
        <Fault key={field.id} text={t('bind.twice', { field: field.label[language] })} />
      ))}
      {ignored.length > 0 && <Caption1>{t('bind.unmatched', { count: ignored.length, names: ignored.map(({ header }) => header).join(separator) })}</Caption1>}
    </section>
  );
}

function Fault({ text }: { readonly text: string }): ReactNode {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody style={{ whiteSpace: 'normal' }}>{text}</MessageBarBody>
    </MessageBar>
  );
}
