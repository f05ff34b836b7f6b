import { useState } from 'react';
import type { ReactNode } from 'react';
import { Caption1, Caption1Strong, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { UnitRollupAnswer } from '../../../shared/contract/reports.ts';
import { message } from '../../../shared/message.ts';
import type { RegisterId } from '../../../shared/registers/index.ts';
import { useWords } from '../../i18n/use-words.ts';
import { CardDot } from '../../ui/card-dot.tsx';
import { pointsText, scoreText } from '../../ui/numbers.ts';
import { RowButton } from '../../ui/row-button.tsx';
import { FigureRow, type EntryIndex } from '../reports/figure-row.tsx';

const useStyles = makeStyles({
  head: { display: 'grid', gridTemplateColumns: '10px minmax(0, 1fr) auto', columnGap: '8px', alignItems: 'center' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  score: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  below: { gridColumn: '2 / -1', display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: '8px', color: tokens.colorNeutralForeground3 },
  change: { marginInlineStart: 'auto', fontVariantNumeric: 'tabular-nums' },
  body: {
    margin: '0 0 8px 4px',
    paddingInlineStart: '12px',
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexDirection: 'column',
  },
  heading: { margin: '8px 0 0', color: tokens.colorNeutralForeground3 },
  report: { display: 'flex', justifyContent: 'space-between', gap: '8px', padding: '8px 0' },
  bad: { color: tokens.colorStatusDangerForeground1 },
});

interface UnitRollupProps {
  readonly unit: UnitRollupAnswer;
  readonly entries: EntryIndex;
  readonly onSelect: (register: RegisterId, id: string) => void;
}

/** A unit at the end of the month; it opens to its figures, and these to their rows. */
export function UnitRollup({ unit, entries, onSelect }: UnitRollupProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { measures } = unit;
  const problemsOverdue = unit.problems.overdue.count;
  const summary = [
    t('reports.rollup.summary', { total: measures.total.count, done: measures.done.count, overdue: measures.overdue.count }),
    ...(problemsOverdue > 0 ? [t('reports.rollup.summaryProblems', { count: problemsOverdue })] : []),
  ].join(' · ');
  return (
    <div>
      <RowButton isExpanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span className={styles.head}>
          <CardDot card={unit.card} label={t(`scores.cards.${unit.card}`)} />
          <span className={styles.name} title={unit.unit}>
            {unit.unit}
          </span>
          <span className={styles.score}>{scoreText(unit.score)}</span>
          <Caption1 className={styles.below}>
            <span>{summary}</span>
            {unit.change !== null && <span className={styles.change}>{t('scores.change', { points: pointsText(unit.change) })}</span>}
          </Caption1>
        </span>
      </RowButton>
      {isOpen && (
        <div className={styles.body}>
          <Caption1Strong className={styles.heading}>{t('reports.rollup.measures')}</Caption1Strong>
          {(['total', 'done', 'overdue', 'dueNextMonth'] as const).map((name) => (
            <FigureRow key={name} label={t(`reports.rollup.${name}`)} figure={measures[name]} entries={entries} onSelect={onSelect} />
          ))}
          <Caption1Strong className={styles.heading}>{t('reports.rollup.report')}</Caption1Strong>
          <MonthReport unit={unit} onSelect={onSelect} />
          <Caption1Strong className={styles.heading}>{t('reports.rollup.problems')}</Caption1Strong>
          {(['opened', 'closed', 'open', 'overdue'] as const).map((name) => (
            <FigureRow
              key={name}
              label={t(`reports.rollup.${name === 'overdue' ? 'overdueProblems' : name}`)}
              figure={unit.problems[name]}
              entries={entries}
              onSelect={onSelect}
            />
          ))}
        </div>
      )}
    </div>
  );
}

/** How the month's report stands; one that is there can be gone to. */
function MonthReport({ unit: { report }, onSelect }: Pick<UnitRollupProps, 'unit' | 'onSelect'>): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { words } = useWords();
  const state = words(message(`report.${report.state ?? 'notAsked'}`));
  const text = report.submittedOn === null ? state : t('reports.rollup.submittedOn', { state, day: report.submittedOn });
  const line = <span className={mergeClasses((report.state === 'late' || report.state === 'missing') && styles.bad)}>{text}</span>;
  const { entry } = report;
  return entry === null ? <div className={styles.report}>{line}</div> : <RowButton onClick={() => onSelect('reports', entry)}>{line}</RowButton>;
}
