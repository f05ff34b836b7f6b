import { parseIso, serialOf } from '../../../shared/calendar/day.ts';
import { say } from '../../../shared/contract/messages/index.ts';
import { message } from '../../../shared/message.ts';
import type { Language } from '../../../shared/message.ts';
import type { RowResult } from '../../excel/port.ts';
import type { PushedRow } from './push-report.ts';

/** What is written beside a row. A row that was not taken shows that, not the verdict on what it might have been. */
export function resultOf(row: PushedRow, language: Language): RowResult {
  const words = (code: string, params = {}) => say(message(code, params), language);
  const join = (...parts: readonly (string | null)[]) => parts.filter((part) => part !== null && part !== '').join(words('sheet.separator'));
  const blank = { id: row.id, due: null, daysLeft: null, score: null };
  const issues = row.issues.map((issue) => (issue.header === null ? issue.message : words('sheet.cell', { header: issue.header, words: issue.message })));
  if (row.outcome === 'rejected') return { ...blank, flag: words('sheet.rejected'), explanation: join(row.notice, ...issues) };
  if (row.outcome === 'conflict') return { ...blank, flag: words('sheet.conflict'), explanation: join(row.notice, words('sheet.conflictWhy')) };
  if (row.outcome === 'incoming') return { ...blank, flag: words('sheet.incoming'), explanation: join(row.notice, words('sheet.incomingWhy')) };
  const due = row.due === null ? null : parseIso(row.due);
  return {
    id: row.id,
    flag: row.flag === null ? words('sheet.accepted') : words(`flag.${row.flag}`),
    due: due === null ? null : serialOf(due),
    daysLeft: row.flag === 'done' || row.flag === 'doneLate' ? null : row.daysLeft,
    score: row.score,
    explanation: join(row.notice, row.reading, ...issues),
  };
}
