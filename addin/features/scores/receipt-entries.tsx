import type { ReactNode } from 'react';
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ReceiptEntry } from '../../../shared/scoring/types.ts';
import { LongList } from '../../ui/long-list.tsx';
import { RowButton } from '../../ui/row-button.tsx';

/** Entries shown under a line before the rest is asked for. */
const FIRST = 10;

const useStyles = makeStyles({
  root: { display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', gap: '12px' },
  title: { display: '-webkit-box', WebkitLineClamp: '2', WebkitBoxOrient: 'vertical', overflow: 'hidden', overflowWrap: 'anywhere' },
  gave: { whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

type Entry = Omit<ReceiptEntry, 'weight'>;

interface ReceiptEntriesProps {
  readonly entries: readonly Entry[];
  readonly gave: (entry: Entry) => string;
  readonly onSelect: (id: string) => void;
}

/** The rows a line rests on, and what each gave; a click selects the row in the sheet. */
export function ReceiptEntries({ entries, gave, onSelect }: ReceiptEntriesProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <LongList items={entries} label={t('scores.entries', { count: entries.length })} keyOf={(entry) => `${entry.id} ${entry.role}`} first={FIRST}>
      {(entry) => (
        <RowButton onClick={() => onSelect(entry.id)}>
          <span className={styles.root}>
            <Caption1 className={styles.title} title={entry.title}>
              {entry.title}
            </Caption1>
            <Caption1 className={styles.gave}>
              {t(`scores.${entry.role}`)} · {gave(entry)}
            </Caption1>
          </span>
        </RowButton>
      )}
    </LongList>
  );
}
