import type { Translation } from '../types.ts';
import type { offline as source } from '../zh-CN/offline.ts';

export const offline: Translation<typeof source> = {
  state: 'offline',
  short: 'Offline. A push is kept in the workbook.',
  notHere: 'Not to be seen offline; it comes when the network is back.',
  sentence: 'Offline. Checks, alerts and scores rest on what this machine last knew; a push is kept in the workbook.',
  kept_one: '{{count}} changed row ({{total}} in the sheet) was not answered for. It is kept in the workbook and not lost: save the file.',
  kept_other: '{{count}} changed rows ({{total}} in the sheet) were not answered for. They are kept in the workbook and not lost: save the file.',
  keptWhole_one: '{{count}} row was not answered for. It is kept in the workbook and not lost: save the file.',
  keptWhole_other: '{{count}} rows were not answered for. They are kept in the workbook and not lost: save the file.',
  keptSentence_one: 'Offline. The workbook holds a push ({{count}} row) to send when the network is back.',
  keptSentence_other: 'Offline. The workbook holds a push ({{count}} rows) to send when the network is back.',
  backSentence_one: 'The server can be reached. The workbook holds a push ({{count}} row) not known to have arrived; sent again, nothing doubles.',
  backSentence_other: 'The server can be reached. The workbook holds a push ({{count}} rows) not known to have arrived; sent again, nothing doubles.',
  still: ' It still cannot be reached; the push stays in the workbook.',
  previewSentence: 'This is what the push kept in the workbook would write. What the sheet changed since is not in it: preview and push that afterwards.',
  sent_one: 'The push kept in the workbook ({{count}} row) was sent.',
  sent_other: 'The push kept in the workbook ({{count}} rows) was sent.',
  send: 'Send it now',
  sending: 'Sending',
  export: 'Export package',
  exportTitle: 'Saves the push as a file to open under “Push many workbooks” on another machine',
  local: 'Offline, worked out on this machine from data of {{at}} and the rows of this sheet as they stand. What others changed since is not in it.',
  localClerk: 'Offline, worked out on this machine from data of {{at}} and the rows of this sheet as they stand. Other units have the scores last heard of.',
  lastAnswer: 'Offline: what was last heard of.',
};
