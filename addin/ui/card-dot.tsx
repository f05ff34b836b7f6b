import type { ReactNode } from 'react';
import { makeStyles } from '@fluentui/react-components';
import type { Card } from '../../shared/verdict/types.ts';
import { useCardColour } from './theme.tsx';

const useStyles = makeStyles({
  dot: {
    display: 'inline-block',
    width: '10px',
    height: '10px',
    borderRadius: '50%',
    flexShrink: 0,
    forcedColorAdjust: 'none',
    boxSizing: 'border-box',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  words: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

/** A card as a dot. `label` says the same in words to those who do not see the colour. */
export function CardDot({ card, label }: { readonly card: Card; readonly label: string }): ReactNode {
  const styles = useStyles();
  const { dot } = useCardColour(card);
  return (
    <span title={label} className={styles.dot} style={{ backgroundColor: dot }}>
      <span className={styles.words}>{label}</span>
    </span>
  );
}
