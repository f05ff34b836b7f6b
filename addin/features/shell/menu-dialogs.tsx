import type { ReactNode } from 'react';
import { Body1, makeStyles } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import packageJson from '../../../package.json';
import type { Binding } from '../../excel/port.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { useLedger } from '../ledger/ledger-provider.tsx';
import { withLedger } from '../ledger/with-ledger.ts';
import { useRuns } from '../push/push-runs.tsx';
import { useServices, useSession } from '../services.tsx';

export type DialogName = 'remove' | 'disconnect' | 'help' | 'about';

interface DialogProps {
  readonly onClose: () => void;
}

const dialogs: Readonly<Record<DialogName, (props: DialogProps) => ReactNode>> = { remove: RemoveResults, disconnect: Disconnect, help: Help, about: About };

/** One of the dialogs behind the menu. */
export function MenuDialog({ name, onClose }: DialogProps & { readonly name: DialogName }): ReactNode {
  const Dialog = dialogs[name];
  return <Dialog onClose={onClose} />;
}

const useStyles = makeStyles({ lines: { display: 'flex', flexDirection: 'column', gap: '8px', margin: 0, padding: 0, listStyle: 'none' } });

function RemoveResults({ onClose }: DialogProps): ReactNode {
  const { t } = useTranslation();
  const { workbook } = useServices();
  const { binding, sheet, saveBinding } = useLedger();
  const { runs, forget } = useRuns();
  const isRunning = binding !== null && runs.get(binding.id)?.state === 'running';
  const remove = useMutation({
    mutationFn: async (bound: Binding): Promise<void> => {
      await withLedger(workbook, bound, async (saved) => {
        await workbook.removeResults(saved);
        await saveBinding({ ...saved, syncedAt: null }); // what the sheet has seen of the server stays true: its rows are known again by their content
      });
      forget(bound.id);
      onClose();
    },
  });
  return (
    <Confirm
      title={t('shell.remove.title')}
      confirm={t('shell.remove.confirm')}
      isBlocked={isRunning || remove.isPending}
      onConfirm={() => binding && !isRunning && !remove.isPending && remove.mutate(binding)}
      onClose={() => !remove.isPending && onClose()}
    >
      <Body1>{t(isRunning ? 'shell.remove.running' : 'shell.remove.sentence', { sheet: sheet.sheetName })}</Body1>
      {remove.error && <FaultNotice fault={remove.error} />}
    </Confirm>
  );
}

/** How long a dialog takes to give the page back, in milliseconds. */
const CLOSING = 300;

function Disconnect({ onClose }: DialogProps): ReactNode {
  const { t } = useTranslation();
  const { disconnect } = useSession();
  // Taken away together with the page behind it, an open dialog would leave the pane hidden from screen readers for good.
  const closeAndDisconnect = (): void => {
    onClose();
    window.setTimeout(disconnect, CLOSING);
  };
  return (
    <Confirm title={t('shell.disconnect.title')} confirm={t('shell.disconnect.confirm')} onConfirm={closeAndDisconnect} onClose={onClose}>
      <Body1>{t('shell.disconnect.sentence')}</Body1>
    </Confirm>
  );
}

function Help({ onClose }: DialogProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Confirm title={t('shell.help.title')} onClose={onClose}>
      <ul className={styles.lines}>
        {(['push', 'columns', 'ids', 'asOf'] as const).map((item) => (
          <li key={item}>{t(`shell.help.items.${item}`)}</li>
        ))}
      </ul>
    </Confirm>
  );
}

function About({ onClose }: DialogProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { connection, me } = useSession();
  return (
    <Confirm title={t('shell.about.title')} onClose={onClose}>
      <ul className={styles.lines}>
        <li>{t('shell.about.version', { version: packageJson.version })}</li>
        <li>{t('shell.about.server', { server: connection.server })}</li>
        <li>{t('shell.about.workspace', { workspace: me.workspace.name })}</li>
        <li>{t('shell.about.credential', { name: me.credential.name })}</li>
        <li>{t('shell.about.role', { role: t(`shell.roles.${me.role}`) })}</li>
      </ul>
    </Confirm>
  );
}
