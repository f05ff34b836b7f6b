import { useQuery } from '@tanstack/react-query';
import type { Binding } from '../../excel/port.ts';
import { useServices } from '../services.tsx';
import { unsentOf } from './unsent.ts';
import type { Unsent } from './unsent.ts';

/** The push kept in the workbook for a ledger; null when there is none, or while it is looked for. */
export function useUnsent(binding: Binding | null): Unsent | null {
  const { workbook } = useServices();
  const id = binding?.id;
  const unsent = useQuery({ queryKey: ['workbook', 'unsent', id], queryFn: () => (id === undefined ? null : unsentOf(workbook, id)) });
  return unsent.data ?? null;
}
