import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { LoadingRows } from '../../ui/loading.tsx';
import { Place } from '../../ui/place.tsx';
import { SessionContext, useServices } from '../services.tsx';
import { ConnectPlace } from './connect-place.tsx';
import { forgetConnection, rememberConnection, rememberedConnection } from './connection.ts';
import type { Connection } from './connection.ts';

/** The connection in use or being tried; a remembered one is tried behind a skeleton, a typed one behind its form. */
interface Tried {
  readonly connection: Connection | null;
  readonly isRemembered: boolean;
}

/** Shows its children once a key has been accepted, and the way to connect until then. */
export function ConnectionGate({ children }: { readonly children: ReactNode }): ReactNode {
  const { store, clientFor, origin, offeredKey, forgetAnswers, account } = useServices();
  const queries = useQueryClient();
  const [{ connection, isRemembered }, setTried] = useState<Tried>(() => ({ connection: rememberedConnection(store), isRemembered: true }));
  const api = useMemo(() => (connection ? clientFor(connection) : null), [connection, clientFor]);
  const me = useQuery({
    queryKey: ['me', connection?.server, connection?.key],
    queryFn: async ({ signal }) => {
      if (!api || !connection) throw new Error('asked without a connection');
      const answer = await api.me(signal);
      rememberConnection(store, connection);
      return answer;
    },
    enabled: api !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const session = useMemo(() => {
    const disconnect = (): void => {
      forgetConnection(store);
      void forgetAnswers().catch(() => undefined); // where the browser keeps nothing there is nothing to forget
      if (connection?.key === null) void account.signOut().catch(() => undefined); // the connection is forgotten either way
      queries.clear();
      setTried({ connection: null, isRemembered: false });
    };
    return connection && api && me.data ? { connection, api, me: me.data, disconnect } : null;
  }, [connection, api, me.data, store, queries, forgetAnswers, account]);

  if (session) return <SessionContext value={session}>{children}</SessionContext>;
  if (connection && isRemembered && me.isPending) {
    return (
      <Place>
        <LoadingRows />
      </Place>
    );
  }
  const tryConnection = (next: Connection): void => {
    if (next.server === connection?.server && next.key === connection.key) void me.refetch();
    else setTried({ connection: next, isRemembered: false });
  };
  return (
    <ConnectPlace
      first={{ server: connection?.server ?? origin, key: offeredKey || (connection?.key ?? '') }}
      fault={me.error}
      isConnecting={me.isFetching}
      onConnect={tryConnection}
    />
  );
}
