import { useState } from 'react';
import type { ReactNode } from 'react';
import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { ReportEntry } from '../../../shared/contract/reports.ts';
import type { RegisterId } from '../../../shared/registers/index.ts';
import { LongList } from '../../ui/long-list.tsx';
import { RowButton } from '../../ui/row-button.tsx';

/** Entries shown under a figure before the rest is asked for. */
const FIRST = 10;

const useStyles = makeStyles({
  line: { display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr) auto', columnGap: '6px', alignItems: 'center' },
  closed: { padding: '8px 0' },
  chevron: { fontSize: '16px', color: tokens.colorNeutralForeground3, display: 'flex' },
  count: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  under: { paddingInlineStart: '22px', display: 'flex', flexDirection: 'column', gap: '2px' },
  group: { display: 'block', marginTop: '4px', color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightSemibold },
  entry: { display: 'flex', flexDirection: 'column' },
  title: { display: '-webkit-box', WebkitLineClamp: '2', WebkitBoxOrient: 'vertical', overflow: 'hidden', overflowWrap: 'anywhere' },
});

/** Entries of an answer by id. */
export type EntryIndex = ReadonlyMap<string, ReportEntry>;

export function indexOf(entries: readonly ReportEntry[]): EntryIndex {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

interface FigureRowProps {
  readonly label: string;
  readonly figure: {
    readonly count: number;
    readonly entries: readonly string[];
    readonly groups?: readonly { readonly name: string; readonly entries: readonly string[] }[] | undefined;
  };
  readonly entries: EntryIndex;
  readonly onSelect: (register: RegisterId, id: string) => void;
}

/** A figure that opens to the rows it counts; one without any rows to show is only a line. */
export function FigureRow({ label, figure, entries, onSelect }: FigureRowProps): ReactNode {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const { count, groups } = figure;
  const canOpen = figure.entries.length > 0 || (groups?.length ?? 0) > 0;
  const Chevron = isOpen ? ChevronDownRegular : ChevronRightRegular;
  const line = (
    <span className={styles.line}>
      <span className={styles.chevron}>{canOpen && <Chevron aria-hidden="true" />}</span>
      <span>{label}</span>
      <span className={mergeClasses(styles.count, count === 0 && styles.quiet)}>{count}</span>
    </span>
  );
  if (!canOpen) return <div className={mergeClasses(styles.closed, styles.quiet)}>{line}</div>;
  return (
    <div>
      <RowButton isExpanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {line}
      </RowButton>
      {isOpen && (
        <div className={styles.under}>
          {groups ? (
            groups.map((group) => <GroupOfRows key={`${group.name} ${group.entries[0]}`} group={group} entries={entries} onSelect={onSelect} />)
          ) : (
            <Entries ids={figure.entries} entries={entries} label={label} others={count - figure.entries.length} onSelect={onSelect} />
          )}
        </div>
      )}
    </div>
  );
}

interface EntriesProps extends Pick<FigureRowProps, 'entries' | 'label' | 'onSelect'> {
  readonly ids: readonly string[];
  /** How many more there are that the key may not read. */
  readonly others?: number;
}

/** The rows themselves; a click selects one in the sheet. */
function Entries({ ids, entries, label, others = 0, onSelect }: EntriesProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const found = ids.flatMap((id) => entries.get(id) ?? []);
  return (
    <>
      <LongList items={found} label={`${label} ${t('reports.entries', { count: found.length })}`} keyOf={({ id }) => id} first={FIRST}>
        {(entry) => <EntryRow title={entry.title} under={entry.unit} onClick={() => onSelect(entry.register, entry.id)} />}
      </LongList>
      {others > 0 && <Caption1 className={styles.quiet}>{t('reports.othersEntries', { count: others })}</Caption1>}
    </>
  );
}

interface GroupProps extends Pick<FigureRowProps, 'entries' | 'onSelect'> {
  readonly group: { readonly name: string; readonly entries: readonly string[] };
}

/** One of the things counted with its rows; one of a single row is that row. */
function GroupOfRows({ group: { name, entries: ids }, entries, onSelect }: GroupProps): ReactNode {
  const styles = useStyles();
  const only = ids.length === 1 ? entries.get(String(ids[0])) : undefined;
  if (only) {
    const under = [only.title, only.unit].filter((text) => text !== name).join(' · ');
    return <EntryRow title={name} under={under} onClick={() => onSelect(only.register, only.id)} />;
  }
  return (
    <div>
      <Caption1 className={styles.group}>{name}</Caption1>
      <Entries ids={ids} entries={entries} label={name} onSelect={onSelect} />
    </div>
  );
}

interface EntryRowProps {
  readonly title: string;
  readonly under: string;
  readonly onClick: () => void;
}

function EntryRow({ title, under, onClick }: EntryRowProps): ReactNode {
  const styles = useStyles();
  return (
    <RowButton onClick={onClick}>
      <span className={styles.entry}>
        <span className={styles.title} title={title}>
          {title}
        </span>
        <Caption1 className={styles.quiet}>{under}</Caption1>
      </span>
    </RowButton>
  );
}
