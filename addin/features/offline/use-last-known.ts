import { useQuery } from '@tanstack/react-query';
import { registers } from '../../../shared/registers/index.ts';
import { breathe } from '../../work/slices.ts';
import { useLedger } from '../ledger/ledger-provider.tsx';
import { fingerprint } from '../push/fingerprint.ts';
import { useSession } from '../services.tsx';
import { useReachable } from './use-reach.ts';

/** Asks in the background for what checking without a network rests on, at the start and after every push and decision; the client keeps it on this machine. */
export function useLastKnown(): void {
  const { api, me } = useSession();
  const { asOf, bindings } = useLedger();
  const isReachable = useReachable();
  useQuery({
    queryKey: ['lastKnown', asOf, fingerprint(bindings.map(({ base, bases, left }) => [base, bases, left]))],
    enabled: isReachable,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      await breathe(); // what the clerk waits for goes first
      await api.plan(asOf, signal);
      for (const { id } of registers) await api.entries(id, signal);
      await api.scores(asOf, signal);
      // The months that count, which other units' reports tell.
      if (me.role === 'clerk' && me.unit !== null) await api.receipt(me.unit, asOf, signal);
      return null; // the client has kept it
    },
  });
}
