import type { RollupAnswer, UnitRollupAnswer } from '../../../shared/contract/reports.ts';
import { message } from '../../../shared/message.ts';
import type { ReportCell, ReportSheet } from '../../excel/reports/report-sheet.ts';
import type { SheetWords } from '../reports/sheet-words.ts';
import { monthWords } from './months.ts';

type FigureOf = (unit: UnitRollupAnswer) => { readonly count: number; readonly entries: readonly string[] };

const figures: readonly { readonly group: 'measures' | 'problems'; readonly header: string; readonly of: FigureOf }[] = [
  { group: 'measures', header: 'total', of: ({ measures }) => measures.total },
  { group: 'measures', header: 'done', of: ({ measures }) => measures.done },
  { group: 'measures', header: 'overdue', of: ({ measures }) => measures.overdue },
  { group: 'measures', header: 'dueNextMonth', of: ({ measures }) => measures.dueNextMonth },
  { group: 'problems', header: 'opened', of: ({ problems }) => problems.opened },
  { group: 'problems', header: 'closed', of: ({ problems }) => problems.closed },
  { group: 'problems', header: 'open', of: ({ problems }) => problems.open },
  { group: 'problems', header: 'overdueProblems', of: ({ problems }) => problems.overdue },
];

/** A roll-up as a sheet: a line for each unit, and one for all of them. */
export function rollupSheet(rollup: RollupAnswer, { language, t, words }: SheetWords): ReportSheet {
  const month = monthWords(rollup.month, language);
  const header = (name: string): string => t(`reports.rollup.${name}` as 'reports.rollup.total');
  return {
    name: t('reports.rollup.sheetName', { month }),
    language,
    look: 'table',
    title: t('reports.rollup.sheetTitle', { month }),
    lines: [{ left: t('reports.asOf', { day: rollup.asOf }), right: t('reports.rollup.deadline', { day: rollup.reportDeadline }) }],
    columns: [
      { header: t('reports.unit'), kind: 'text', width: 26 },
      { header: header('card'), kind: 'text', width: language === 'en' ? 30 : 16, align: 'center' },
      { header: header('score'), kind: 'decimal', width: 9 },
      { header: header('change'), kind: 'change', width: 10 },
      ...figures.slice(0, 4).map(({ group, header: name }) => ({ header: header(name), group: header(group), kind: 'integer', width: 10 }) as const),
      { header: header('report'), kind: 'text', width: language === 'en' ? 16 : 13, align: 'center' },
      ...figures.slice(4).map(({ group, header: name }) => ({ header: header(name), group: header(group), kind: 'integer', width: 13 }) as const),
    ],
    sections: [{ rows: [...rollup.units.map((unit) => rowOf(unit)), totals()], empty: t('reports.emptyTitle') }],
    orientation: 'landscape',
  };

  function rowOf(unit: UnitRollupAnswer): readonly ReportCell[] {
    const counts = figures.map(({ of }) => of(unit).count);
    const report = words(message(`report.${unit.report.state ?? 'notAsked'}`));
    return [
      unit.unit,
      { text: t(`scores.cards.${unit.card}`), card: unit.card },
      unit.score,
      unit.change,
      ...counts.slice(0, 4),
      unit.report.state === 'late' || unit.report.state === 'missing' ? { text: report, card: unit.report.state === 'late' ? 'yellow' : 'red' } : report,
      ...counts.slice(4),
    ];
  }

  function totals(): readonly ReportCell[] {
    const sums = figures.map(({ of }) => sumOf(rollup.units.map(of)));
    return [header('allUnits'), null, null, null, ...sums.slice(0, 4), null, ...sums.slice(4)];
  }
}

/** The sum of units' figures; an entry that several units share counts once, one that the key may not read as often as it is counted. */
export function sumOf(units: readonly ReturnType<FigureOf>[]): number {
  const hidden = units.reduce((sum, { count, entries }) => sum + count - entries.length, 0);
  return hidden + new Set(units.flatMap(({ entries }) => entries)).size;
}
