import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '../../api/ledger-api.ts';
import { LoadingRows } from '../../ui/loading.tsx';
import { Place } from '../../ui/place.tsx';
import { SessionContext, useServices } from '../services.tsx';
import { ChooseWorkspacePlace } from './choose-workspace-place.tsx';
import { ConnectPlace } from './connect-place.tsx';
import { forgetConnection, rememberConnection, rememberedConnection } from './connection.ts';
import type { Connection } from './connection.ts';

/** The connection in use or being tried: a typed one behind its form, one that was remembered or chosen behind a skeleton. */
interface Tried {
  readonly connection: Connection | null;
  readonly isTyped: boolean;
}

/** Shows its children once a key has been accepted, and the way to connect until then. */
export function ConnectionGate({ children }: { readonly children: ReactNode }): ReactNode {
  const { store, clientFor, origin, offeredKey, forgetAnswers, account } = useServices();
  const queries = useQueryClient();
  const [{ connection, isTyped }, setTried] = useState<Tried>(() => ({ connection: rememberedConnection(store), isTyped: false }));
  const api = useMemo(() => (connection ? clientFor(connection) : null), [connection, clientFor]);
  const me = useQuery({
    queryKey: ['me', connection?.server, connection?.key, connection?.workspace],
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
      setTried({ connection: null, isTyped: true });
    };
    if (!connection || !api || !me.data) return null;
    const changeWorkspace = (): void => {
      queries.clear();
      setTried({ connection: { ...connection, workspace: null }, isTyped: false });
    };
    return { connection, api, me: me.data, disconnect, changeWorkspace: connection.workspace === null ? null : changeWorkspace };
  }, [connection, api, me.data, store, queries, forgetAnswers, account]);

  if (session) return <SessionContext value={session}>{children}</SessionContext>;
  if (connection && !isTyped && me.isPending) {
    return (
      <Place>
        <LoadingRows />
      </Place>
    );
  }
  const problem = me.error instanceof ApiError ? me.error : null;
  if (connection && problem && problem.workspaces.length > 0) {
    return (
      <ChooseWorkspacePlace
        workspaces={problem.workspaces}
        onChoose={(workspace) => setTried({ connection: { ...connection, workspace }, isTyped: false })}
        onLeave={() => setTried({ connection: null, isTyped: true })}
      />
    );
  }
  const tryConnection = ({ server, key }: Pick<Connection, 'server' | 'key'>): void => {
    // Who signs in again stays in the workspace chosen before, unless that was what went wrong.
    const workspace = key === null && connection?.key === null && problem?.code !== 'notMember' ? connection.workspace : null;
    if (server === connection?.server && key === connection.key && workspace === connection.workspace) void me.refetch();
    else setTried({ connection: { server, key, workspace }, isTyped: true });
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
