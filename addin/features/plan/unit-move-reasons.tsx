import type { ReactNode } from 'react';
import { Caption1, Caption1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { message } from '../../../shared/message.ts';
import type { RegisterId } from '../../../shared/registers/index.ts';
import { clauseIds, indicatorIds } from '../../../shared/scoring/plan.ts';
import { useWords } from '../../i18n/use-words.ts';
import { LongList } from '../../ui/long-list.tsx';
import { percentText, pointsText, scoreText } from '../../ui/numbers.ts';
import { RowButton } from '../../ui/row-button.tsx';
import type { UnitMove } from './unit-moves.ts';

type LineMove = UnitMove['lines'][number];
type Total = LineMove['before'];
type EntryMove = UnitMove['entries'][number];

/** Entries shown before the rest is asked for. */
const FIRST = 10;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    margin: '4px 0 8px',
    paddingLeft: '12px',
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { display: 'flex', flexDirection: 'column' },
  entry: { display: 'flex', flexDirection: 'column' },
  title: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface UnitMoveReasonsProps {
  readonly move: UnitMove;
  readonly onSelect: (register: RegisterId, id: string) => void;
}

/** Why a unit moves: the lines of its receipt that differ, and the rows that are judged otherwise. */
export function UnitMoveReasons({ move: { lines, entries }, onSelect }: UnitMoveReasonsProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.root}>
      {lines.length + entries.length === 0 && <Caption1 className={styles.quiet}>{t('plan.same')}</Caption1>}
      {lines.map((line) => (
        <LineReason key={line.line} move={line} />
      ))}
      {entries.length > 0 && (
        <LongList items={entries} label={t('plan.entries', { count: entries.length })} keyOf={({ id }) => id} first={FIRST}>
          {(entry) => (
            <RowButton onClick={() => onSelect(entry.register, entry.id)}>
              <EntryReason move={entry} />
            </RowButton>
          )}
        </LongList>
      )}
    </div>
  );
}

function LineReason({ move: { line, before, after } }: { readonly move: LineMove }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { words } = useWords();
  const indicator = indicatorIds.find((id) => id === line);
  const clause = clauseIds.find((id) => id === line);
  const name = indicator ? t(`scores.indicators.${indicator}`) : clause ? t(`scores.clauseNames.${clause}`) : t('scores.clamp');
  const totalWords = (total: Total): string => {
    if (total === null) return t('plan.absent');
    if (total.kind === 'notAssessed') return words(total.reason);
    if (total.kind === 'clause') return t('plan.clauseTotal', { hits: total.hits, points: pointsText(total.points) });
    if (total.kind === 'clamp') return t('plan.clampTotal', { points: pointsText(total.points) });
    return t('plan.indicatorTotal', { weight: percentText(total.weight / 100), x: percentText(total.x), points: scoreText(total.points) });
  };
  return (
    <div className={styles.line}>
      <Caption1Strong>{name}</Caption1Strong>
      <Caption1 className={styles.quiet}>{totalWords(before)}</Caption1>
      <Caption1>→ {totalWords(after)}</Caption1>
    </div>
  );
}

function EntryReason({ move: { title, before, after } }: { readonly move: EntryMove }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { words } = useWords();
  const parts = [
    before.flag !== after.flag && t('plan.grade', { before: words(message(`flag.${before.flag}`)), after: words(message(`flag.${after.flag}`)) }),
    before.due !== after.due && t('plan.due', { before: before.due ?? '–', after: after.due ?? '–' }),
    before.score !== after.score && t('plan.value', { before: before.score ?? '–', after: after.score ?? '–' }),
  ].filter((part) => part !== false);
  return (
    <span className={styles.entry}>
      <Caption1 className={styles.title} title={title}>
        {title}
      </Caption1>
      <Caption1 className={styles.quiet}>{parts.join(' · ')}</Caption1>
    </span>
  );
}
