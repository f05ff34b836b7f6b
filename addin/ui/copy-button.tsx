import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { ButtonProps } from '@fluentui/react-components';
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { copyText } from './copy-text.ts';

type CopyButtonProps = Pick<ButtonProps, 'size' | 'appearance'> & {
  readonly text: string;
  readonly children: string;
  /** Called when the clipboard is closed to add-ins, to show the text where it can be selected by hand. Left out, the button says so itself. */
  readonly onClosed?: () => void;
};

/** Copies a text, and says so until the focus goes elsewhere. */
export function CopyButton({ text, children, onClosed, ...look }: CopyButtonProps): ReactNode {
  const { t } = useTranslation();
  const [tried, setTried] = useState<{ readonly text: string; readonly isCopied: boolean } | null>(null);
  const said = tried?.text === text ? tried : null; // of another text nothing is copied yet
  const copy = async (): Promise<void> => {
    const isCopied = await copyText(text);
    setTried({ text, isCopied });
    if (!isCopied) onClosed?.();
  };
  return (
    <>
      <Button
        {...look}
        style={{ flexShrink: 0 }}
        icon={said?.isCopied ? <CheckmarkRegular /> : <CopyRegular />}
        onClick={() => void copy()}
        onBlur={() => setTried(null)}
      >
        {said?.isCopied ? t('common.copied') : children}
      </Button>
      {said?.isCopied === false && !onClosed && <output>{t('common.copyFailed')}</output>}
    </>
  );
}
