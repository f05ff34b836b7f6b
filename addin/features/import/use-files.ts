import { useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useWords } from '../../i18n/use-words.ts';
import { useLedger } from '../ledger/ledger-provider.tsx';
import { useSession } from '../services.tsx';
import type { FileOutcome } from './outcome.ts';
import type { FilesProgress, PickedFile } from './push-files.ts';

export interface FilesRun {
  /** Those known so far, in the order picked. */
  readonly outcomes: readonly FileOutcome[];
  /** null when nothing is under way. */
  readonly progress: FilesProgress | null;
  readonly start: (files: readonly File[]) => void;
  readonly cancel: () => void;
  /** Pushes one of the files again, over what its rows in conflict would replace. */
  readonly overwrite: (name: string) => void;
}

/** Pushes files picked in the pane, one after the other. */
export function useFiles(): FilesRun {
  const { api, me } = useSession();
  const { asOf, refresh } = useLedger();
  const { language } = useWords();
  const queries = useQueryClient();
  const [outcomes, setOutcomes] = useState<readonly FileOutcome[]>([]);
  const [progress, setProgress] = useState<FilesProgress | null>(null);
  const abort = useRef<AbortController | null>(null);
  const picked = useRef<readonly PickedFile[]>([]);

  const run = async (files: readonly PickedFile[], isOverwriting: boolean, onFile: (outcome: FileOutcome) => void): Promise<void> => {
    abort.current = new AbortController();
    setProgress({ file: 0, files: files.length, name: files[0]?.name ?? '', done: 0, total: 0 });
    try {
      const { pushFiles } = await import('./push-files.ts'); // the reader of workbooks comes with it
      const { signal } = abort.current;
      await pushFiles(files, { api, workspace: me.workspace.id, asOf, language, isOverwriting, signal, onProgress: setProgress, onFile });
    } finally {
      setProgress(null);
      await Promise.all([refresh(), ...['server', 'preview'].map((part) => queries.invalidateQueries({ queryKey: [part] }))]);
    }
  };
  return {
    outcomes,
    progress,
    start: (files) => {
      picked.current = files.map((file) => ({ name: file.name, bytes: async () => new Uint8Array(await file.arrayBuffer()) }));
      setOutcomes([]);
      void run(picked.current, false, (outcome) => setOutcomes((before) => [...before, outcome]));
    },
    cancel: () => abort.current?.abort(),
    overwrite: (name) => {
      const again = picked.current.filter((file) => file.name === name);
      void run(again, true, (outcome) => setOutcomes((before) => before.map((one) => (one.name === name ? outcome : one))));
    },
  };
}
