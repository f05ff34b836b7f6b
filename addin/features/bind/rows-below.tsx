import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Caption1, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { SheetReading } from '../../excel/port.ts';
import { SkippedRows } from '../push/skipped-rows.tsx';
import { rowsBelow } from './draft.ts';
import type { Draft } from './draft.ts';

const useStyles = makeStyles({ root: { display: 'flex', flexDirection: 'column', gap: '4px' } });

/** How many entries stand below the header, which rows are passed over, and whether columns are read as was said before. */
export function RowsBelow({ reading, draft }: { readonly reading: SheetReading; readonly draft: Draft }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { entries, skipped } = useMemo(() => rowsBelow(reading, draft), [reading, draft]);
  return (
    <div className={styles.root}>
      <Caption1>{t('bind.rows', { count: entries.length })}</Caption1>
      <SkippedRows skipped={skipped} />
      {draft.columns.some(({ confidence }) => confidence === 'remembered') && <Caption1>{t('bind.remembered')}</Caption1>}
    </div>
  );
}
