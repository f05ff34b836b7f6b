import type { Translation } from '../types.ts';
import type { today as source } from '../zh-CN/today.ts';

export const today: Translation<typeof source> = {
  cards: { label: 'Filter by alert', red: 'Overdue', yellow: 'Due or behind', grey: 'Unreadable' },
  overdueBy_one: '{{count}} day overdue',
  overdueBy_other: '{{count}} days overdue',
  left_one: '{{count}} day left',
  left_other: '{{count}} days left',
  dueToday: 'Due today',
  behind: 'Behind, {{left}}',
  unreadable: 'Deadline unreadable',
  wording: 'Deadline: {{text}}',
  supported: 'Supported by {{units}}',
  unit: 'Unit',
  allUnits: 'All units',
  noneTitle: 'Nothing needs chasing',
  noneText: 'As of {{day}} no measure is overdue, due soon or behind.',
  noneOfKind: 'No measure of this kind.',
  emptyTitle: 'No measures pushed yet',
  emptyText: 'After a push, measures that are overdue or due soon are listed here, the most urgent first.',
  goPush: 'Go to Push',
  list: 'Measures that need someone',
  notHere: 'This row is not on the current sheet. Please open the ledger it stands in.',
};
