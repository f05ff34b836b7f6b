import { useEffect, useEffectEvent } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { Binding } from '../../excel/port.ts';

/** The least time between two readings that nobody asked for, in milliseconds. */
const PAUSE = 2_000;

/** Has a ledger's rows read and checked again when the clerk comes from the sheet to the pane, by pointer or by keyboard. Used once, whoever shows the check. */
export function useCheckOnReturn(binding: Binding | null): void {
  const queries = useQueryClient();
  const check = useEffectEvent(() => {
    if (binding !== null) checkOnReturn(queries, binding.id);
  });
  useEffect(() => {
    const page = document.documentElement;
    const listener = (): void => check();
    page.addEventListener('pointerenter', listener);
    window.addEventListener('focus', listener);
    return () => {
      page.removeEventListener('pointerenter', listener);
      window.removeEventListener('focus', listener);
    };
  }, []);
}

/** Has the check that is shown done again, unless it is being done or was done just now. */
export function checkOnReturn(queries: QueryClient, bindingId: string): void {
  const isOld = ({ state }: { readonly state: { readonly dataUpdatedAt: number } }): boolean => Date.now() - state.dataUpdatedAt > PAUSE;
  void queries.refetchQueries({ queryKey: ['check', bindingId], type: 'active', predicate: isOld }, { cancelRefetch: false });
}
