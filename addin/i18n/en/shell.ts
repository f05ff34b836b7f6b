import type { Translation } from '../types.ts';
import type { shell as source } from '../zh-CN/shell.ts';

export const shell: Translation<typeof source> = {
  header: '{{ledger}} · {{workspace}}',
  noLedger: 'Sheet not bound',
  tabs: { label: 'Places', today: 'Today', push: 'Push', scores: 'Scores', history: 'History', more: 'More' },
  asOf: 'As of {{day}}',
  asOfLabel: 'As-of date',
  asOfSentence: 'Alerts and scores are for this day. It is kept with the workbook.',
  asOfRange: 'Please give a date between {{from}} and {{to}}.',
  asOfToday: 'Use today',
  revision: 'Rev. {{n}}',
  sync: {
    never: 'Not pushed yet',
    synced: 'In sync',
    toCheck_one: '{{count}} to check',
    toCheck_other: '{{count}} to check',
    changes_one: '{{count}} to push',
    changes_other: '{{count}} to push',
    toDecide_one: '{{count}} to decide',
    toDecide_other: '{{count}} to decide',
    unanswered: 'A push was not answered',
    checking: 'Checking',
  },
  menu: {
    label: 'More actions',
    language: 'Language',
    rebind: 'Bind this sheet again',
    remove: 'Remove result columns',
    changeWorkspace: 'Change workspace',
    disconnect: 'Disconnect',
    help: 'Help',
    about: 'About',
  },
  remove: {
    title: 'Remove result columns',
    sentence:
      'Takes the columns and colours this product wrote off “{{sheet}}” and leaves everything else. Pushed data stays on the server. The hidden ids go too; when pushed again, rows are known by their content.',
    running: '“{{sheet}}” is being pushed or refreshed. Wait until that is done, or cancel it, then remove the result columns.',
    confirm: 'Remove',
  },
  disconnect: {
    title: 'Disconnect',
    sentence: 'This computer forgets the access key or the sign-in. You will need the key, or to sign in, next time.',
    confirm: 'Disconnect',
  },
  help: {
    title: 'Help',
    items: {
      push: 'Push sends the rows of this sheet to the server and puts the results to the right of the data.',
      columns: 'Only the result columns are written. Your cells, filters and formulas stay as they are.',
      ids: 'The hidden id column lets a row be recognised however often it is pushed. Please keep it.',
      asOf: 'The as-of date decides what is overdue. Set it to an earlier day to check that day.',
    },
  },
  about: {
    title: 'About Taizhang',
    version: 'Version {{version}}',
    server: 'Server {{server}}',
    workspace: 'Workspace {{workspace}}',
    credential: 'Key “{{name}}”',
    role: 'Role: {{role}}',
  },
  roles: { admin: 'Head of the assessment group', assessor: 'Assessment group', clerk: 'Unit clerk', viewer: 'Read only' },
  otherWorkspace: 'This sheet is bound to another workspace and cannot be pushed with this key. Use the earlier key again, or bind the sheet again.',
};
