import type { BulletinAnswer } from '../../../shared/contract/reports.ts';
import { message } from '../../../shared/message.ts';
import { oneLine } from '../../../shared/text/one-line.ts';
import type { ReportCell, ReportSheet } from '../../excel/reports/report-sheet.ts';
import { scoreText } from '../../ui/numbers.ts';
import type { SheetWords } from '../reports/sheet-words.ts';

/** A bulletin as a sheet: the text, under it the figures and the ranking. */
export function bulletinSheet(bulletin: BulletinAnswer, { language, t, words }: SheetWords): ReportSheet {
  const [title = '', ...paragraphs] = bulletin.text[language].split('\n');
  const separator = t('common.listSeparator');
  const figures = bulletin.figures
    .filter(({ count }) => count > 0)
    .map(({ id, count, groups }): readonly ReportCell[] => [t(`reports.bulletin.of.${id}`), count, namesOf(groups, separator)]);
  return {
    name: t('reports.bulletin.sheetName'),
    language,
    look: 'document',
    title,
    lines: paragraphs.map((left) => ({ left })),
    columns: [
      { header: t('reports.bulletin.figure'), kind: 'text', width: 24 },
      { header: t('reports.bulletin.count'), kind: 'integer', width: 10 },
      { header: t('reports.bulletin.names'), kind: 'text', width: 56 },
    ],
    sections: [
      { rows: figures, empty: t('reports.emptyTitle') },
      ...bulletin.ranking
        .filter(({ units }) => units.length > 0)
        .map(({ tier, units }) => ({
          caption: t('reports.bulletin.rankingOf', { tier: t(`scores.${tier}`) }),
          rows: units.map(({ unit, score, tierRank, grade }): readonly ReportCell[] => [
            unit,
            tierRank,
            [scoreText(score), grade === null ? '' : words(message(`grade.${grade}`))].join(' '),
          ]),
        })),
    ],
    orientation: 'portrait',
  };
}

function namesOf(groups: BulletinAnswer['figures'][number]['groups'], separator: string): string {
  return (groups ?? []).map(({ name }) => oneLine(name)).join(separator);
}
