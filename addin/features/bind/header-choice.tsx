import type { ReactNode } from 'react';
import { Button, Field, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { registerById, registers } from '../../../shared/registers/index.ts';
import type { RegisterId } from '../../../shared/registers/index.ts';
import type { SheetReading } from '../../excel/port.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Choice } from '../../ui/choice.tsx';
import { useSelecting } from '../ledger/use-selecting.tsx';
import { useServices } from '../services.tsx';
import { headerRowChoices } from './draft.ts';

const PREVIEW_LENGTH = 40;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  button: { alignSelf: 'start' },
});

interface HeaderChoiceProps {
  readonly reading: SheetReading;
  readonly register: RegisterId | undefined;
  readonly headerRow: number | undefined;
  readonly onRegister: (register: RegisterId) => void;
  readonly onHeaderRow: (row: number) => void;
}

/** The kind of ledger and its header row, to be chosen from the first rows or from the selection in the sheet. */
export function HeaderChoice({ reading, register, headerRow, onRegister, onHeaderRow }: HeaderChoiceProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { language } = useWords();
  const { workbook } = useServices();
  const choices = headerRowChoices(reading);
  const chooseRegister = (id: string): void => {
    const chosen = registerById(id);
    if (chosen) onRegister(chosen.id);
  };
  const { attempt, notice } = useSelecting();
  const chooseSelected = async (): Promise<void> => {
    const selection = await workbook.selection();
    if (selection.sheetId === reading.sheetId) onHeaderRow(selection.row);
  };
  const rowOptions = choices.map(({ row, text }) => ({
    value: String(row),
    label: t('bind.headerRowOption', { row: row + 1, text: text.slice(0, PREVIEW_LENGTH) || t('bind.blankRow') }),
  }));
  if (headerRow === undefined) rowOptions.unshift({ value: '', label: t('bind.pickRow') });
  else if (!choices.some((choice) => choice.row === headerRow)) rowOptions.unshift({ value: String(headerRow), label: t('push.row', { row: headerRow + 1 }) });
  return (
    <div className={styles.root}>
      <Field label={t('bind.register')}>
        <Choice
          value={register ?? ''}
          options={[...(register === undefined ? [{ value: '', label: '' }] : []), ...registers.map((one) => ({ value: one.id, label: one.label[language] }))]}
          onChoose={chooseRegister}
        />
      </Field>
      <Field label={t('bind.headerRow')}>
        <Choice value={String(headerRow ?? '')} options={rowOptions} onChoose={(value) => value !== '' && onHeaderRow(Number(value))} />
      </Field>
      <Button size="small" className={styles.button} onClick={() => attempt(chooseSelected())}>
        {t('bind.useSelected')}
      </Button>
      {notice}
    </div>
  );
}
