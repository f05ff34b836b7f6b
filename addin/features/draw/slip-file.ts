import type { Slip } from '../../../shared/draw/types.ts';
import { saveFile } from '../../ui/save-file.ts';

/** The slip as the file that `verify-draw` reads. */
export function slipText(slip: Slip): string {
  return `${JSON.stringify(slip, null, 2)}\n`;
}

/** Offers the slip as a file; copying and the sheet stand beside it for where nothing can be downloaded. */
export function downloadSlip(slip: Slip): void {
  void saveFile(`draw-${slip.number}.json`, new Blob([slipText(slip)], { type: 'application/json' }));
}
