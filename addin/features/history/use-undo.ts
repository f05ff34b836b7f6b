import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import type { RevertAnswer } from '../../../shared/contract/revisions.ts';
import { useSession } from '../services.tsx';
import type { Push } from './pushes.ts';

/** What hangs on the state of the server: scores, history, and how the sheets stand to it. */
const stale = ['server', 'check', 'preview'] as const;

/** Puts an act back. Whatever became of it, also when no answer came, everything that hangs on it is asked for again. */
export function useUndo(push: Push): UseMutationResult<RevertAnswer, Error, void> {
  const { api } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.revert(push.revisions.at(-1) ?? 0),
    onSettled: () => Promise.all(stale.map((part) => queries.invalidateQueries({ queryKey: [part] }))),
  });
}
