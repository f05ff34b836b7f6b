import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { IsoDate } from '../../../shared/calendar/day.ts';
import { dateIn } from '../../../shared/calendar/zone.ts';
import type { Binding, Mapping, SheetRef } from '../../excel/port.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading.tsx';
import { Place } from '../../ui/place.tsx';
import { useServices, useSession } from '../services.tsx';
import { useWorkbookEvent } from '../workbook-events.ts';

/** What the pane is about now: the sheet the clerk looks at, the ledger bound on it, and the day. */
export interface ActiveLedger {
  readonly sheet: SheetRef;
  /** The ledger bound on the sheet; null when none is. */
  readonly binding: Binding | null;
  readonly bindings: readonly Binding[];
  readonly asOf: IsoDate;
  readonly isPinned: boolean;
  readonly pinAsOf: (day: IsoDate | null) => Promise<void>;
  readonly saveBinding: (binding: Binding) => Promise<void>;
  /** Whether the sheet's ledger is being bound again; `binding` is the one there is until then. */
  readonly isRebinding: boolean;
  readonly rebind: () => void;
  /** Leaves the binding as it is. */
  readonly keepBinding: () => void;
  /** Binds the sheet's ledger, in place of the one there is, and remembers what the clerk said of its columns. */
  readonly bind: (binding: Binding, mapping: Mapping) => Promise<void>;
  /** Why the last change could not be kept in the workbook, or the active sheet cannot be followed; null when all is well. */
  readonly fault: unknown;
  /** Reads the workbook's bindings and the active sheet again. */
  readonly refresh: () => Promise<void>;
}

const LedgerContext = createContext<ActiveLedger | null>(null);

export function useLedger(): ActiveLedger {
  const ledger = useContext(LedgerContext);
  if (ledger === null) throw new Error('used outside its provider');
  return ledger;
}

/** Follows the sheet the clerk activates. */
export function LedgerProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { workbook } = useServices();
  const { me } = useSession();
  const queries = useQueryClient();
  const sheet = useQuery({ queryKey: ['workbook', 'sheet'], queryFn: () => workbook.activeSheet() });
  const bindings = useQuery({ queryKey: ['workbook', 'bindings'], queryFn: () => workbook.bindings() });
  const day = useQuery({
    queryKey: ['workbook', 'asOf'],
    queryFn: async () => ({ pinned: await workbook.pinnedAsOf(), today: dateIn(me.workspace.timeZone, new Date()) }),
  });
  const refresh = useCallback(() => queries.invalidateQueries({ queryKey: ['workbook'] }), [queries]);

  const [fault, setFault] = useState<unknown>(null);
  const [rebound, setRebound] = useState<string | null>(null);

  const unfollowed = useWorkbookEvent('onSheetActivated', () => void queries.invalidateQueries({ queryKey: ['workbook', 'sheet'] }));

  const ledger = useMemo((): ActiveLedger | null => {
    if (!sheet.data || !bindings.data || !day.data) return null;
    const change = (act: Promise<void>): Promise<void> => {
      setFault(null);
      return act.then(refresh).catch(setFault);
    };
    const binding = bindings.data.find((one) => one.sheetId === sheet.data.sheetId) ?? null;
    const bind = async (next: Binding, mapping: Mapping): Promise<void> => {
      await workbook.rememberMapping(next.register, mapping);
      await workbook.saveBinding(next);
      if (binding && binding.id !== next.id) await workbook.removeBinding(binding.id);
      setRebound(null);
    };
    return {
      sheet: sheet.data,
      binding,
      bindings: bindings.data,
      asOf: day.data.pinned ?? day.data.today,
      isPinned: day.data.pinned !== null,
      pinAsOf: (pinned) => change(workbook.pinAsOf(pinned)),
      saveBinding: (next) => change(workbook.saveBinding(next)),
      isRebinding: binding !== null && rebound === binding.id,
      rebind: () => setRebound(binding?.id ?? null),
      keepBinding: () => setRebound(null),
      bind: (next, mapping) => change(bind(next, mapping)),
      fault: fault ?? unfollowed,
      refresh,
    };
  }, [sheet.data, bindings.data, day.data, workbook, refresh, fault, unfollowed, rebound]);

  if (ledger) return <LedgerContext value={ledger}>{children}</LedgerContext>;
  const unread = sheet.error ?? bindings.error ?? day.error;
  return <Place>{unread ? <FaultNotice fault={unread} onRetry={() => void refresh()} /> : <LoadingRows />}</Place>;
}
