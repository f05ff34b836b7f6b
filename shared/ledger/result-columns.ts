import type { Cell } from '../cell.ts';
import type { Language } from '../message.ts';
import { foldHeader } from './header.ts';

/** The product's own columns, in the order they stand right of the data (excel, What it does to a workbook). */
export const resultColumns = ['id', 'flag', 'due', 'daysLeft', 'score', 'explanation'] as const;
export type ResultColumn = (typeof resultColumns)[number];

/** Their headers in the workbook's language. */
export const resultHeaders: Readonly<Record<Language, Readonly<Record<ResultColumn, string>>>> = {
  'zh-CN': { id: '编号', flag: '预警', due: '时限', daysLeft: '剩余天数', score: '得分', explanation: '说明' },
  en: { id: 'ID', flag: 'Alert', due: 'Due date', daysLeft: 'Days left', score: 'Score', explanation: 'Explanation' },
};

/** Fewer columns than this side by side are the clerk's own. */
const LEAST_RUN = 3;
const LONGEST_HEADER = 20;
const FLAG_PLACE = resultColumns.indexOf('flag');

const places = Object.values(resultHeaders).map((headers) => new Map(resultColumns.map((column, place) => [foldHeader(headers[column]), place] as const)));

/**
 * The positions of our own result columns in a header row. Their names (时限, 得分, 说明) may also be a clerk's, so they
 * count only as a block: side by side in our order, the alert among them.
 */
export function findResultColumns(header: readonly Cell[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const placeOf of places) {
    const row = header.map(
      (cell) => (typeof cell === 'string' && cell.length <= LONGEST_HEADER ? placeOf.get(foldHeader(cell.replace(/\d+$/, ''))) : undefined) ?? -1,
    );
    for (let from = 0; from < row.length;) {
      let to = from + 1;
      while (to < row.length && (row[to] ?? -1) > (row[to - 1] ?? -1) && row[to - 1] !== -1) to += 1;
      const run = row.slice(from, to);
      if (run.length >= LEAST_RUN && run.includes(FLAG_PLACE)) for (let at = from; at < to; at += 1) found.add(at);
      from = to;
    }
  }
  return found;
}
