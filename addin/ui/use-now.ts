import { useSyncExternalStore } from 'react';

/** How often what says how long ago something was is put right, in milliseconds. */
const TICK = 30_000;

const listeners = new Set<() => void>();
let now = new Date();
let timer: ReturnType<typeof setInterval> | undefined;

/** The machine's clock, at most half a minute slow; what uses it is drawn again as time passes. One timer for all. */
export function useNow(): Date {
  return useSyncExternalStore(listen, () => now);
}

function listen(listener: () => void): () => void {
  if (listeners.size === 0) {
    now = new Date();
    timer = setInterval(tick, TICK);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
}

function tick(): void {
  now = new Date();
  listeners.forEach((listener) => listener());
}
