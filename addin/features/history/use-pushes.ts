import { useMemo } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useSession } from '../services.tsx';
import { pushesOf } from './pushes.ts';
import type { Push } from './pushes.ts';

/** What was done to the workspace, newest first, page by page; undefined until the first page is there. */
export function usePushes(): { readonly pushes: readonly Push[] | undefined; readonly query: UseInfiniteQueryResult } {
  const { api } = useSession();
  const query = useInfiniteQuery({
    queryKey: ['server', 'revisions'],
    queryFn: ({ pageParam, signal }) => api.revisions(pageParam, signal),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next,
  });
  const { data, hasNextPage } = query;
  const pushes = useMemo(
    () =>
      data &&
      pushesOf(
        data.pages.flatMap((page) => page.revisions),
        hasNextPage,
      ),
    [data, hasNextPage],
  );
  return { pushes, query };
}
