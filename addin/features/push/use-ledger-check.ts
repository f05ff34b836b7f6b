import { useMemo } from 'react';
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { parseIso } from '../../../shared/calendar/day.ts';
import { judgeContext } from '../../../shared/verdict/context.ts';
import type { Binding, LedgerReading } from '../../excel/port.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useLedger } from '../ledger/ledger-provider.tsx';
import type { Decision } from './decisions.ts';
import { useServices, useSession } from '../services.tsx';
import { alignLedger } from './align-ledger.ts';
import { checkLedger } from './check-ledger.ts';
import type { LedgerCheck, RowToCheck } from './check-ledger.ts';
import { previewPush } from './push-ledger.ts';
import type { PushPreview } from './push-ledger.ts';
import { fingerprint } from './fingerprint.ts';
import { faultyRows, rowsToCheck } from './to-check.ts';

const NONE: readonly never[] = [];

/** What is worked out here without a network. */
const FIGURES = ['scores', 'receipt', 'open'] as const;

export interface CheckState {
  /** What the pane itself sees in the rows; undefined until they were read. */
  readonly check: (LedgerCheck & { readonly skipped: LedgerReading['skipped'] }) | undefined;
  /** What a push would do, by the server's word. */
  readonly preview: PreviewState;
  /** Its counts; undefined until the server has said so, or when it cannot be asked. */
  readonly counts: PushPreview['report']['counts'] | undefined;
  /** The rows to look at, by the pane's and the server's word. */
  readonly toCheck: readonly RowToCheck[];
  /** How many of them a push would not take. */
  readonly faulty: number;
  /** The server's revision when it was last asked; undefined until then. */
  readonly revision: number | undefined;
  /** When the rows were last read and checked, in milliseconds; 0 for never. */
  readonly checkedAt: number;
  /** What is to be decided, by the server's word; none while it has not been asked. */
  readonly decisions: readonly Decision[];
  readonly isChecking: boolean;
  /** Why the rows could not be read. */
  readonly fault: Error | null;
  /** How far the reading and checking of the rows is; null when nothing is under way. */
  readonly progress: CheckProgress | null;
  /** Reads and checks the rows again, and asks the server anew what others did. Nothing is written. */
  readonly checkAgain: () => void;
  /** Stops reading and checking; what was known before stays. */
  readonly cancel: () => void;
}

export interface PreviewState {
  /** Undefined until the server has said so, or when it cannot be asked. */
  readonly answer: PushPreview | undefined;
  /** When it was said, in milliseconds; 0 for never. */
  readonly at: number;
  /** Why it could not be asked. */
  readonly fault: Error | null;
}

/** How far a check is, in rows. */
export interface CheckProgress {
  readonly phase: 'reading' | 'checking';
  readonly done: number;
  readonly total: number;
}

/**
 * Keeps an eye on a bound ledger: its rows are read and checked, again whenever the clerk comes back to the pane (`useCheckOnReturn`), and the
 * server is asked what a push would do whenever they differ from those it was asked about before.
 */
export function useLedgerCheck(binding: Binding | null): CheckState {
  const { workbook, reach } = useServices();
  const { api, me } = useSession();
  const { asOf } = useLedger();
  const { language } = useWords();
  const isOurs = binding?.workspace === me.workspace.id;

  const queries = useQueryClient();
  const progressKey = ['checkProgress', binding?.id];
  const showProgress = (progress: CheckProgress): void => void queries.setQueryData(progressKey, progress);
  const progress = useQuery<CheckProgress | null>({ queryKey: progressKey, queryFn: skipToken });
  const local = useQuery({
    queryKey: ['check', binding?.id, binding?.syncedAt, asOf, language],
    queryFn: async ({ signal }) => {
      const tell = (phase: CheckProgress['phase']) => (done: number, total: number) => showProgress({ phase, done, total });
      const reading = await workbook.readLedger(boundOf(binding), tell('reading'));
      signal.throwIfAborted();
      const day = parseIso(asOf);
      const [plan, { chinaCalendar }] = await Promise.all([api.plan(asOf, signal).catch(() => null), import('../../../shared/calendar/china.ts')]);
      const judge = plan === null || day === null ? null : judgeContext(plan, day, chinaCalendar());
      const alignment = await alignLedger(workbook, reading, { signal });
      const check = await checkLedger(reading, alignment, language, judge, { signal, onDone: tell('checking') });
      return { ...check, skipped: reading.skipped, fingerprint: fingerprint(reading.rows) };
    },
    enabled: isOurs,
    structuralSharing: false, // comparing thousands of rows would take longer than drawing them
  });
  const preview = useQuery({
    queryKey: ['preview', binding?.id, binding?.syncedAt, binding?.base, fingerprint([binding?.bases, binding?.left]), asOf, local.data?.fingerprint],
    queryFn: async ({ signal }) => {
      const found = await previewPush({ workbook, api, binding: boundOf(binding), asOf, language, signal });
      // Without a network figures rest on the rows that were tried out just now.
      if (!reach.isReachable()) for (const part of FIGURES) void queries.invalidateQueries({ queryKey: ['server', part] });
      return found;
    },
    enabled: isOurs && me.role !== 'viewer' && local.data?.misaligned === null,
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    // What is to be decided stays in view while it is asked about anew.
    placeholderData: (before, asked) => (asked?.queryKey[1] === binding?.id ? before : undefined),
  });

  const answer = preview.isPlaceholderData ? undefined : preview.data;
  const toCheck = useMemo(() => rowsToCheck(local.data?.toCheck ?? NONE, answer?.report.rows ?? NONE), [local.data, answer]);
  return {
    check: local.data,
    preview: { answer, at: preview.dataUpdatedAt, fault: preview.isFetching ? null : preview.error },
    counts: answer?.report.counts,
    toCheck,
    faulty: faultyRows(toCheck),
    revision: preview.data?.report.revision,
    checkedAt: local.dataUpdatedAt,
    decisions: preview.data?.decisions ?? NONE,
    isChecking: local.isFetching || preview.isFetching,
    fault: local.data ? null : local.error,
    progress: local.isFetching ? (progress.data ?? null) : null,
    checkAgain: () => void local.refetch().then(() => queries.invalidateQueries({ queryKey: ['preview', binding?.id] })),
    cancel: () => void queries.cancelQueries({ queryKey: ['check', binding?.id] }),
  };
}

function boundOf(binding: Binding | null): Binding {
  if (binding === null) throw new Error('checked without a binding');
  return binding;
}
