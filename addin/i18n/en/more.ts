import type { Translation } from '../types.ts';
import type { more as source } from '../zh-CN/more.ts';

export const more: Translation<typeof source> = {
  pages: {
    rollup: { title: 'Month-end roll-up', hint: 'Measures, reports, problems and changes of score of every unit at the end of a month.' },
    bulletin: { title: 'Bulletin', hint: 'Inspections, problems, visits and ranking in figures and as a text to copy or to write to a sheet.' },
    orders: { title: 'Supervision orders', hint: 'A sheet to print for each unit with something overdue or due soon.' },
    plan: {
      title: 'Plan',
      hint: 'Period, weights, deductions, grades and versions; a change can be tried first.',
    },
    newLedger: {
      title: 'New ledger',
      hint: 'Adds an empty sheet with headers, lists to pick from, date formats and print set-up ready.',
    },
    files: { title: 'Push many workbooks', hint: 'Month-end roll-up of files: each is recognised, checked and pushed.' },
    draw: {
      title: 'Random draw',
      hint: 'Draws measures or units to check, in a way that anyone can repeat.',
    },
    keys: { title: 'Keys', hint: 'Who may connect, to do what, until when; make and revoke.' },
    verify: {
      title: 'Verify',
      hint: 'Checks that history was neither rewritten nor cut off, and gives the seal to note down.',
    },
    export: { title: 'Download everything', hint: 'Ledgers, history and plans as one file that can be verified offline and restored.' },
    members: { title: 'Members', hint: 'Who may sign in with a work account, and what for; add, change and remove.' },
  },
  create: 'New ledger: {{register}}',
  columns: '{{count}} columns: {{names}}',
  created: '“{{sheet}}” is ready. Fill it in, then bind and push it.',
  bindNow: 'Bind this sheet',
};
