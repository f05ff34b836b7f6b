import type { ReactNode } from 'react';
import { TableRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading.tsx';
import { Place } from '../../ui/place.tsx';
import { useLedger } from '../ledger/ledger-provider.tsx';
import { useSession } from '../services.tsx';
import { EntryVersions } from './entry-versions.tsx';
import { useSelectedRow } from './use-selected-row.ts';

/** The versions of the row selected in the sheet; follows the selection. */
export function RowHistory({ head }: { readonly head: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const { me } = useSession();
  const { binding } = useLedger();
  const isOurs = binding?.workspace === me.workspace.id;
  const { selected, unfollowed } = useSelectedRow(isOurs ? binding : null);
  const empty = (title: string, text: string): ReactNode => <EmptyState icon={<TableRegular />} title={title} text={text} />;
  const content = (): ReactNode => {
    if (binding === null || !isOurs) return empty(t('history.row.noLedgerTitle'), t('history.row.noLedgerText'));
    if (selected.error) return <FaultNotice fault={selected.error} onRetry={() => void selected.refetch()} />;
    if (selected.data === undefined) return <LoadingRows rows={4} />;
    if (selected.data === null) return empty(t('history.row.noRowTitle'), t('history.row.noRowText'));
    const row = selected.data.sheetRow + 1;
    const never = empty(t('history.row.neverTitle', { row }), t('history.row.neverText'));
    return selected.data.id === null ? never : <EntryVersions register={binding.register} id={selected.data.id} row={row} never={never} />;
  };
  return (
    <Place notice={unfollowed !== null && <FaultNotice fault={unfollowed} intent="warning" />}>
      {head}
      {content()}
    </Place>
  );
}
