import type { ReactNode } from 'react';
import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

export interface Count {
  readonly label: string;
  readonly count: number;
  /** Drawn to be noticed when it is not zero. */
  readonly isWarning?: boolean;
}

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(0, 1fr)',
    margin: 0,
    padding: '12px 4px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  // The numbers on one line, also where a label takes two.
  item: { display: 'flex', flexDirection: 'column-reverse', justifyContent: 'flex-end', alignItems: 'center', textAlign: 'center', minWidth: 0 },
  label: { color: tokens.colorNeutralForeground2 },
  number: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  zero: { color: tokens.colorNeutralForeground4, fontWeight: tokens.fontWeightRegular },
  warning: { color: tokens.colorStatusDangerForeground1 },
});

/** A few counts side by side; zeros step back. */
export function CountStrip({ counts }: { readonly counts: readonly Count[] }): ReactNode {
  const styles = useStyles();
  return (
    <dl className={styles.root}>
      {counts.map(({ label, count, isWarning }) => (
        <div key={label} className={styles.item}>
          <dt>
            <Caption1 className={styles.label}>{label}</Caption1>
          </dt>
          <dd className={mergeClasses(styles.number, count === 0 && styles.zero, count > 0 && isWarning && styles.warning)}>{count}</dd>
        </div>
      ))}
    </dl>
  );
}
