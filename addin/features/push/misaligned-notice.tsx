import type { ReactNode } from 'react';
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { WorkbookError } from '../../excel/port.ts';
import { useWords } from '../../i18n/use-words.ts';
import { faultWords } from '../../ui/fault.ts';

/** Whether a run broke off because ids stand beside the content of others. */
export function isMisalignment(fault: unknown): fault is WorkbookError {
  return fault instanceof WorkbookError && fault.code === 'idsMisaligned';
}

/** Says that ids stand beside the content of others, and offers to put them right. */
export function MisalignedNotice({ fault, onRealign }: { readonly fault: WorkbookError; readonly onRealign: () => void }): ReactNode {
  const { t } = useTranslation();
  const { language } = useWords();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody style={{ whiteSpace: 'normal' }}>{faultWords(fault, t, language).text}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onRealign}>
          {t('push.realign')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
