import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { ButtonProps } from '@fluentui/react-components';
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';

type CopyButtonProps = Pick<ButtonProps, 'size' | 'appearance'> & {
  readonly text: string;
  readonly children: string;
  /** Called when the clipboard is closed to add-ins, so that the text can be shown to be selected by hand. */
  readonly onClosed?: () => void;
};

/** Copies a text, and says so. */
export function CopyButton({ text, children, onClosed, ...look }: CopyButtonProps): ReactNode {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => onClosed?.(),
    );
  };
  return (
    <Button {...look} style={{ flexShrink: 0 }} icon={copied ? <CheckmarkRegular /> : <CopyRegular />} onClick={copy} onBlur={() => setCopied(false)}>
      {copied ? t('common.copied') : children}
    </Button>
  );
}
