import { useState } from 'react';
import type { ReactNode } from 'react';
import { Body1, Button, Caption1, MessageBar, MessageBarActions, MessageBarBody, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { registers } from '../../../shared/registers/index.ts';
import type { Register, RegisterId } from '../../../shared/registers/index.ts';
import { useWords } from '../../i18n/use-words.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { PlaceHead } from '../../ui/place-head.tsx';
import { Place } from '../../ui/place.tsx';
import { RowButton } from '../../ui/row-button.tsx';
import { useLedger } from '../ledger/ledger-provider.tsx';
import { useServices } from '../services.tsx';
import type { MorePageProps } from './more-page.ts';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '8px' },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  row: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: '10px', alignItems: 'start' },
  icon: { fontSize: '20px', lineHeight: 1, color: tokens.colorBrandForeground1 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  fields: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

/** Makes an empty ledger of any register as a new sheet. */
export function NewLedgerPage({ onBack, onGoToPush }: MorePageProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { workbook } = useServices();
  const { refresh } = useLedger();
  const { language } = useWords();
  const [pressed, setPressed] = useState<RegisterId | null>(null);
  const create = useMutation({ mutationFn: (register: RegisterId) => workbook.createLedger(register, language), onSuccess: refresh });
  const start = (register: RegisterId): void => {
    setPressed(register);
    if (!create.isPending) create.mutate(register);
  };
  return (
    <Place notice={create.data && <Created sheet={create.data.sheetName} onBind={onGoToPush} />}>
      <PlaceHead title={t('more.pages.newLedger.title')} onBack={onBack} />
      <section className={styles.section}>
        <Body1>{t('more.pages.newLedger.hint')}</Body1>
        {create.error && <FaultNotice fault={create.error} />}
        <ul className={styles.list}>
          {registers.map((register) => (
            <li key={register.id}>
              <RegisterRow register={register} isBusy={create.isPending && pressed === register.id} onCreate={() => start(register.id)} />
            </li>
          ))}
        </ul>
      </section>
    </Place>
  );
}

interface RegisterRowProps {
  readonly register: Register;
  readonly isBusy: boolean;
  readonly onCreate: () => void;
}

function RegisterRow({ register, isBusy, onCreate }: RegisterRowProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { language } = useWords();
  const names = register.fields.map((field) => field.label[language]);
  return (
    <RowButton onClick={onCreate} label={t('more.create', { register: register.label[language] })}>
      <span className={styles.row}>
        <span className={styles.icon}>{isBusy ? <Spinner size="extra-tiny" /> : <AddRegular aria-hidden="true" />}</span>
        <span className={styles.words}>
          <span>{register.label[language]}</span>
          <Caption1 className={styles.fields}>{t('more.columns', { count: names.length, names: names.join(t('common.listSeparator')) })}</Caption1>
        </span>
      </span>
    </RowButton>
  );
}

function Created({ sheet, onBind }: { readonly sheet: string; readonly onBind: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody style={{ whiteSpace: 'normal' }}>
        <output>{t('more.created', { sheet })}</output>
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onBind}>
          {t('more.bindNow')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
