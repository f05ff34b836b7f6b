import type { Language, Message } from '../../message.ts';
import { accessMessages } from './access.ts';
import { deadlineMessages } from './deadline.ts';
import { drawMessages } from './draw.ts';
import { problemApiMessages } from './problem-api.ts';
import { planMessages } from './plan.ts';
import { reportMessages } from './reports.ts';
import { sheetMessages } from './sheet.ts';
import { problemMessages } from './problem.ts';
import type { Messages } from './types.ts';
import { verdictMessages } from './verdict.ts';

const areas: readonly Messages[] = [
  deadlineMessages,
  verdictMessages,
  sheetMessages,
  problemApiMessages,
  problemMessages,
  planMessages,
  drawMessages,
  reportMessages,
  accessMessages,
];

/** A message in words. A code without words is a fault of the product: it is shown as it is rather than hidden. */
export function say(message: Message, language: Language): string {
  for (const area of areas) {
    const words = area[language][message.code];
    if (words !== undefined) return fill(words, message.params);
  }
  return message.code;
}

/** `{count}` becomes the parameter, `{count|unit|units}` the first word where it is 1, else the second. */
function fill(words: string, params: Message['params']): string {
  return words.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return one === undefined || many === undefined ? String(value) : value === 1 ? one : many;
  });
}
