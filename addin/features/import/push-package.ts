import { sendPackage } from '../offline/unsent.ts';
import { openPackage } from '../../../shared/sync/package.ts';
import { FileError } from '../../files/file-error.ts';
import { sha256 } from '../../work/digest.ts';
import type { FileOutcome } from './outcome.ts';
import { fileOutcome } from './outcome.ts';
import { packageOutcome } from './package-outcome.ts';
import type { FileOptions } from './push-file.ts';

/**
 * Pushes a package (报送包) under the client's own credential, as it was sealed. Rejects with a `FileError` for one that was changed or
 * belongs to another workspace, with an `ApiError`, or with the signal's reason.
 */
export async function pushPackageFile(name: string, text: string, { api, workspace, isDryRun, signal, onRows }: FileOptions): Promise<FileOutcome> {
  const opened = await openPackage(text, sha256);
  if ('fault' in opened) throw new FileError(opened.fault);
  const { content } = opened;
  if (content.workspace.id !== workspace) throw new FileError('otherWorkspace', { sheet: content.sheet });
  const answers = await sendPackage(api, content, { isDryRun, signal, onRows });
  return { ...fileOutcome(name, [packageOutcome(content, answers)], []), made: { by: content.madeBy, at: content.madeAt } };
}
