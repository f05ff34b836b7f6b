import { useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useWords } from '../../i18n/use-words.ts';
import { useLedger } from '../ledger/ledger-provider.tsx';
import { isAlwaysPreviewed } from '../push/preview-setting.ts';
import { useServices, useSession } from '../services.tsx';
import type { FileOutcome } from './outcome.ts';
import type { FilesProgress, PickedFile } from './push-files.ts';

export interface FilesRun {
  /** Those known so far, in the order picked. */
  readonly outcomes: readonly FileOutcome[];
  /** Whether they are what pushing would do: every push on this machine is to be seen first. */
  readonly isPreview: boolean;
  /** null when nothing is under way. */
  readonly progress: FilesProgress | null;
  readonly start: (files: readonly File[]) => void;
  /** Pushes the files whose preview is shown. */
  readonly push: () => void;
  /** Lets the files go. */
  readonly discard: () => void;
  readonly cancel: () => void;
  /** Pushes one of the files again, over what its rows in conflict would replace. */
  readonly overwrite: (name: string) => void;
}

/** Pushes files picked in the pane, one after the other. */
export function useFiles(): FilesRun {
  const { store } = useServices();
  const { api, me } = useSession();
  const { asOf, refresh } = useLedger();
  const { language } = useWords();
  const queries = useQueryClient();
  const [outcomes, setOutcomes] = useState<readonly FileOutcome[]>([]);
  const [isPreview, setPreview] = useState(false);
  const [progress, setProgress] = useState<FilesProgress | null>(null);
  const abort = useRef<AbortController | null>(null);
  const picked = useRef<readonly PickedFile[]>([]);

  const add = (outcome: FileOutcome): void => setOutcomes((before) => [...before, outcome]);
  const run = async (
    files: readonly PickedFile[],
    how: { readonly isOverwriting?: boolean; readonly isDryRun?: boolean },
    onFile: (outcome: FileOutcome) => void,
  ): Promise<void> => {
    abort.current = new AbortController();
    setProgress({ file: 0, files: files.length, name: files[0]?.name ?? '', done: 0, total: 0 });
    try {
      const { pushFiles } = await import('./push-files.ts'); // the reader of workbooks comes with it
      const { signal } = abort.current;
      await pushFiles(files, { api, workspace: me.workspace.id, asOf, language, ...how, signal, onProgress: setProgress, onFile });
    } finally {
      setProgress(null);
      await Promise.all([refresh(), ...['server', 'preview'].map((part) => queries.invalidateQueries({ queryKey: [part] }))]);
    }
  };
  return {
    outcomes,
    isPreview,
    progress,
    start: (files) => {
      picked.current = files.map((file) => ({ name: file.name, bytes: async () => new Uint8Array(await file.arrayBuffer()) }));
      const isDryRun = isAlwaysPreviewed(store);
      setPreview(isDryRun);
      setOutcomes([]);
      void run(picked.current, { isDryRun }, add);
    },
    push: () => {
      setPreview(false);
      setOutcomes([]);
      void run(picked.current, {}, add);
    },
    discard: () => {
      setPreview(false);
      setOutcomes([]);
    },
    cancel: () => abort.current?.abort(),
    overwrite: (name) => {
      const again = picked.current.filter((file) => file.name === name);
      void run(again, { isOverwriting: true }, (outcome) => setOutcomes((before) => before.map((one) => (one.name === name ? outcome : one))));
    },
  };
}
