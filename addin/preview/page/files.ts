import { openXlsx, saveXlsx } from '../xlsx/index.ts';
import type { Book } from '../model/book.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Reads a file the person chose or dropped. Rejects with an `XlsxError`. */
export async function openFile(file: File): Promise<Book> {
  return openXlsx(new Uint8Array(await file.arrayBuffer()), file.name);
}

/** Hands the workbook to the browser as a download. */
export async function downloadBook(book: Book): Promise<void> {
  const address = URL.createObjectURL(new Blob([new Uint8Array(await saveXlsx(book))], { type: XLSX }));
  const link = document.createElement('a');
  link.href = address;
  link.download = book.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // the download may still be reading
}

/** Calls back for files dropped anywhere on the page; `onHover` as they come and go over it. */
export function watchDrops(onFile: (file: File) => void, onHover: (isOver: boolean) => void): void {
  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  window.addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    onHover(true);
  });
  window.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) onHover(false);
  });
  window.addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    onHover(false);
    const file = event.dataTransfer?.files[0];
    if (file) onFile(file);
  });
}
