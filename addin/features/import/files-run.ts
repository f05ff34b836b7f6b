import type { FileOutcome } from './outcome.ts';
import type { FilesProgress } from './push-files.ts';

/** How a batch of files stands. */
export interface FilesState {
  /** Those known so far, in the order picked. */
  readonly outcomes: readonly FileOutcome[];
  /** Whether they are what pushing would do: every push on this machine is to be seen first. */
  readonly isPreview: boolean;
  /** null when nothing is under way. */
  readonly progress: FilesProgress | null;
  /** Why the batch could not be begun; null when it was. */
  readonly fault: unknown;
}

/** What a batch is done with. */
export interface FilesAct {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: FilesProgress) => void;
  readonly onFile: (outcome: FileOutcome) => void;
}

/** A batch of files that outlives the page it was begun on. One is done at a time: another is refused meanwhile. */
export interface FilesRun {
  readonly state: () => FilesState;
  /** Calls back at every change; answers with what stops that. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Does a batch; its outcomes take the place of those before, or, where `isAgain`, of those of the same files. False where one is under way. */
  readonly begin: (
    files: readonly string[],
    how: { readonly isPreview?: boolean; readonly isAgain?: boolean },
    act: (how: FilesAct) => Promise<unknown>,
  ) => boolean;
  readonly cancel: () => void;
  /** Lets the outcomes go. */
  readonly discard: () => void;
}

const nothing: FilesState = { outcomes: [], isPreview: false, progress: null, fault: null };

export function createFilesRun(): FilesRun {
  const listeners = new Set<() => void>();
  let state = nothing;
  let abort = new AbortController();
  const change = (part: Partial<FilesState>): void => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  const add = (outcome: FileOutcome): void => change({ outcomes: [...state.outcomes, outcome] });
  const replace = (outcome: FileOutcome): void => change({ outcomes: state.outcomes.map((one) => (one.name === outcome.name ? outcome : one)) });
  const run = async (act: (how: FilesAct) => Promise<unknown>, onFile: FilesAct['onFile']): Promise<void> => {
    try {
      await act({ signal: abort.signal, onProgress: (progress) => change({ progress }), onFile });
    } catch (fault) {
      change({ fault, isPreview: false });
    } finally {
      change({ progress: null });
    }
  };
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin: (files, { isPreview = false, isAgain = false }, act) => {
      if (state.progress !== null) return false;
      abort = new AbortController();
      const progress = { file: 0, files: files.length, name: files[0] ?? '', done: 0, total: 0 };
      change({ outcomes: isAgain ? state.outcomes : [], isPreview, progress, fault: null });
      void run(act, isAgain ? replace : add);
      return true;
    },
    cancel: () => abort.abort(),
    discard: () => change({ outcomes: [], isPreview: false }),
  };
}
