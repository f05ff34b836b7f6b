import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { FieldLine } from './field-lines.ts';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  cell: { padding: '4px 6px', textAlign: 'start', verticalAlign: 'top', overflowWrap: 'anywhere', fontWeight: tokens.fontWeightRegular },
  name: { width: '30%', paddingInlineStart: 0, color: tokens.colorNeutralForeground3 },
  head: { color: tokens.colorNeutralForeground3 },
  line: { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  differs: { backgroundColor: tokens.colorStatusWarningBackground1, color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  blank: { color: tokens.colorNeutralForeground4 },
  more: { alignSelf: 'start', paddingInline: 0, minWidth: 0 },
});

interface FieldCompareProps {
  readonly lines: readonly FieldLine[];
  /** Headings of the two sides; a side without heading is not shown. */
  readonly mine: string | null;
  readonly theirs: string | null;
}

/** A row field by field: both sides beside each other with what differs marked, what is the same on demand; or one side alone. */
export function FieldCompare({ lines, mine, theirs }: FieldCompareProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const isBoth = mine !== null && theirs !== null;
  const shown = isBoth && !isWhole ? lines.filter((line) => line.differs) : lines;
  const hidden = lines.length - shown.length;
  const side = (text: string, isMarked: boolean): ReactNode => (
    <td className={mergeClasses(styles.cell, text === '' && styles.blank, isMarked && styles.differs)}>{text === '' ? t('queue.blank') : text}</td>
  );
  return (
    <>
      <table className={styles.table}>
        {isBoth && (
          <thead>
            <tr>
              <th scope="col" className={mergeClasses(styles.cell, styles.name)}>
                {t('queue.field')}
              </th>
              <th scope="col" className={mergeClasses(styles.cell, styles.head)}>
                {mine}
              </th>
              <th scope="col" className={mergeClasses(styles.cell, styles.head)}>
                {theirs}
              </th>
            </tr>
          </thead>
        )}
        <tbody>
          {shown.map((line) => (
            <tr key={line.field} className={styles.line}>
              <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
                {line.header}
              </th>
              {mine !== null && side(line.mine, false)}
              {theirs !== null && side(line.theirs, isBoth && line.differs)}
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 && (
        <Button className={styles.more} appearance="transparent" size="small" onClick={() => setWhole(true)}>
          {t('queue.sameFields', { count: hidden })}
        </Button>
      )}
    </>
  );
}
