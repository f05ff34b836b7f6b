import type { ScoresAnswer } from '../../../shared/contract/scores.ts';
import { message } from '../../../shared/message.ts';
import { byRank } from '../../../shared/scoring/rank.ts';
import type { ReportCell, ReportSheet } from '../../excel/reports/report-sheet.ts';
import type { SheetWords } from '../reports/sheet-words.ts';

const UNIT = 1;
const SCORE = 4;
/** What the chart's axis reaches at least, so that two rankings can be laid side by side. */
const FULL_SCORE = 100;

/** The ranking as a sheet with a chart: assessed units, best first; those without a score last. */
export function rankingSheet(scores: ScoresAnswer, { language, t, words }: SheetWords): ReportSheet {
  const header = (name: 'rank' | 'tier' | 'tierRank' | 'score' | 'grade' | 'change' | 'card' | 'overdue' | 'dueSoon'): string => t(`reports.ranking.${name}`);
  const units = byRank(scores.units.filter(({ assessed }) => assessed));
  return {
    name: t('reports.ranking.sheetName'),
    language,
    look: 'table',
    title: t('reports.ranking.title'),
    lines: [{ left: t('reports.asOf', { day: scores.asOf }), right: t('reports.planVersion', { n: scores.planVersion }) }],
    columns: [
      { header: header('rank'), kind: 'integer', width: 7 },
      { header: t('reports.unit'), kind: 'text', width: 26 },
      { header: header('tier'), kind: 'text', width: 12, align: 'center' },
      { header: header('tierRank'), kind: 'integer', width: 10 },
      { header: header('score'), kind: 'decimal', width: 10 },
      { header: header('grade'), kind: 'text', width: 10, align: 'center' },
      { header: header('change'), kind: 'change', width: 12 },
      { header: header('card'), kind: 'text', width: language === 'en' ? 30 : 16, align: 'center' },
      { header: header('overdue'), kind: 'integer', width: 8 },
      { header: header('dueSoon'), kind: 'integer', width: 8 },
    ],
    sections: [{ rows: units.map(rowOf), empty: t('scores.emptyTitle') }],
    notes: [{ left: t('scores.counted') }],
    chart: {
      kind: 'bar',
      title: t('reports.ranking.chart'),
      category: UNIT,
      values: [SCORE],
      minimum: 0,
      maximum: Math.max(FULL_SCORE, ...units.map(({ score }) => Math.ceil(score ?? 0))),
    },
    orientation: 'portrait', // table and chart of a district's units stand on one page
  };

  function rowOf({ unit, tier, rank, tierRank, score, grade, change, card, overdue, dueSoon }: ScoresAnswer['units'][number]): readonly ReportCell[] {
    const graded = grade === null ? t('scores.noScore') : words(message(`grade.${grade}`));
    return [rank, unit, t(`reports.ranking.tiers.${tier}`), tierRank, score, graded, change, { text: t(`scores.cards.${card}`), card }, overdue, dueSoon];
  }
}
