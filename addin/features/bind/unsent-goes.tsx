import type { ReactNode } from 'react';
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Binding } from '../../excel/port.ts';
import { downloadPackage } from '../offline/package-file.ts';
import { useUnsent } from '../offline/use-unsent.ts';
import { useSession } from '../services.tsx';

/** Says that a push kept for a binding goes with it, and offers it as a file; nothing where none is kept. */
export function UnsentGoes({ binding }: { readonly binding: Binding }): ReactNode {
  const { t } = useTranslation();
  const { me } = useSession();
  const unsent = useUnsent(binding);
  if (unsent === null) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody style={{ whiteSpace: 'normal' }}>
        <output>{t('bind.unsentGoes', { count: unsent.rows })}</output>
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" title={t('offline.exportTitle')} onClick={() => downloadPackage(unsent, me.workspace.timeZone)}>
          {t('offline.export')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
