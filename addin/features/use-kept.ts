import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useSession } from './services.tsx';

/**
 * What must not be lost by looking at another place: kept, by its name, while the pane is open and connected to the workspace; null when there is nothing.
 * What is typed goes through the state of React, because an input that is told of its own text a moment later loses keys.
 */
export function useKept<Value extends object>(...name: readonly string[]): readonly [Value | null, (next: Value | null) => void] {
  const queries = useQueryClient();
  const { me } = useSession();
  const queryKey = ['kept', me.workspace.id, ...name];
  const [value, setValue] = useState(() => queries.getQueryData<Value | null>(queryKey) ?? null);
  const keep = (next: Value | null): void => {
    setValue(next);
    queries.setQueryDefaults(queryKey, { gcTime: Number.POSITIVE_INFINITY });
    queries.setQueryData(queryKey, next);
  };
  return [value, keep];
}
