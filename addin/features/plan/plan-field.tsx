import type { ReactNode } from 'react';
import { Field, Input, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { planNumbers } from '../../../shared/scoring/plan-numbers.ts';
import { MAX_DISTRICT } from '../../../shared/scoring/plan-faults.ts';
import { Choice } from '../../ui/choice.tsx';
import { isNumberPointer, type PlanPointer } from './plan-texts.ts';
import { numberWords, usePlanWords } from './plan-words.ts';

const useStyles = makeStyles({
  beside: { gridTemplateColumns: 'minmax(0, 1fr) 120px', columnGap: '12px' },
  below: { gridColumn: '1 / -1' },
  input: { minWidth: 0, width: '100%' },
});

interface PlanFieldProps {
  readonly pointer: PlanPointer;
  readonly text: string;
  /** What it said before it was changed; null when it was not. */
  readonly was: string | null;
  /** What is expected instead; null when it is right. */
  readonly expected: string | null;
  readonly onWrite: (text: string) => void;
}

/** One field of the plan. Short ones stand beside their names. */
export function PlanField({ pointer, text, was, expected, onWrite }: PlanFieldProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { nameOf } = usePlanWords();
  const isBeside = isNumberPointer(pointer);
  const below = (children: string | null) => (children === null ? null : { className: isBeside ? styles.below : '', children });
  return (
    <Field
      label={nameOf(pointer)}
      orientation={isBeside ? 'horizontal' : 'vertical'}
      className={isBeside ? styles.beside : ''}
      hint={below(was === null ? null : t('plan.was', { value: was }))}
      validationMessage={below(expected === null ? null : t('plan.expected', { expected }))}
    >
      <FieldInput pointer={pointer} text={text} onWrite={onWrite} />
    </Field>
  );
}

type FieldInputProps = Pick<PlanFieldProps, 'pointer' | 'text' | 'onWrite'>;

function FieldInput({ pointer, text, onWrite }: FieldInputProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  if (pointer === '/restDayPolicy' || pointer === '/publishScores') {
    const options =
      pointer === '/publishScores'
        ? [
            { value: 'false', label: t('plan.no') },
            { value: 'true', label: t('plan.yes') },
          ]
        : (['keep', 'next', 'previous'] as const).map((value) => ({ value, label: t(`plan.restDay.${value}`) }));
    return <Choice value={text} options={options} onChoose={onWrite} />;
  }
  const common = { className: styles.input, value: text, onChange: (_: unknown, data: { value: string }) => onWrite(data.value) };
  if (isNumberPointer(pointer)) {
    const isShare = planNumbers[pointer] === 'share' && text.trim() !== '' && Number.isFinite(Number(text));
    return <Input {...common} inputMode="decimal" contentAfter={isShare ? numberWords(pointer, Number(text), t) : null} />;
  }
  if (pointer === '/district') return <Input {...common} maxLength={MAX_DISTRICT} />;
  return <Input {...common} type="date" />;
}
