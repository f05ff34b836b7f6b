import type { Translation } from '../types.ts';
import type { offline as source } from '../zh-CN/offline.ts';

export const offline: Translation<typeof source> = {
  state: 'offline',
  sentence: 'Offline. Checks, alerts and scores rest on what this machine last knew; a push is kept in the workbook.',
  kept_one: ' The {{count}} row of this push is kept in the workbook: save the file. Sending is offered later, or export a package for another machine.',
  kept_other: ' The {{count}} rows of this push are kept in the workbook: save the file. Sending is offered later, or export a package for another machine.',
  keptSentence_one: 'The workbook holds a push that was not sent ({{count}} row).',
  keptSentence_other: 'The workbook holds a push that was not sent ({{count}} rows).',
  backSentence_one: 'The server answers again; a push was not sent yet ({{count}} row).',
  backSentence_other: 'The server answers again; a push was not sent yet ({{count}} rows).',
  send: 'Send it now',
  sending: 'Sending',
  export: 'Export package',
  exportTitle: 'Saves the push as a file to open under “Push many workbooks” on another machine',
};
