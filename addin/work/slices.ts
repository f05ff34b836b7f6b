/** The longest that work goes on before the browser may draw and answer the clerk, in milliseconds; a task over 50 is felt. */
const BUDGET = 40;

/** Rows done between two looks at the clock. */
const BETWEEN_LOOKS = 16;

/** The name of the User Timing measures that slices leave, so that their length can be seen in the browser's own tools. */
export const SLICE = 'taizhang.slice';

export interface SliceOptions {
  /** Aborting rejects with its reason before the next slice. */
  readonly signal?: AbortSignal | undefined;
  /** Called after every slice. */
  readonly onDone?: ((done: number, total: number) => void) | undefined;
  /** Replaced in tests: milliseconds that only grow, and what lets others work. */
  readonly clock?: () => number;
  readonly pause?: () => Promise<void>;
}

/** Does something with every item, in slices short enough that nobody notices. */
export async function inSlices<Item>(items: readonly Item[], work: (item: Item, at: number) => void, options: SliceOptions = {}): Promise<void> {
  const { signal, onDone, clock = () => performance.now(), pause = breathe } = options;
  for (let at = 0; at < items.length;) {
    signal?.throwIfAborted();
    const start = clock();
    do {
      const until = Math.min(at + BETWEEN_LOOKS, items.length);
      for (; at < until; at += 1) work(items[at] as Item, at);
    } while (at < items.length && clock() - start < BUDGET);
    performance.measure(SLICE, { start, end: clock() });
    onDone?.(at, items.length);
    await pause();
  }
}

/** Resolves in a task of its own, after the browser has had its turn. Timers would wait longer, and seconds in a hidden pane. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const go = (): void => {
      port1.close();
      resolve();
    };
    port1.addEventListener('message', go, { once: true });
    port1.start();
    port2.postMessage(null);
  });
}
