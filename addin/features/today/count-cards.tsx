import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useCardColour } from '../../ui/theme.tsx';
import { todayCards } from './today-items.ts';
import type { TodayCard } from './today-items.ts';

const useStyles = makeStyles({
  group: { display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: '8px', margin: 0, padding: 0, border: 0, minWidth: 0 },
  card: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    textAlign: 'start',
    padding: '8px 12px',
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusLarge,
    font: 'inherit',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  chosen: { boxShadow: 'inset 0 0 0 2px currentColor' },
  number: { fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  label: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

interface CountCardsProps {
  readonly counts: Readonly<Record<TodayCard, number>>;
  readonly chosen: TodayCard | null;
  readonly onChoose: (card: TodayCard | null) => void;
}

/** The three counts; each is a switch that shows only its measures. */
export function CountCards({ counts, chosen, onChoose }: CountCardsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <fieldset aria-label={t('today.cards.label')} className={useStyles().group}>
      {todayCards.map((card) => (
        <CountCard key={card} card={card} count={counts[card]} isChosen={card === chosen} onClick={() => onChoose(card === chosen ? null : card)} />
      ))}
    </fieldset>
  );
}

interface CountCardProps {
  readonly card: TodayCard;
  readonly count: number;
  readonly isChosen: boolean;
  readonly onClick: () => void;
}

function CountCard({ card, count, isChosen, onClick }: CountCardProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { fill, text } = useCardColour(card);
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      className={mergeClasses(styles.card, isChosen && styles.chosen)}
      style={{ backgroundColor: fill, color: text }}
      onClick={onClick}
    >
      <span className={styles.number}>{count}</span>
      <span className={styles.label}>{t(`today.cards.${card}`)}</span>
    </button>
  );
}
