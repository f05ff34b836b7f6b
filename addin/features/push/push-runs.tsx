import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Binding } from '../../excel/port.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useLedger } from '../ledger/ledger-provider.tsx';
import { withLedger } from '../ledger/with-ledger.ts';
import { keepUnsent, watchingPushes } from '../offline/unsent.ts';
import { useServices, useSession } from '../services.tsx';
import { useAborts } from '../use-aborts.ts';
import { realignIds } from './align-ledger.ts';
import { pushLedger, refreshLedger } from './push-ledger.ts';
import type { PushProgress } from './push-options.ts';
import { upToDate } from './push-report.ts';
import type { PushReport } from './push-report.ts';

/** What is done with a ledger: its rows are pushed, or only its results are brought up to date, at need after putting the ids right. */
export type RunKind = 'push' | 'refresh' | 'realign';

export type Run =
  | { readonly state: 'running'; readonly kind: RunKind; readonly progress: PushProgress | null; readonly cancel: () => void }
  | (Ended & {
      /** Set once the clerk has checked the rows since: what was found then is told first. */
      readonly isPast?: true;
    });

type Ended =
  | { readonly state: 'done'; readonly kind: RunKind; readonly report: PushReport }
  | { readonly state: 'failed'; readonly kind: RunKind; readonly fault: unknown; readonly kept: number }
  | { readonly state: 'cancelled'; readonly kind: RunKind }
  | { readonly state: 'sent'; readonly rows: number };

interface Runs {
  readonly runs: ReadonlyMap<string, Run>;
  readonly start: (kind: RunKind, binding: Binding) => Promise<void>;
  /** Says that a push kept in the workbook was sent. */
  readonly tellSent: (bindingId: string, rows: number) => void;
  /** Puts the result of a ledger's last run behind what is checked now. */
  readonly putBehind: (bindingId: string) => void;
  /** Takes over how the units and the server stand by now into the result of a ledger's last run, after rows of it were settled. */
  readonly bringUpToDate: (bindingId: string, now: PushReport) => void;
  /** Lets the result of a ledger's last run go. */
  readonly forget: (bindingId: string) => void;
}

const RunsContext = createContext<Runs | null>(null);

/** Keeps runs going, and their results at hand, while the clerk looks at other tabs or sheets; disconnecting stops them. */
export function PushRuns({ children }: { readonly children: ReactNode }): ReactNode {
  const { workbook } = useServices();
  const { api, me } = useSession();
  const { asOf } = useLedger();
  const { language } = useWords();
  const queries = useQueryClient();
  const [runs, setRuns] = useState<ReadonlyMap<string, Run>>(new Map());

  const newAbort = useAborts();
  const start = useCallback(
    async (kind: RunKind, binding: Binding): Promise<void> => {
      const show = (run: Run): void => setRuns((before) => new Map(before).set(binding.id, run));
      const abort = newAbort();
      const cancel = (): void => abort.abort();
      const onProgress = (progress: PushProgress): void => show({ state: 'running', kind, progress, cancel });
      show({ state: 'running', kind, progress: null, cancel });
      const watched = watchingPushes(api);
      let kept = 0;
      const keepBroken = async (saved: Binding): Promise<void> => {
        const broken = watched.broken();
        const origin = { workspace: { id: me.workspace.id, name: me.workspace.name }, asOf, madeBy: me.credential.name, madeAt: new Date().toISOString() };
        const isKept = broken.length > 0 && (await keepUnsent(workbook, saved, broken, origin).catch(() => false)); // where it cannot be, the fault is told
        if (isKept) kept = broken.reduce((sum, body) => sum + body.rows.length, 0);
      };
      try {
        const report = await withLedger(workbook, binding, async (saved) => {
          abort.signal.throwIfAborted();
          if (kind === 'realign') await realignIds(workbook, saved);
          const run = kind === 'push' ? pushLedger : refreshLedger;
          const how = { workbook, api: watched.api, asOf, language, timeZone: me.workspace.timeZone, onProgress, signal: abort.signal };
          const ended = await run({ ...how, binding: saved }).catch(async (fault: unknown) => {
            await keepBroken(saved);
            throw fault;
          });
          if (kind === 'push') await workbook.saveUnsent(saved.id, null); // what was kept before is in it
          return ended;
        });
        show({ state: 'done', kind, report });
        const isFirst = binding.syncedAt === null && report.unwritten === null;
        if (isFirst) await workbook.showResults(report.binding).catch(() => undefined); // a courtesy: the push stands without it
      } catch (fault) {
        show(abort.signal.aborted ? { state: 'cancelled', kind } : { state: 'failed', kind, fault, kept });
      } finally {
        await Promise.all(['workbook', 'server', 'check', 'preview'].map((part) => queries.invalidateQueries({ queryKey: [part] })));
      }
    },
    [workbook, api, me, asOf, language, queries, newAbort],
  );
  const forget = useCallback((bindingId: string): void => {
    setRuns((before) => new Map([...before].filter(([id]) => id !== bindingId)));
  }, []);
  const tellSent = useCallback((bindingId: string, rows: number): void => {
    setRuns((before) => new Map(before).set(bindingId, { state: 'sent', rows }));
  }, []);
  const change = useCallback((bindingId: string, changed: (run: Run) => Run): void => {
    setRuns((before) => {
      const run = before.get(bindingId);
      return run === undefined ? before : new Map(before).set(bindingId, changed(run));
    });
  }, []);
  const putBehind = useCallback((bindingId: string) => change(bindingId, (run) => (run.state === 'running' ? run : { ...run, isPast: true })), [change]);
  const bringUpToDate = useCallback(
    (bindingId: string, now: PushReport) => change(bindingId, (run) => (run.state === 'done' ? { ...run, report: upToDate(run.report, now) } : run)),
    [change],
  );
  const value = useMemo(() => ({ runs, start, tellSent, putBehind, bringUpToDate, forget }), [runs, start, tellSent, putBehind, bringUpToDate, forget]);
  return <RunsContext value={value}>{children}</RunsContext>;
}

/** The last run of a ledger, and how to start another. */
export function useRun(binding: Binding): { readonly run: Run | undefined; readonly start: (kind: RunKind, as?: Binding) => void } {
  const { runs, start } = useRuns();
  return { run: runs.get(binding.id), start: (kind, as = binding) => void start(kind, as) };
}

/** Every run, by binding. */
export function useRuns(): Runs {
  const runs = useContext(RunsContext);
  if (runs === null) throw new Error('used outside its provider');
  return runs;
}
