import type { OrderAnswer } from '../../../shared/contract/reports.ts';
import { oneLine } from '../../../shared/text/one-line.ts';
import type { ReportCell, ReportSection, ReportSheet } from '../../excel/reports/report-sheet.ts';
import type { SheetWords } from '../reports/sheet-words.ts';

type Item = OrderAnswer['items'][number];

/** Handwritten lines there is room for in the reply. */
const ROOM = 6;

/** A supervision order as a sheet to print: what is overdue, what is due soon, and the reply. */
export function orderSheet(order: OrderAnswer, { language, t, words }: SheetWords): ReportSheet {
  const overdue = order.items.filter(({ daysLeft }) => daysLeft < 0);
  const dueSoon = order.items.filter(({ daysLeft }) => daysLeft >= 0);
  const section = (key: 'overdue' | 'dueSoon', items: readonly Item[], before: number): ReportSection => ({
    caption: t(`reports.orders.${key}`, { count: items.length }),
    rows: items.map((item, at) => rowOf(item, before + at + 1)),
  });
  const [state, when, leader, date] = order.reply.map((line) => words(line));
  const byHand = (label = ''): string => t('reports.orders.handWritten', { label });
  return {
    name: t('reports.orders.sheetName', { unit: order.unit }),
    language,
    look: 'document',
    title: words(order.title),
    lines: [
      { left: t('reports.orders.number', { number: words(order.number) }), right: t('reports.asOf', { day: order.asOf }) },
      {
        left: t('reports.orders.unit', { unit: oneLine(order.unit) }),
        right: t('reports.orders.leader', { leader: order.leader === null ? t('reports.orders.nobody') : oneLine(order.leader) }),
      },
      { left: t('reports.orders.intro') },
    ],
    columns: [
      { header: t('reports.orders.no'), kind: 'integer', width: 6 },
      { header: t('reports.orders.item'), kind: 'text', width: 32 },
      { header: t('reports.orders.kind'), kind: 'text', width: 10, align: 'center' },
      { header: t('reports.orders.person'), kind: 'text', width: 10, align: 'center' },
      { header: t('reports.orders.wording'), kind: 'text', width: 15 },
      { header: t('reports.orders.due'), kind: 'date', width: 13 },
      { header: t('reports.orders.left'), kind: 'text', width: 13, align: 'center' },
    ],
    sections: [...(overdue.length > 0 ? [section('overdue', overdue, 0)] : []), ...(dueSoon.length > 0 ? [section('dueSoon', dueSoon, overdue.length)] : [])],
    reply: { title: state ?? '', room: ROOM, signatures: [{ left: byHand(when) }, { left: byHand(leader), right: byHand(date) }] },
    orientation: 'portrait',
  };

  function rowOf(item: Item, no: number): readonly ReportCell[] {
    const kind = item.register === 'problems' ? 'problem' : item.role === 'lead' ? 'led' : 'supported';
    return [
      no,
      kind === 'supported' ? t('reports.orders.supportedOf', { title: item.title, lead: item.lead }) : item.title,
      t(`reports.orders.${kind}`),
      item.leader,
      item.wording,
      item.due,
      words(item.left),
    ];
  }
}
