import { createContext, useContext, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useWords } from '../../i18n/use-words.ts';
import { useLedger } from '../ledger/ledger-provider.tsx';
import { isAlwaysPreviewed } from '../push/preview-setting.ts';
import { useServices, useSession } from '../services.tsx';
import { createFilesRun } from './files-run.ts';
import type { FilesState } from './files-run.ts';
import type { PickedFile } from './push-files.ts';

interface Files extends FilesState {
  /** Pushes files picked in the pane, one after the other, or says first what that would do. */
  readonly start: (files: readonly File[]) => void;
  /** Pushes the files whose preview is shown. */
  readonly push: () => void;
  /** Begins anew with the files picked before. */
  readonly retry: () => void;
  /** Lets the outcomes go. */
  readonly discard: () => void;
  readonly cancel: () => void;
  /** Pushes one of the files again, over what its rows in conflict would replace. */
  readonly overwrite: (name: string) => void;
}

const FilesContext = createContext<Files | null>(null);

/** The batch of files: it goes on, and its outcomes stay at hand, while the clerk looks at other places; disconnecting stops it. */
export function useFiles(): Files {
  const files = useContext(FilesContext);
  if (files === null) throw new Error('used outside its provider');
  return files;
}

export function FilesRuns({ children }: { readonly children: ReactNode }): ReactNode {
  const { store } = useServices();
  const { api, me } = useSession();
  const { asOf, refresh } = useLedger();
  const { language } = useWords();
  const queries = useQueryClient();
  const [run] = useState(createFilesRun);
  const state = useSyncExternalStore(run.subscribe, run.state);
  const picked = useRef<readonly PickedFile[]>([]);
  useEffect(() => () => run.cancel(), [run]);

  const value = useMemo((): Files => {
    const begin = (files: readonly PickedFile[], how: { readonly isOverwriting?: boolean; readonly isDryRun?: boolean }): boolean =>
      run.begin(
        files.map(({ name }) => name),
        { isPreview: how.isDryRun === true, isAgain: how.isOverwriting === true },
        async (act) => {
          try {
            const { pushFiles } = await import('./push-files.ts'); // the reader of workbooks comes with it
            await pushFiles(files, { api, workspace: me.workspace.id, asOf, language, ...how, ...act });
          } finally {
            void refresh();
            for (const part of ['server', 'preview']) void queries.invalidateQueries({ queryKey: [part] });
          }
        },
      );
    const first = (files: readonly PickedFile[]): void => {
      if (begin(files, { isDryRun: isAlwaysPreviewed(store) })) picked.current = files;
    };
    return {
      ...state,
      start: (files) => first(files.map((file) => ({ name: file.name, bytes: async () => new Uint8Array(await file.arrayBuffer()) }))),
      push: () => void begin(picked.current, {}),
      retry: () => first(picked.current),
      discard: run.discard,
      cancel: run.cancel,
      overwrite: (name) =>
        void begin(
          picked.current.filter((file) => file.name === name),
          { isOverwriting: true },
        ),
    };
  }, [run, state, store, api, me, asOf, refresh, language, queries]);
  return <FilesContext value={value}>{children}</FilesContext>;
}
