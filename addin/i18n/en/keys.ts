import type { Translation } from '../types.ts';
import type { keys as source } from '../zh-CN/keys.ts';

export const keys: Translation<typeof source> = {
  sentence: 'A key for each person, so that the history can tell who changed what.',
  new: 'New key',
  name: 'Name',
  nameHint: 'Who it is for, such as “Planning office, Zhang San”. The history shows this name.',
  lifetime: 'Valid for',
  lifetimes: { year: '1 year', quarter: '3 months', month: '1 month', never: 'No end' },
  create: 'Create',
  made: 'The key is ready',
  key: 'Key',
  once: 'The key is shown this once and cannot be seen again after this page. The server keeps only its digest.',
  copy: 'Copy key',
  handOver: 'Hand it over in person or by an internal channel, not in an open group. If it is lost, revoke it and make another.',
  done: 'It is kept safe',
  never: 'No end',
  until: 'Valid until {{day}}',
  expired: 'Expired on {{day}}',
  used: 'Last used {{day}}',
  unused: 'Not used yet',
  own: 'In use',
  revoke: 'Revoke',
  revokeNamed: 'Revoke {{name}}',
  revokeTitle: 'Revoke the key of “{{name}}”?',
  revokeSentence: 'It takes effect at once and cannot be undone. What was pushed and its history stay as they are.',
};
