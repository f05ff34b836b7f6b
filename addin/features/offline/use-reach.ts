import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useServices, useSession } from '../services.tsx';

/** How often a server that does not answer is asked again, in milliseconds. */
const ASK_AGAIN = 10_000;

/** Whether the server answered when it was last asked. */
export function useReachable(): boolean {
  const { reach } = useServices();
  return useSyncExternalStore(reach.subscribe, reach.isReachable);
}

/** Asks for the server when the machine's network comes or goes, and now and then while it does not answer. When it goes figures are worked out here, and when it comes all is asked for anew. */
export function useReachWatch(): void {
  const { api } = useSession();
  const queries = useQueryClient();
  const isReachable = useReachable();
  useEffect(() => {
    const ask = (): void => void api.me().catch(() => undefined); // the client says by itself what became of it
    const timer = isReachable ? undefined : setInterval(ask, ASK_AGAIN);
    window.addEventListener('online', ask);
    window.addEventListener('offline', ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', ask);
      window.removeEventListener('offline', ask);
    };
  }, [api, isReachable]);
  const was = useRef(isReachable);
  useEffect(() => {
    if (was.current === isReachable) return;
    was.current = isReachable;
    for (const part of isReachable ? ['server', 'preview', 'check'] : ['server']) void queries.invalidateQueries({ queryKey: [part] });
  }, [isReachable, queries]);
}
