/** Up to this many bytes a file is offered by a data link; browsers cut longer ones. */
const MOST_OF_A_LINK = 1_000_000;

/**
 * Offers a file to be saved. Desktop Excel blocks blob links in the pane, so that what is short enough goes by a data link. Excel for Mac
 * downloads nothing at all and says nothing of it: where that matters another way is offered beside it.
 */
export async function saveFile(name: string, file: Blob): Promise<void> {
  if (file.size <= MOST_OF_A_LINK) {
    clickLink(name, `data:${file.type};charset=utf-8,${encodeURIComponent(await file.text())}`);
    return;
  }
  const address = URL.createObjectURL(file);
  clickLink(name, address);
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // not before the browser has begun to save it
}

function clickLink(name: string, address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName(name);
  link.click();
}

/** A name without what Windows does not allow in one. */
export function fileName(name: string): string {
  return name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_');
}
