import { useState } from 'react';
import type { ReactNode } from 'react';
import { Body1, Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../ui/confirm.tsx';

/** Lets the sheet's version of the rows in conflict count, once the clerk has confirmed it. */
export function KeepMine({ count, onConfirm }: { readonly count: number; readonly onConfirm: () => void }): ReactNode {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Button size="small" style={{ alignSelf: 'start' }} onClick={() => setAsked(true)}>
        {t('push.keepMine')}
      </Button>
      {isAsked && (
        <Confirm
          title={t('push.keepMineTitle')}
          confirm={t('push.keepMine')}
          onConfirm={() => {
            setAsked(false);
            onConfirm();
          }}
          onClose={() => setAsked(false)}
        >
          <Body1>{t('push.keepMineSentence', { count })}</Body1>
        </Confirm>
      )}
    </>
  );
}
