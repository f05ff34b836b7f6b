import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';

/** Copies a text; says so, or that the clipboard is closed to add-ins here. */
export function CopyButton({ text }: { readonly text: string }): ReactNode {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<{ readonly text: string; readonly isThere: boolean } | null>(null);
  const said = copied?.text === text ? copied : null; // of another text nothing is copied yet
  const copy = (): void => {
    copyText(text).then(
      (isThere) => setCopied({ text, isThere }),
      () => setCopied({ text, isThere: false }),
    );
  };
  return (
    <>
      <Button icon={said?.isThere ? <CheckmarkRegular /> : <CopyRegular />} onClick={copy}>
        {t(said?.isThere ? 'reports.copied' : 'reports.copy')}
      </Button>
      {said?.isThere === false && <output>{t('reports.copyFailed')}</output>}
    </>
  );
}

/** Excel shows the pane in a frame that may not use the clipboard; there the browser's older way still works. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = Object.assign(document.createElement('textarea'), { value: text });
    area.style.cssText = 'position:fixed;opacity:0';
    document.body.append(area);
    area.select();
    const isThere = document.execCommand('copy');
    area.remove();
    return isThere;
  }
}
