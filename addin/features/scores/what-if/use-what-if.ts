import { useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { parseIso } from '../../../../shared/calendar/day.ts';
import type { ReceiptAnswer } from '../../../../shared/contract/scores.ts';
import { registerIds } from '../../../../shared/registers/types.ts';
import { assess, type AssessInput } from '../../../../shared/scoring/assess.ts';
import type { OpenFact } from '../../../../shared/scoring/open.ts';
import type { Supposition } from '../../../../shared/scoring/what-if.ts';
import { useLedger } from '../../ledger/ledger-provider.tsx';
import { useSession } from '../../services.tsx';
import { openRows, outcomeOf, type Outcome } from './outcome.ts';

export interface WhatIf {
  readonly isLoading: boolean;
  readonly fault: unknown;
  readonly retry: () => void;
  readonly rows: readonly OpenFact[];
  /** null until everything is read. */
  readonly outcome: Outcome | null;
  readonly suppositions: ReadonlyMap<string, Supposition>;
  /** Supposes something of a row; null takes it back. */
  readonly suppose: (id: string, supposition: Supposition | null) => void;
  readonly reset: () => void;
  /** Grows with every reset, for what was typed and is to be forgotten. */
  readonly round: number;
}

/** 预演: a unit's score under suppositions, computed here from all rows the key may read. Nothing is sent. */
export function useWhatIf(receipt: ReceiptAnswer, isOn: boolean): WhatIf {
  const { api, me } = useSession();
  const { asOf } = useLedger();
  const isClerk = me.role === 'clerk';
  const workspace = useQuery({
    queryKey: ['server', 'workspace', receipt.revision, receipt.planVersion, asOf],
    enabled: isOn,
    queryFn: async ({ signal }) => {
      const [plan, others, { chinaCalendar }, ...rows] = await Promise.all([
        api.plan(asOf, signal),
        isClerk ? api.scores(asOf, signal).then(({ units }) => units) : null,
        import('../../../../shared/calendar/china.ts'),
        ...registerIds.map((register) => api.entries(register, signal)),
      ]);
      return { plan, others, calendar: chinaCalendar(), entries: Object.fromEntries(registerIds.map((register, at) => [register, rows[at] ?? []])) };
    },
  });

  const [round, setRound] = useState(0);
  const [suppositions, setSuppositions] = useState<ReadonlyMap<string, Supposition>>(new Map());
  const day = parseIso(asOf);
  const input = useMemo((): AssessInput | null => {
    if (!workspace.data || day === null) return null;
    const { plan, entries, calendar } = workspace.data;
    return { plan, entries, calendar, asOf: day, reportedFrom: isClerk ? (receipt.reportedFrom ?? undefined) : undefined };
  }, [workspace.data, day, isClerk, receipt]);
  const rows = useMemo(() => (input === null ? [] : openRows(receipt.unit, assess(input).facts, input.asOf)), [input, receipt.unit]);
  const outcome = useMemo(
    () => (input === null || !workspace.data ? null : outcomeOf(receipt.unit, input, suppositions, workspace.data.others)),
    [input, receipt.unit, suppositions, workspace.data],
  );

  const suppose = (id: string, supposition: Supposition | null): void => {
    const next = new Map(suppositions);
    if (supposition === null) next.delete(id);
    else next.set(id, supposition);
    setSuppositions(next);
  };
  return {
    isLoading: workspace.isLoading,
    fault: workspace.error,
    retry: () => void workspace.refetch(),
    rows,
    outcome,
    suppositions,
    suppose,
    reset: () => {
      setSuppositions(new Map());
      setRound(round + 1);
    },
    round,
  };
}
