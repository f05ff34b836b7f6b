import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { keepEscapeInside } from '../../ui/escape.ts';
import { PaneTheme } from '../../ui/theme.tsx';
import { ConnectionGate } from '../connect/connection-gate.tsx';
import { FilesRuns } from '../import/files-runs.tsx';
import { LedgerProvider } from '../ledger/ledger-provider.tsx';
import { PushRuns } from '../push/push-runs.tsx';
import { ServicesContext } from '../services.tsx';
import type { Services } from '../services.tsx';
import { Shell } from './shell.tsx';

/** The whole pane. */
export function Pane({ services }: { readonly services: Services }): ReactNode {
  const [queries] = useState(newQueryClient);
  useEffect(keepEscapeInside, []);
  return (
    <ServicesContext value={services}>
      <QueryClientProvider client={queries}>
        <PaneTheme>
          <ConnectionGate>
            <LedgerProvider>
              <PushRuns>
                <FilesRuns>
                  <Shell />
                </FilesRuns>
              </PushRuns>
            </LedgerProvider>
          </ConnectionGate>
        </PaneTheme>
      </QueryClientProvider>
    </ServicesContext>
  );
}

/** Nothing is asked for again but on purpose: the transport retries, and what a clerk looks at does not change under the eyes. */
function newQueryClient(): QueryClient {
  const always = { retry: false, networkMode: 'always' } as const;
  return new QueryClient({ defaultOptions: { queries: { ...always, refetchOnWindowFocus: false, staleTime: 30_000 }, mutations: always } });
}
