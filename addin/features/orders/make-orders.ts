import type { OrderAnswer } from '../../../shared/contract/reports.ts';
import type { SheetRef } from '../../excel/port.ts';
import type { ReportSheet } from '../../excel/reports/report-sheet.ts';

interface Making {
  readonly order: (unit: string) => Promise<OrderAnswer>;
  readonly write: (report: ReportSheet) => Promise<SheetRef>;
  readonly sheetOf: (order: OrderAnswer) => ReportSheet;
  /** Called as units are done. */
  readonly onUnit: (done: number) => void;
}

/** What came of making orders. */
export interface OrdersMade {
  /** The names of the sheets written, in order. */
  readonly sheets: readonly string[];
  /** Units that have nothing to see to any more. */
  readonly empty: readonly string[];
  /** What stopped the rest; null when all were made. */
  readonly fault: unknown;
}

/** Makes the order of each unit on a sheet of its own, one after the other; the first fault ends it, and what was made stays. */
export async function makeOrders(units: readonly string[], { order, write, sheetOf, onUnit }: Making): Promise<OrdersMade> {
  const sheets: string[] = [];
  const empty: string[] = [];
  try {
    for (const [at, unit] of units.entries()) {
      onUnit(at);
      const content = await order(unit);
      if (content.items.length === 0) empty.push(unit);
      else sheets.push((await write(sheetOf(content))).sheetName);
    }
    return { sheets, empty, fault: null };
  } catch (fault) {
    return { sheets, empty, fault };
  }
}
