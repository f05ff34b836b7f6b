import { saveFile } from '../../ui/save-file.ts';
import { dayText } from '../../ui/time-text.ts';
import type { Unsent } from './unsent.ts';

/** What the files of packages end with. */
export const PACKAGE_ENDING = '.tzpkg';

/** What a package is called: its sheet and the day it was made, by the workspace's clock. */
export function packageName({ sheet, madeAt }: Pick<Unsent['content'], 'sheet' | 'madeAt'>, timeZone: string): string {
  return `${sheet}-${dayText(madeAt, timeZone)}${PACKAGE_ENDING}`;
}

/** Offers a package as a file. */
export function downloadPackage({ content, text }: Unsent, timeZone: string): void {
  void saveFile(packageName(content, timeZone), new Blob([text], { type: 'application/json' }));
}
