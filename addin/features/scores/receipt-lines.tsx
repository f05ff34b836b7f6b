import type { ReactNode } from 'react';
import { Body1Strong, Caption1, Caption1Strong, ProgressBar, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ReceiptAnswer } from '../../../shared/contract/scores.ts';
import type { Plan } from '../../../shared/scoring/plan.ts';
import type { RegisterId } from '../../../shared/registers/index.ts';
import { useWords } from '../../i18n/use-words.ts';
import { linePointsText, percentText, pointsText, scoreText } from '../../ui/numbers.ts';
import { ReceiptEntries } from './receipt-entries.tsx';
import { shownPoints } from './shown-points.ts';

type Line = ReceiptAnswer['lines'][number];
type OnSelect = (register: RegisterId, id: string) => void;
type LineOf<Kind extends Line['kind']> = Extract<Line, { kind: Kind }>;

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '12px' },
  heading: { margin: 0, color: tokens.colorNeutralForeground3 },
  line: { display: 'flex', flexDirection: 'column', gap: '4px' },
  spread: { display: 'flex', justifyContent: 'space-between', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground3 },
  total: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: '8px' },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

interface ReceiptLinesProps {
  readonly lines: readonly Line[];
  readonly score: number | null;
  /** The weights of the plan's indicators; undefined until they are known. */
  readonly weights: Plan['indicators'] | undefined;
  readonly onSelect: OnSelect;
}

/** The lines of a receipt: what makes the base, then what was added and taken off, then what they come to. */
export function ReceiptLines({ lines, score, weights, onSelect }: ReceiptLinesProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const shown = shownPoints(lines, score);
  const pointsOf = (line: Line): number => shown[lines.indexOf(line)] ?? 0;
  const base = lines.filter((line) => line.kind === 'indicator' || line.kind === 'notAssessed');
  const others = lines.filter((line) => line.kind === 'clause' || line.kind === 'clamp');
  return (
    <>
      {base.length > 0 && (
        <section className={styles.section}>
          <Caption1Strong as="h2" className={styles.heading}>
            {t('scores.base')}
          </Caption1Strong>
          {base.map((line) =>
            line.kind === 'indicator' ? (
              <Indicator key={line.id} line={line} points={pointsOf(line)} planWeight={weights?.[line.id].weight} onSelect={onSelect} />
            ) : (
              <NotAssessed key={line.id} line={line} />
            ),
          )}
        </section>
      )}
      {others.length > 0 && (
        <section className={styles.section}>
          <Caption1Strong as="h2" className={styles.heading}>
            {t('scores.clauses')}
          </Caption1Strong>
          {others.map((line) =>
            line.kind === 'clause' ? (
              <Clause key={line.id} line={line} points={pointsOf(line)} onSelect={onSelect} />
            ) : (
              <Clamp key="clamp" points={pointsOf(line)} />
            ),
          )}
        </section>
      )}
      {score !== null && (
        <div className={mergeClasses(styles.spread, styles.total)}>
          <Body1Strong>{t('scores.total')}</Body1Strong>
          <Body1Strong className={styles.number}>{t('scores.points', { points: scoreText(score) })}</Body1Strong>
        </div>
      )}
    </>
  );
}

interface IndicatorProps {
  readonly line: LineOf<'indicator'>;
  /** As shown. */
  readonly points: number;
  /** The weight in the plan: another than the line's where indicators dropped out or the plan's do not come to 100. */
  readonly planWeight: number | undefined;
  readonly onSelect: OnSelect;
}

function Indicator({ line, points, planWeight, onSelect }: IndicatorProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const name = t(`scores.indicators.${line.id}`);
  const weight = percentText(line.weight / 100, 2);
  const x = t('scores.x', { x: percentText(line.x, 2) });
  const isFolded = planWeight !== undefined && weight !== percentText(planWeight / 100, 2);
  return (
    <div className={styles.line}>
      <div className={styles.spread}>
        <Body1Strong>{name}</Body1Strong>
        <Body1Strong className={styles.number}>{t('scores.points', { points: scoreText(points) })}</Body1Strong>
      </div>
      <ProgressBar value={line.x} thickness="large" aria-label={`${name} ${x}`} />
      <Caption1 className={styles.quiet}>
        {isFolded ? t('scores.foldedWeight', { plan: planWeight, weight }) : t('scores.weight', { weight })} · {x}
      </Caption1>
      <ReceiptEntries entries={line.entries} gave={(entry) => t('scores.gave', { value: percentText(entry.gave) })} onSelect={onSelect} />
    </div>
  );
}

function NotAssessed({ line }: { readonly line: LineOf<'notAssessed'> }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { words } = useWords();
  return (
    <div className={styles.line}>
      <div className={styles.spread}>
        <span>{t(`scores.indicators.${line.id}`)}</span>
        <span className={styles.quiet}>{t('scores.notAssessedLine')}</span>
      </div>
      <Caption1 className={styles.quiet}>{words(line.reason)}</Caption1>
    </div>
  );
}

function Clause({ line, points, onSelect }: { readonly line: LineOf<'clause'>; readonly points: number; readonly onSelect: OnSelect }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.line}>
      <div className={styles.spread}>
        <Body1Strong>{t(`scores.clauseNames.${line.id}`)}</Body1Strong>
        <Body1Strong className={styles.number}>{t('scores.points', { points: linePointsText(points) })}</Body1Strong>
      </div>
      <ReceiptEntries entries={line.entries} gave={(entry) => t('scores.points', { points: pointsText(entry.gave) })} onSelect={onSelect} />
    </div>
  );
}

function Clamp({ points }: { readonly points: number }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.spread}>
      <span>{t('scores.clamp')}</span>
      <span className={styles.number}>{t('scores.points', { points: linePointsText(points) })}</span>
    </div>
  );
}
