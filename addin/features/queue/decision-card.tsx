import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { Binding } from '../../excel/port.ts';
import { useWords } from '../../i18n/use-words.ts';
import { RowButton } from '../../ui/row-button.tsx';
import { timeText } from '../../ui/time-text.ts';
import { useSession } from '../services.tsx';
import { choicesOf } from './choices.ts';
import type { Decision } from '../push/decisions.ts';
import { nameOf } from '../push/row-content.ts';
import { FieldCompare } from './field-compare.tsx';
import { fieldLines } from './field-lines.ts';
import type { Choice } from './settle.ts';

const useStyles = makeStyles({
  head: { display: 'flex', gap: '6px', alignItems: 'start' },
  chevron: { flexShrink: 0, marginTop: '2px', color: tokens.colorNeutralForeground3 },
  words: { minWidth: 0 },
  title: { display: '-webkit-box', WebkitLineClamp: '2', WebkitBoxOrient: 'vertical', overflow: 'hidden', overflowWrap: 'anywhere' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3 },
  body: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '0 0 12px 22px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

interface DecisionCardProps {
  readonly decision: Decision;
  readonly binding: Binding;
  readonly isOpenAtFirst: boolean;
  readonly isBusy: boolean;
  readonly onSelect: () => void;
  readonly onChoose: (choice: Choice) => void;
}

/** One row to decide on: what it is, where, who changed it; opened, its fields and the choices. Opening it selects its row in the sheet. */
export function DecisionCard({ decision, binding, isOpenAtFirst, isBusy, onSelect, onChoose }: DecisionCardProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { language } = useWords();
  const { me } = useSession();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const { kind, sheetRow, mine, theirs, made } = decision;
  const facts = [
    ...(sheetRow === null ? [] : [t('push.row', { row: sheetRow + 1 })]),
    ...(made === null ? [] : [t('queue.made', { by: made.by, at: timeText(made.at, me.workspace.timeZone) })]),
  ];
  const toggle = (): void => {
    setOpen(!isOpen);
    if (!isOpen) onSelect();
  };
  const Chevron = isOpen ? ChevronDown16Regular : ChevronRight16Regular;
  const label = (choice: Choice): string => t(`queue.choices.${kind}.${choice}` as `queue.choices.missing.${Choice}`);
  return (
    <>
      <RowButton onClick={toggle} isExpanded={isOpen}>
        <span className={styles.head}>
          <Chevron className={styles.chevron} />
          <span className={styles.words}>
            <span className={styles.title}>{nameOf(binding, mine ?? theirs ?? {})}</span>
            <Caption1 className={styles.quiet}>{facts.join(' · ')}</Caption1>
          </span>
        </span>
      </RowButton>
      {isOpen && (
        <div className={styles.body}>
          <FieldCompare
            lines={fieldLines(binding, decision, language)}
            mine={mine === null ? null : t('queue.mine')}
            theirs={theirs === null ? null : t('queue.theirs')}
          />
          <div className={styles.actions}>
            {choicesOf[kind].map((choice) => (
              <Button key={choice} size="small" disabledFocusable={isBusy} onClick={() => onChoose(choice)}>
                {label(choice)}
              </Button>
            ))}
          </div>
        </div>
      )}
    </>
  );
}
