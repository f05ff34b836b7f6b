import type { Translation } from '../types.ts';
import type { more as source } from '../zh-CN/more.ts';

export const more: Translation<typeof source> = {
  pages: {
    plan: {
      title: 'Plan',
      hint: 'Period, weights, deductions, grades and versions; a change can be tried first.',
    },
    newLedger: {
      title: 'New ledger',
      hint: 'Adds an empty sheet with headers, lists to pick from, date formats and print set-up ready.',
    },
    draw: {
      title: 'Random draw',
      hint: 'Draws measures or units to check, in a way that anyone can repeat.',
    },
  },
  create: 'New ledger: {{register}}',
  columns: '{{count}} columns: {{names}}',
  created: '“{{sheet}}” is ready. Fill it in, then bind and push it.',
  bindNow: 'Bind this sheet',
};
