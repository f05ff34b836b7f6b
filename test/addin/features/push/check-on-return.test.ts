import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { checkOnReturn } from '../../../../addin/features/push/check-on-return.ts';

test('a return by pointer and by focus at once reads the rows once, and one just after not again', async () => {
  vi.useFakeTimers({ now: 0 });
  const queries = new QueryClient();
  let reads = 0;
  const queryFn = async (): Promise<number> => {
    await new Promise((resolve) => void setTimeout(resolve, 100));
    return (reads += 1);
  };
  // The header and the place for pushing both show the check.
  const shown = [1, 2].map(() =>
    new QueryObserver(queries, { queryKey: ['check', 'ledger', '2022-06-30'], queryFn, staleTime: 30_000 }).subscribe(() => undefined),
  );
  try {
    await vi.advanceTimersByTimeAsync(5_000);
    expect(reads).toBe(1);
    checkOnReturn(queries, 'ledger');
    await vi.advanceTimersByTimeAsync(50);
    checkOnReturn(queries, 'ledger');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(reads).toBe(2);
    checkOnReturn(queries, 'ledger');
    checkOnReturn(queries, 'another');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(reads).toBe(2);
  } finally {
    for (const leave of shown) leave();
    queries.clear();
    vi.useRealTimers();
  }
});
