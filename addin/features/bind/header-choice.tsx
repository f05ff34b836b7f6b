import type { ReactNode } from 'react';
import { Button, Field, Select, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { registers } from '../../../shared/registers/index.ts';
import type { RegisterId } from '../../../shared/registers/index.ts';
import type { SheetReading } from '../../excel/port.ts';
import { useWords } from '../../i18n/use-words.ts';
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
  const isListed = choices.some((choice) => choice.row === headerRow);
  const chooseSelected = async (): Promise<void> => {
    const selection = await workbook.selection();
    if (selection.sheetId === reading.sheetId) onHeaderRow(selection.row);
  };
  return (
    <div className={styles.root}>
      <Field label={t('bind.register')}>
        <Select value={register ?? ''} onChange={(_, data) => onRegister(data.value as RegisterId)}>
          {register === undefined && <option value="" />}
          {registers.map((one) => (
            <option key={one.id} value={one.id}>
              {one.label[language]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('bind.headerRow')}>
        <Select value={headerRow ?? ''} onChange={(_, data) => data.value !== '' && onHeaderRow(Number(data.value))}>
          {headerRow === undefined && <option value="">{t('bind.pickRow')}</option>}
          {headerRow !== undefined && !isListed && <option value={headerRow}>{t('push.row', { row: headerRow + 1 })}</option>}
          {choices.map(({ row, text }) => (
            <option key={row} value={row}>
              {t('bind.headerRowOption', { row: row + 1, text: text.slice(0, PREVIEW_LENGTH) || t('bind.blankRow') })}
            </option>
          ))}
        </Select>
      </Field>
      <Button size="small" className={styles.button} onClick={() => void chooseSelected()}>
        {t('bind.useSelected')}
      </Button>
    </div>
  );
}
