import { useEffect, useEffectEvent, useState } from 'react';
import type { LedgerWorkbook } from '../excel/port.ts';
import { useServices } from './services.tsx';

type EventName = 'onSheetActivated' | 'onSelectionChanged';

/** Follows an event of the workbook while its place is shown. Answers why it cannot be followed; null when it is. */
export function useWorkbookEvent(event: EventName, listener: () => void): unknown {
  const { workbook } = useServices();
  const [fault, setFault] = useState<unknown>(null);
  const tell = useEffectEvent(listener);
  useEffect(() => follow(workbook, event, () => tell(), setFault), [workbook, event]);
  return fault;
}

/** Follows an event until the function it answers with is called; tells of a fault where Excel does not let it. */
export function follow(workbook: Pick<LedgerWorkbook, EventName>, event: EventName, listener: () => void, onFault: (fault: unknown) => void): () => void {
  let isStopped = false;
  const stopping = workbook[event](() => {
    if (!isStopped) listener();
  });
  stopping.catch((fault: unknown) => {
    if (!isStopped) onFault(fault);
  });
  return () => {
    isStopped = true;
    // Nobody listens any more, whether or not Excel has been told so.
    void stopping.then((stop) => stop()).catch(() => undefined);
  };
}
