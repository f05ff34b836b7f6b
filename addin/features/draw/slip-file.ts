import type { Slip } from '../../../shared/draw/types.ts';

/** The slip as the file that `verify-draw` reads. */
export function slipText(slip: Slip): string {
  return `${JSON.stringify(slip, null, 2)}\n`;
}

/**
 * Offers the slip as a file. A data link, because desktop Excel blocks blob links in the pane. Excel for Mac downloads nothing at all and says
 * nothing of it, hence copying and the sheet beside it.
 */
export function downloadSlip(slip: Slip): void {
  const link = document.createElement('a');
  link.href = `data:application/json;charset=utf-8,${encodeURIComponent(slipText(slip))}`;
  link.download = `draw-${slip.number}.json`;
  link.click();
}
