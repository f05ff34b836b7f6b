import type { ReactNode } from 'react';
import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ReceiptAnswer } from '../../../shared/contract/scores.ts';
import type { RegisterId } from '../../../shared/registers/index.ts';
import { useWords } from '../../i18n/use-words.ts';
import { LongList } from '../../ui/long-list.tsx';
import { RowButton } from '../../ui/row-button.tsx';

/** Entries shown under a line before the rest is asked for. */
const FIRST = 10;

const useStyles = makeStyles({
  root: { display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', gap: '12px' },
  title: { display: '-webkit-box', WebkitLineClamp: '2', WebkitBoxOrient: 'vertical', overflow: 'hidden', overflowWrap: 'anywhere' },
  gave: { whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  unused: { color: tokens.colorNeutralForegroundDisabled },
});

type Entry = Extract<ReceiptAnswer['lines'][number], { readonly entries: unknown }>['entries'][number];

interface ReceiptEntriesProps {
  readonly entries: readonly Entry[];
  readonly gave: (entry: Entry) => string;
  readonly onSelect: (register: RegisterId, id: string) => void;
}

/** The rows a line rests on, and what each gave; a click selects the row in the sheet. */
export function ReceiptEntries({ entries, gave, onSelect }: ReceiptEntriesProps): ReactNode {
  const { t } = useTranslation();
  return (
    <LongList items={entries} label={t('scores.entries', { count: entries.length })} keyOf={({ id, title, role }) => `${id ?? title} ${role}`} first={FIRST}>
      {(entry) =>
        entry.id === null ? (
          <EntryLine entry={entry} gave={gave(entry)} />
        ) : (
          <RowButton onClick={() => onSelect(entry.register, String(entry.id))}>
            <EntryLine entry={entry} gave={gave(entry)} />
          </RowButton>
        )
      }
    </LongList>
  );
}

/** One entry; one that gave nothing because of another clause, or was left out, is greyed with the reason. */
function EntryLine({ entry, gave }: { readonly entry: Entry; readonly gave: string }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { words } = useWords();
  const reason = entry.suppressedBy ? t('scores.suppressed', { clause: t(`scores.clauseNames.${entry.suppressedBy}`) }) : entry.leftOut && words(entry.leftOut);
  const role = entry.register === 'measures' ? `${t(`scores.${entry.role}`)} · ` : '';
  return (
    <span className={styles.root}>
      <Caption1 className={mergeClasses(styles.title, reason && styles.unused)} title={entry.title}>
        {entry.title}
      </Caption1>
      <Caption1 className={mergeClasses(styles.gave, reason && styles.unused)}>{reason ?? role + gave}</Caption1>
    </span>
  );
}
