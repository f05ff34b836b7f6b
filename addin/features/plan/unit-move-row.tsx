import { useState } from 'react';
import type { ReactNode } from 'react';
import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { message } from '../../../shared/message.ts';
import type { RegisterId } from '../../../shared/registers/index.ts';
import { useWords } from '../../i18n/use-words.ts';
import { pointsText, scoreText } from '../../ui/numbers.ts';
import { RowButton } from '../../ui/row-button.tsx';
import { UnitMoveReasons } from './unit-move-reasons.tsx';
import { isMoved, type UnitMove } from './unit-moves.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: '12px', alignItems: 'baseline' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  score: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  moved: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  change: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
});

interface UnitMoveRowProps {
  readonly move: UnitMove;
  readonly onSelect: (register: RegisterId, id: string) => void;
}

/** A unit's score and rank before and after; a click shows why. */
export function UnitMoveRow({ move, onSelect }: UnitMoveRowProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { words } = useWords();
  const [isOpen, setOpen] = useState(false);
  const { unit, before, after, change } = move;
  const gradeWords = (grade: string | null | undefined): string => (grade ? words(message(`grade.${grade}`)) : t('plan.none'));
  const [rankWas, rankIs] = [before?.rank ?? null, after?.rank ?? null];
  const sameRank = rankIs === null ? t('plan.noRank') : t('plan.sameRank', { rank: rankIs });
  const rank = rankWas === rankIs ? sameRank : t('plan.rank', { before: rankWas ?? '–', after: rankIs ?? '–' });
  const grade = before?.grade === after?.grade ? '' : ` · ${t('plan.grade', { before: gradeWords(before?.grade), after: gradeWords(after?.grade) })}`;
  const was = scoreText(before?.score ?? null);
  const is = scoreText(after?.score ?? null);
  return (
    <>
      <RowButton onClick={() => setOpen(!isOpen)} isExpanded={isOpen}>
        <span className={styles.root}>
          <span className={styles.name} title={unit}>
            {unit}
          </span>
          <span className={mergeClasses(styles.score, isMoved(move) && styles.moved)}>{was === is ? is : t('plan.score', { before: was, after: is })}</span>
          <Caption1 className={styles.quiet}>{after === null ? t('plan.gone') : rank + grade}</Caption1>
          <Caption1 className={styles.change}>{change ? pointsText(change) : ''}</Caption1>
        </span>
      </RowButton>
      {isOpen && <UnitMoveReasons move={move} onSelect={onSelect} />}
    </>
  );
}
