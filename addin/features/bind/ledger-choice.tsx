import type { ReactNode } from 'react';
import { Field } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { registerById } from '../../../shared/registers/index.ts';
import { columnLetters } from '../../excel/cells.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Choice } from '../../ui/choice.tsx';
import type { LedgerOption } from './draft.ts';

interface LedgerChoiceProps {
  readonly ledgers: readonly LedgerOption[];
  readonly chosen: number;
  readonly onChoose: (ledger: number) => void;
}

/** Which of several ledgers of a sheet is meant. */
export function LedgerChoice({ ledgers, chosen, onChoose }: LedgerChoiceProps): ReactNode {
  const { t } = useTranslation();
  const { language } = useWords();
  const options = ledgers.map(({ register, headerRow, firstColumn, lastColumn }, at) => ({
    value: String(at),
    label: t('bind.ledgerOption', {
      row: headerRow + 1,
      register: registerById(register)?.label[language] ?? register,
      letter: columnLetters(firstColumn),
      last: columnLetters(lastColumn),
    }),
  }));
  return (
    <Field label={t('bind.ledger')} hint={t('bind.several', { count: ledgers.length })}>
      <Choice value={String(chosen)} options={options} onChoose={(value) => onChoose(Number(value))} />
    </Field>
  );
}
