import type { ChartType } from '../../model/chart.ts';
import { invalidArgument, notImplemented } from '../errors.ts';
import { hasKey } from './format-part.ts';

export const CHART_TYPES = { BarClustered: 'bar', ColumnClustered: 'column', Line: 'line' } as const satisfies Record<string, ChartType>;

/** Throws NotImplemented for a type the model does not have. */
export function chartTypeOf(name: unknown): ChartType {
  if (typeof name !== 'string') throw invalidArgument();
  if (!hasKey(CHART_TYPES, name)) throw notImplemented(`charts of type ${name}`);
  return CHART_TYPES[name];
}
