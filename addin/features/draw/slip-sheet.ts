import type { TFunction } from 'i18next';
import type { Slip } from '../../../shared/draw/types.ts';
import type { Language } from '../../../shared/message.ts';
import { oneLine } from '../../../shared/text/one-line.ts';
import type { ReportSheet } from '../../excel/reports/report-sheet.ts';
import { timeText } from '../../ui/time-text.ts';

interface Speaking {
  readonly t: TFunction;
  readonly language: Language;
  readonly timeZone: string;
}

/** 抽查凭单 as a sheet to print and sign: how it was drawn, the whole list with who won, the parties and their secrets. */
export function slipSheet(slip: Slip, { t, language, timeZone }: Speaking): ReportSheet {
  const { number, workspace, of, asOf, list, sizes, excluded, parties } = slip;
  const tickets = new Map(slip.winners.map(({ id, ticket }) => [id, ticket]));
  const rows = (isWinner: boolean): ReportSheet['sections'][number]['rows'] =>
    list.filter(({ id }) => tickets.has(id) === isWinner).map(({ id, title, units, stratum }) => [units[0] ?? '', title, t(`scores.${stratum}`), id]);
  return {
    name: t('draw.sheet.name', { number }),
    language,
    look: 'document',
    orientation: 'landscape',
    title: t('draw.sheet.title', { number }),
    lines: [
      { left: workspace, right: t('draw.ofAsOf', { of: t(`draw.of.${of}`), asOf }) },
      {
        left: t('draw.listed', { entries: list.length, key: sizes.key, other: sizes.other }),
        right: t('draw.sheet.frozen', { at: timeText(slip.frozenAt, timeZone) }),
      },
      ...(slip.flags.length > 0 ? [{ left: t('draw.onlyDone') }] : []),
      ...excluded.map(({ unit, reason, entries }) => ({ left: t('draw.avoided', { unit: oneLine(unit), reason, entries }) })),
    ],
    columns: [
      { header: t('draw.sheet.unit'), kind: 'text', width: 24 },
      { header: t('draw.sheet.entry'), kind: 'text', width: 60 },
      { header: t('draw.sheet.tier'), kind: 'text', width: 14, align: 'center' },
      { header: t('draw.sheet.id'), kind: 'text', width: 44 },
    ],
    sections: [
      { caption: t('draw.winners', { count: slip.winners.length }), rows: rows(true) },
      { caption: t('draw.sheet.others'), rows: rows(false), empty: t('draw.sheet.noOthers') },
    ],
    notes: [
      ...parties.map(({ name, secret, commitment, revealedAt }) => ({
        left: t('draw.sheet.party', { name, secret, commitment, at: timeText(revealedAt, timeZone) }),
      })),
      { left: t('draw.sheet.termsHash', { hash: slip.termsHash }) },
      { left: t('draw.sheet.listHash', { hash: slip.listHash }) },
      { left: t('draw.sheet.seed', { hash: slip.seed }) },
      { left: t('draw.sheet.how') },
    ],
  };
}
