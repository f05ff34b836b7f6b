import type { ReactNode } from 'react';
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { UnitScore } from '../../../shared/scoring/types.ts';
import { message } from '../../../shared/message.ts';
import { useWords } from '../../i18n/use-words.ts';
import { CardDot } from '../../ui/card-dot.tsx';
import { pointsText, scoreText } from '../../ui/numbers.ts';
import type { LinePoint } from '../../ui/line-path.ts';
import { RowButton } from '../../ui/row-button.tsx';
import { Sparkline } from '../../ui/sparkline.tsx';

const NONE: readonly LinePoint[] = [];

/** Small enough to stand in a line of text. */
const COURSE = { width: 48, height: 14, inset: 3 };

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: '20px 10px minmax(0, 1fr) auto', columnGap: '8px', alignItems: 'center' },
  rank: { textAlign: 'end', color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  figures: { display: 'flex', alignItems: 'baseline', gap: '8px' },
  score: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  grade: { minWidth: '40px', ':lang(en)': { minWidth: '54px' }, color: tokens.colorNeutralForeground2 },
  below: { gridColumn: '3 / -1', display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: '8px', color: tokens.colorNeutralForeground3 },
  change: { display: 'flex', alignItems: 'center', gap: '8px', marginInlineStart: 'auto', fontVariantNumeric: 'tabular-nums' },
});

interface UnitRowProps {
  readonly unit: UnitScore;
  /** Of its score since the end of last month; null: nothing to compare; left out where it is not known. */
  readonly change?: number | null;
  /** Of its score by day; empty: no line yet. */
  readonly course?: readonly LinePoint[];
  readonly onOpen: () => void;
}

/** A unit with rank, card, score and grade; a click opens its receipt. */
export function UnitRow({ unit, change = null, course = NONE, onOpen }: UnitRowProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { words } = useWords();
  const below = [unit.overdue > 0 && t('scores.overdue', { count: unit.overdue }), unit.dueSoon > 0 && t('scores.dueSoon', { count: unit.dueSoon })].filter(
    (part) => part !== false,
  );
  return (
    <RowButton id={`unit-${unit.unit}`} onClick={onOpen}>
      <span className={styles.root}>
        <Caption1 className={styles.rank}>{unit.rank ?? ''}</Caption1>
        <CardDot card={unit.card} label={t(`scores.cards.${unit.card}`)} />
        <span className={styles.name} title={unit.unit}>
          {unit.unit}
        </span>
        <span className={styles.figures}>
          <span className={styles.score}>{scoreText(unit.score)}</span>
          <Caption1 className={styles.grade}>{unit.grade ? words(message(`grade.${unit.grade}`)) : ''}</Caption1>
        </span>
        {(below.length > 0 || change !== null || course.length > 0) && (
          <Caption1 className={styles.below}>
            <span>{below.join(' · ')}</span>
            <span className={styles.change}>
              {course.length > 0 && <Sparkline points={course} box={COURSE} />}
              {change !== null && t('scores.change', { points: pointsText(change) })}
            </span>
          </Caption1>
        )}
      </span>
    </RowButton>
  );
}
