import { join } from 'node:path';
import type { PreviewPage } from './preview-page.ts';

const shots = process.env['SHOTS'];

/** A picture for who works on the pane; none without a folder to put it in. */
export async function shot({ page }: PreviewPage, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`) });
}
