/** After this long a writer is taken for cancelled, in milliseconds: one whose request was cut off never says that it is done. */
const STALE = 2_000;

/** The writer of a workspace that is at work in this isolate. */
interface Turn {
  readonly began: number;
  /** Resolves when it is done. */
  readonly over: Promise<void>;
}

const turns = new Map<string, Turn>();

/**
 * Lets the writers of a workspace in this isolate act one after the other, so that they do not weigh the same change again and
 * again. It is a courtesy, not a lock: the revision's number is the lock.
 */
export async function inTurn<Result>(workspace: string, act: () => Promise<Result>): Promise<Result> {
  for (let turn = turns.get(workspace); turn !== undefined && Date.now() - turn.began < STALE; turn = turns.get(workspace)) {
    await Promise.race([turn.over, new Promise((resolve) => setTimeout(resolve, STALE))]);
  }
  let end = (): void => undefined;
  const over = new Promise<void>((resolve) => (end = resolve));
  const mine = { began: Date.now(), over };
  turns.set(workspace, mine);
  try {
    return await act();
  } finally {
    if (turns.get(workspace) === mine) turns.delete(workspace);
    end();
  }
}
