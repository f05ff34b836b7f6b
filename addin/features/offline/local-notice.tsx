import { useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { timeText } from '../../ui/time-text.ts';
import { useServices, useSession } from '../services.tsx';
import { useReachable } from './use-reach.ts';

/** Says of figures that they were worked out on this machine, and from what; nothing while the server answers. */
export function LocalNotice(): ReactNode {
  const { t } = useTranslation();
  const { reach } = useServices();
  const { me } = useSession();
  const isReachable = useReachable();
  const knownAt = useSyncExternalStore(reach.subscribe, reach.knownAt);
  if (isReachable) return null;
  const words =
    knownAt === null ? t('offline.lastAnswer') : t(`offline.${me.role === 'clerk' ? 'localClerk' : 'local'}`, { at: timeText(knownAt, me.workspace.timeZone) });
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody style={{ whiteSpace: 'normal' }}>{words}</MessageBarBody>
    </MessageBar>
  );
}
