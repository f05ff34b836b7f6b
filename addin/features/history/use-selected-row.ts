import { useEffect } from 'react';
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Binding, SelectedRow } from '../../excel/port.ts';
import { useServices } from '../services.tsx';

/** How long a selection must stand before its row is read, in milliseconds: arrow keys go through many rows. */
const SETTLED = 250;

/** The ledger's row that is selected in the sheet, read again when the selection has come to rest; null outside the ledger. */
export function useSelectedRow(binding: Binding | null): UseQueryResult<SelectedRow | null> {
  const { workbook } = useServices();
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stopping = workbook.onSelectionChanged(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void queries.invalidateQueries({ queryKey: ['workbook', 'selectedRow'] }), SETTLED);
    });
    return () => {
      clearTimeout(timer);
      void stopping.then((stop) => stop());
    };
  }, [workbook, queries]);
  return useQuery({
    queryKey: ['workbook', 'selectedRow', binding?.id],
    queryFn: binding ? () => workbook.selectedRow(binding) : skipToken,
    staleTime: 0,
    gcTime: 0,
  });
}
