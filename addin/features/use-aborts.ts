import { useCallback, useEffect, useRef } from 'react';

/** Makes the signals of what must not go on when its place is left for good: a disconnected pane writes nothing more. */
export function useAborts(): () => AbortController {
  const made = useRef(new Set<AbortController>());
  useEffect(() => {
    const all = made.current;
    return () => all.forEach((abort) => abort.abort());
  }, []);
  return useCallback(() => {
    const abort = new AbortController();
    made.current.add(abort);
    return abort;
  }, []);
}
