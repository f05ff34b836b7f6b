import type { Unsent } from './unsent.ts';

/** What the files of packages end with. */
export const PACKAGE_ENDING = '.tzpkg';

/** Offers a package as a file; by a data link, because desktop Excel blocks blob links in the pane. */
export function downloadPackage({ content, text }: Unsent): void {
  const link = document.createElement('a');
  link.href = `data:application/json;charset=utf-8,${encodeURIComponent(text)}`;
  link.download = `${content.sheet}-${content.madeAt.slice(0, 10)}${PACKAGE_ENDING}`;
  link.click();
}
