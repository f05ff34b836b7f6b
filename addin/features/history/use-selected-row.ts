import { useEffect, useRef } from 'react';
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Binding, SelectedRow } from '../../excel/port.ts';
import { useServices } from '../services.tsx';
import { useWorkbookEvent } from '../workbook-events.ts';

/** How long a selection must stand before its row is read, in milliseconds: arrow keys go through many rows. */
const SETTLED = 250;

/**
 * The ledger's row that is selected in the sheet, read again when the selection has come to rest; null outside the ledger.
 * `unfollowed`: why Excel does not tell of selections; null when it does.
 */
export function useSelectedRow(binding: Binding | null): { readonly selected: UseQueryResult<SelectedRow | null>; readonly unfollowed: unknown } {
  const { workbook } = useServices();
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const unfollowed = useWorkbookEvent('onSelectionChanged', () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void queries.invalidateQueries({ queryKey: ['workbook', 'selectedRow'] }), SETTLED);
  });
  const selected = useQuery({
    queryKey: ['workbook', 'selectedRow', binding?.id],
    queryFn: binding ? () => workbook.selectedRow(binding) : skipToken,
    staleTime: 0,
    gcTime: 0,
  });
  return { selected, unfollowed };
}
