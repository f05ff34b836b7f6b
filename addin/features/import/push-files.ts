import { openWorkbookFile } from '../../files/workbook-file.ts';
import { PACKAGE_ENDING } from '../offline/package-file.ts';
import type { FileOutcome } from './outcome.ts';
import { pushFile } from './push-file.ts';
import type { FileOptions } from './push-file.ts';
import { pushPackageFile } from './push-package.ts';

/** A file as the clerk picked it. */
export interface PickedFile {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
}

/** How far the files are: which one is being pushed, counted from 0, and its ledger's rows. */
export interface FilesProgress {
  readonly file: number;
  readonly files: number;
  readonly name: string;
  readonly done: number;
  readonly total: number;
}

export interface FilesOptions extends Omit<FileOptions, 'onRows'> {
  readonly onProgress?: (progress: FilesProgress) => void;
  /** Called with each outcome as it is known. */
  readonly onFile?: (outcome: FileOutcome) => void;
}

/**
 * Pushes files one after the other; one that cannot be read or pushed does not stop the others. Aborting stops between requests and in
 * mid-request: what was accepted stays, the file under way and those not begun are `cancelled`. Never rejects.
 */
export async function pushFiles(files: readonly PickedFile[], options: FilesOptions): Promise<readonly FileOutcome[]> {
  const { onProgress, onFile, ...rest } = options;
  const outcomes: FileOutcome[] = [];
  for (const [at, file] of files.entries()) {
    const onRows = (done: number, total: number): void => onProgress?.({ file: at, files: files.length, name: file.name, done, total });
    onRows(0, 0);
    const outcome = await outcomeOf(file, { ...rest, onRows });
    outcomes.push(outcome);
    onFile?.(outcome);
  }
  return outcomes;
}

async function outcomeOf(file: PickedFile, options: FileOptions): Promise<FileOutcome> {
  const without = { name: file.name, made: null, sheets: [], others: [] };
  if (options.signal?.aborted) return { ...without, state: 'cancelled', fault: null };
  try {
    const bytes = await file.bytes();
    if (file.name.toLowerCase().endsWith(PACKAGE_ENDING)) return await pushPackageFile(file.name, new TextDecoder().decode(bytes), options);
    return await pushFile(file.name, await openWorkbookFile(bytes, file.name), options);
  } catch (fault) {
    return options.signal?.aborted ? { ...without, state: 'cancelled', fault: null } : { ...without, state: 'failed', fault };
  }
}
