import { say } from '../../../shared/contract/messages/index.ts';
import { message } from '../../../shared/message.ts';
import type { Language, Message } from '../../../shared/message.ts';
import type { Verdict } from '../../../shared/verdict/types.ts';

/**
 * Of an open entry whose deadline cannot be read: why, and what to write instead, with the month's last day for a day that does not exist
 * (6月31日: 6月30日). Null for any other. It is something to look at and stops nothing: the row is shown grey (domain, Deadlines).
 */
export function deadlineToCheck({ flag, reading: { code, params } }: Verdict, language: Language): Message | null {
  if (flag !== 'unreadable') return null;
  const reading = say(message(code, params), language);
  const month = params['month'];
  return code === 'deadline.noSuchDay' && typeof month === 'number'
    ? message('deadline.expectedInstead', { reading, instead: lastDayOf(month) })
    : message('deadline.expected', { reading });
}

/** `6月30日`; of February, whose last day hangs on the year, `2月底`. */
function lastDayOf(month: number): string {
  if (month === 2) return '2月底';
  return `${month}月${[4, 6, 9, 11].includes(month) ? 30 : 31}日`;
}
