import { useEffect, useEffectEvent } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { Binding } from '../../excel/port.ts';

/** The least time between two readings that nobody asked for, in milliseconds. */
const PAUSE = 2_000;

/** Has a ledger's rows read and checked again when the clerk comes from the sheet to the pane, by pointer or by keyboard. Used once, whoever shows the check. */
export function useCheckOnReturn(binding: Binding | null): void {
  const queries = useQueryClient();
  const check = useEffectEvent((): number => (binding === null ? 0 : checkOnReturn(queries, binding.id)));
  useEffect(() => {
    const page = document.documentElement;
    let later: ReturnType<typeof setTimeout> | undefined;
    const listener = (): void => {
      clearTimeout(later);
      const wait = check();
      if (wait > 0) later = setTimeout(listener, wait); // what was typed since the last reading is seen too
    };
    page.addEventListener('pointerenter', listener);
    window.addEventListener('focus', listener);
    return () => {
      clearTimeout(later);
      page.removeEventListener('pointerenter', listener);
      window.removeEventListener('focus', listener);
    };
  }, []);
}

/**
 * Has the check that is shown done again, unless it is being done or was done just now. Returns the milliseconds after which what was done just now may be
 * done again; 0 where nothing is left out.
 */
export function checkOnReturn(queries: QueryClient, bindingId: string): number {
  const now = Date.now();
  const ageOf = ({ state }: { readonly state: { readonly dataUpdatedAt: number } }): number => now - state.dataUpdatedAt;
  const shown = { queryKey: ['check', bindingId], type: 'active' } as const;
  const ages = queries.getQueryCache().findAll(shown).map(ageOf);
  void queries.refetchQueries({ ...shown, predicate: (query) => ageOf(query) >= PAUSE }, { cancelRefetch: false });
  return Math.max(0, ...ages.map((age) => PAUSE - age));
}
