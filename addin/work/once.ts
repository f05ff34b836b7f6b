/** What is fetched or opened when it is first needed, and kept. */
export interface Once<Value> {
  /** The value; whoever asks while it is on its way waits for the same. Rejects as its making did: the next to ask has it made anew. */
  readonly get: () => Promise<Value>;
  /** Has it made anew when it is next asked for. */
  readonly forget: () => void;
}

/** Makes a value once. A making that failed is not kept. */
export function once<Value>(make: () => Promise<Value>): Once<Value> {
  let kept: Promise<Value> | null = null;
  const begin = (): Promise<Value> => {
    const made = make();
    made.catch(() => {
      if (kept === made) kept = null;
    });
    return made;
  };
  return {
    get: () => (kept ??= begin()),
    forget: () => {
      kept = null;
    },
  };
}
