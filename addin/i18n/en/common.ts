import type { Translation } from '../types.ts';
import type { common as source } from '../zh-CN/common.ts';

export const common: Translation<typeof source> = {
  close: 'Close',
  cancel: 'Cancel',
  retry: 'Try again',
  refresh: 'Refresh',
  back: 'Back',
  listSeparator: ', ',
  more: 'Show {{count}} more',
  loading: 'Reading',
  requestId: 'Request {{id}}',
  copy: 'Copy the request id',
  copied: 'Copied',
  copyFailed: 'Copying is not possible here: select the text and press Ctrl+C.',
  step: 'Step {{n}} of 3',
};
