import { saveFile } from '../../ui/save-file.ts';
import type { Unsent } from './unsent.ts';

/** What the files of packages end with. */
export const PACKAGE_ENDING = '.tzpkg';

/** Offers a package as a file. */
export function downloadPackage({ content, text }: Unsent): void {
  void saveFile(`${content.sheet}-${content.madeAt.slice(0, 10)}${PACKAGE_ENDING}`, new Blob([text], { type: 'application/json' }));
}
