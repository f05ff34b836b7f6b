import { useId } from 'react';
import type { ReactNode } from 'react';
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Field } from '../../../shared/registers/index.ts';
import type { Card } from '../../../shared/verdict/types.ts';
import { columnLetters } from '../../excel/cells.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Choice } from '../../ui/choice.tsx';
import { CardDot } from '../../ui/card-dot.tsx';
import type { DraftColumn, DraftConfidence } from './draft.ts';

const dots: Readonly<Record<DraftConfidence, Card>> = { exact: 'green', alias: 'green', chosen: 'green', remembered: 'green', guess: 'yellow', none: 'grey' };

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: '10px minmax(0, 1fr) 132px', alignItems: 'center', columnGap: '8px', padding: '4px 0' },
  header: { minWidth: 0, display: 'flex', flexDirection: 'column' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  letter: { color: tokens.colorNeutralForeground3 },
});

interface ColumnRowProps {
  readonly column: DraftColumn;
  readonly fields: readonly Field[];
  readonly onChoose: (field: string | null) => void;
}

/** One column of the sheet and the field it feeds, to be changed. */
export function ColumnRow({ column, fields, onChoose }: ColumnRowProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { language } = useWords();
  const id = useId();
  return (
    <li className={styles.root}>
      <CardDot card={dots[column.confidence]} label={t(`bind.confidence.${column.confidence}`)} />
      <label htmlFor={id} className={styles.header}>
        <span className={styles.name} title={column.header}>
          {column.header}
        </span>
        <Caption1 className={styles.letter}>{t('bind.columnHeader', { letter: columnLetters(column.column) })}</Caption1>
      </label>
      <Choice
        id={id}
        value={column.field ?? ''}
        options={[{ value: '', label: t('bind.ignored') }, ...fields.map((field) => ({ value: field.id, label: field.label[language] }))]}
        onChoose={(value) => onChoose(value === '' ? null : value)}
      />
    </li>
  );
}
