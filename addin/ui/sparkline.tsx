import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { linePath, scaled, type Box, type LinePoint } from './line-path.ts';

const useStyles = makeStyles({
  line: { display: 'block', flexShrink: 0, color: tokens.colorBrandForeground1, overflow: 'visible' },
});

interface SparklineProps {
  readonly points: readonly LinePoint[];
  readonly box: Box;
  /** What the line says, in words; left out where the words stand beside it. */
  readonly label?: string;
}

/** A small line with its last point marked. Scaled to its own least and greatest value: it shows a course, not a size. */
export function Sparkline({ points, box, label }: SparklineProps): ReactNode {
  const styles = useStyles();
  const drawn = scaled(points, box);
  const last = drawn.findLast(({ y }) => y !== null);
  return (
    <svg
      className={styles.line}
      width={box.width}
      height={box.height}
      viewBox={`0 0 ${box.width} ${box.height}`}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path d={linePath(drawn)} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" strokeLinecap="round" />
      {last !== undefined && <circle cx={last.x} cy={Number(last.y)} r="2.5" fill="currentColor" />}
    </svg>
  );
}
