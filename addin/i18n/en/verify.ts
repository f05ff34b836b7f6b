import type { Translation } from '../types.ts';
import type { verify as source } from '../zh-CN/verify.ts';

export const verify: Translation<typeof source> = {
  sentence: 'Every revision carries the hash of the one before. They are computed again from the first on; anything changed in between is found.',
  noted: 'A seal noted earlier (optional)',
  notedHint: 'Bulletins end with the seal of their day. With it, a history rewritten as a whole or cut off at its end is found too.',
  notedWrong: 'A revision, a colon and a hash of 64 characters are expected, such as 42:9f86d0…. Please copy all of it.',
  start: 'Verify',
  running: 'Verifying',
  empty: 'Nothing was pushed yet, so there is no history to verify.',
  stands: 'History stands: {{revision}} revisions, {{versions}} versions of entries checked.',
  standsWith: 'It agrees with the seal noted at revision {{noted}}.',
  broken: 'Revision {{revision}} does not stand: {{why}}',
  brokenAdvice: 'Please leave the database as it is and ask whoever runs the server to compare it with a backup or an export.',
  why: {
    missing: 'a revision was left out or is there twice.',
    unsealed: 'it has no hash.',
    changed: 'it, or an entry it wrote, was changed.',
    stray: 'a version of an entry was not written by it.',
    misplaced: 'versions of an entry are out of order.',
    cutOff: 'history was cut off after the seal was noted.',
    rewritten: 'history differs from the seal noted: it was rewritten.',
  },
  head: 'The seal as of now',
  headBroken: 'The seal of the last revision that stands',
  headHint: 'Note it down or print it: later it proves that nothing up to this revision was changed.',
  copy: 'Copy the seal',
  export: {
    sentence:
      'Saves the whole workspace as one file: ledgers with all their history, plans, draws, members and keys (fingerprints only, never the keys themselves). It can be verified offline and restored into an empty database. Keep it safe.',
    start: 'Download everything',
    again: 'Download again',
    progress: '{{size}} downloaded, {{lines}} lines',
    progressLabel: 'Progress of the download',
    stopped: 'Cancelled. No file was saved.',
    cutOff: 'The file did not arrive whole and was not saved. Please check the network and download again.',
    done: 'Downloaded “{{name}}” ({{size}}, {{lines}} lines).',
    head: 'The seal of this file',
    hint: 'Technicians can verify it offline: npm run verify-export -- FILE --head SEAL',
    saveAgain: 'No file to be seen? Save again',
  },
};
