import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Binding } from '../../excel/port.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useLedger } from '../ledger/ledger-provider.tsx';
import { withLedger } from '../ledger/with-ledger.ts';
import { useRuns } from '../push/push-runs.tsx';
import { useServices, useSession } from '../services.tsx';
import { settle } from './settle.ts';
import type { Settled, Settlement } from './settle.ts';

export interface Settling {
  /** What is being carried out, or was last. */
  readonly settlements: readonly Settlement[];
  readonly isBusy: boolean;
  readonly settled: Settled | null;
  /** Why the last choice was not carried out. */
  readonly fault: unknown;
  readonly start: (settlements: readonly Settlement[], options?: { readonly replacesFormulas: boolean }) => void;
  /** Lets the last outcome go. */
  readonly dismiss: () => void;
}

/** Carries out what the clerk has chosen, then reads the ledger and asks the server anew. */
export function useSettle(binding: Binding): Settling {
  const { workbook } = useServices();
  const { api, me } = useSession();
  const { asOf } = useLedger();
  const { language } = useWords();
  const queries = useQueryClient();
  const { bringUpToDate } = useRuns();
  const mutation = useMutation({
    mutationFn: ({ settlements, replacesFormulas }: { readonly settlements: readonly Settlement[]; readonly replacesFormulas: boolean }) =>
      withLedger(workbook, binding, (saved) =>
        settle({ workbook, api, binding: saved, asOf, language, timeZone: me.workspace.timeZone, replacesFormulas }, settlements),
      ),
    onSuccess: ({ report }) => report && bringUpToDate(binding.id, report),
    onSettled: () => Promise.all(['workbook', 'server', 'check', 'preview'].map((part) => queries.invalidateQueries({ queryKey: [part] }))),
  });
  return {
    settlements: mutation.variables?.settlements ?? [],
    isBusy: mutation.isPending,
    settled: mutation.data ?? null,
    fault: mutation.error,
    start: (settlements, { replacesFormulas } = { replacesFormulas: false }) => mutation.mutate({ settlements, replacesFormulas }),
    dismiss: () => mutation.reset(),
  };
}
