import type { ReactNode } from 'react';
import { Body1, Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/ledger-api.ts';
import type { Binding } from '../../excel/port.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { useLedger } from '../ledger/ledger-provider.tsx';
import { countsOf } from '../push/counts.ts';
import { OutcomeCounts } from '../push/outcome-counts.tsx';
import { isAlwaysPreviewed } from '../push/preview-setting.ts';
import { useRuns } from '../push/push-runs.tsx';
import { useServices, useSession } from '../services.tsx';
import { downloadPackage } from './package-file.ts';
import { isSuperseded, sendKept, sendPackage } from './unsent.ts';
import type { Unsent } from './unsent.ts';
import { useLastKnown } from './use-last-known.ts';
import { useReachWatch, useReachable } from './use-reach.ts';
import { useUnsent } from './use-unsent.ts';

const useStyles = makeStyles({
  root: { padding: '0 20px 8px', display: 'flex', flexDirection: 'column', gap: '8px' },
  body: { whiteSpace: 'normal', paddingBlock: '6px' },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** Says that the server cannot be reached and what goes on without it, and offers what could not be sent once it can. */
export function OfflineNotice({ onSent }: { readonly onSent: () => void }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { binding } = useLedger();
  useReachWatch();
  useLastKnown();
  const isReachable = useReachable();
  const unsent = useUnsent(binding);
  if (isReachable && !unsent) return null;
  return (
    <div className={styles.root}>
      {binding && unsent ? (
        <UnsentBar binding={binding} unsent={unsent} isReachable={isReachable} onSent={onSent} />
      ) : (
        <MessageBar intent="warning">
          <MessageBarBody className={styles.line}>
            <output title={t('offline.sentence')}>{t('offline.short')}</output>
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

interface UnsentBarProps {
  readonly binding: Binding;
  readonly unsent: Unsent;
  readonly isReachable: boolean;
  readonly onSent: () => void;
}

/** The push kept in the workbook: sent when the server answers, or taken to another machine as a package. */
function UnsentBar({ binding, unsent, isReachable, onSent }: UnsentBarProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { workbook, store } = useServices();
  const { api, me } = useSession();
  const { runs, start, tellSent } = useRuns();
  const queries = useQueryClient();
  const isRunning = runs.get(binding.id)?.state === 'running';
  const send = useMutation({
    mutationFn: async () => {
      const isSent = await sendKept(workbook, api, binding.id, unsent);
      onSent();
      // The sheet as it stands by now goes too, and the results of both beside its rows; where every push is to be seen first only those.
      if (!isAlwaysPreviewed(store)) return start('push', binding);
      await start('refresh', binding);
      if (isSent) tellSent(binding.id, unsent.rows);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['workbook'] }),
  });
  const tryOut = useMutation({
    mutationFn: async () => countsOf(await sendPackage(api, unsent.content, { isDryRun: true })),
    onError: (fault) => isSuperseded(fault) && send.mutate(), // there is nothing of it to be seen first
  });
  const press = (): void => {
    if (send.isPending || tryOut.isPending) return;
    if (isAlwaysPreviewed(store)) tryOut.mutate();
    else send.mutate();
  };
  if (isRunning && !send.isPending) return null;
  const isSending = send.isPending || tryOut.isPending;
  const fault = send.error ?? (isSuperseded(tryOut.error) ? null : tryOut.error);
  const isStillAway = fault instanceof ApiError && fault.code === 'unreachable';
  const words = [
    t(isReachable ? 'offline.backSentence' : 'offline.keptSentence', { count: unsent.rows }),
    ...(isStillAway && !isReachable ? [t('offline.still')] : []),
  ];
  return (
    <>
      {fault && !isStillAway && <FaultNotice fault={fault} intent="warning" />}
      <MessageBar intent={isReachable ? 'info' : 'warning'} layout="multiline">
        <MessageBarBody className={styles.body}>
          <output>{words.join('')}</output>
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" {...(isReachable && { appearance: 'primary' })} disabledFocusable={isSending} onClick={press}>
            {t(isSending ? 'offline.sending' : 'offline.send')}
          </Button>
          <Button size="small" title={t('offline.exportTitle')} onClick={() => downloadPackage(unsent, me.workspace.timeZone)}>
            {t('offline.export')}
          </Button>
        </MessageBarActions>
      </MessageBar>
      {tryOut.data && (
        <Confirm
          title={t('push.preview.title')}
          confirm={t('offline.send')}
          onConfirm={() => {
            tryOut.reset();
            send.mutate();
          }}
          onClose={() => tryOut.reset()}
        >
          <OutcomeCounts counts={tryOut.data} />
          <Body1>{t('offline.previewSentence')}</Body1>
        </Confirm>
      )}
    </>
  );
}
