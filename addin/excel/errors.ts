import { WorkbookError } from './port.ts';

/** Excel's own codes for a person who is still typing in a cell. */
const EDITING = new Set(['InvalidOperationInCellEditMode', 'HostIsBusy', 'EditModeNotAllowed']);
/** Codes of a member this Excel (or the preview) does not have. */
const MISSING = new Set(['ApiNotFound', 'ApiNotAvailable', 'NotImplemented']);
/** Codes of more than the 5 MB Excel on the web takes or gives at once. */
export const TOO_LARGE: ReadonlySet<string> = new Set(['RequestPayloadSizeLimitExceeded', 'ResponsePayloadSizeLimitExceeded']);

/**
 * Runs a batch against the workbook. Rejects with a `WorkbookError` only: Excel's own errors are given one of its codes,
 * with what Excel said as `cause`.
 */
export async function runExcel<Result>(batch: (context: Excel.RequestContext) => Promise<Result>): Promise<Result> {
  try {
    return await Excel.run(batch);
  } catch (fault) {
    throw workbookErrorOf(fault);
  }
}

/** Excel's error code, such as `ItemNotFound`; null for anything else. */
export function excelCodeOf(fault: unknown): string | null {
  return fault instanceof OfficeExtension.Error ? fault.code : null;
}

function workbookErrorOf(fault: unknown): unknown {
  if (!(fault instanceof OfficeExtension.Error)) return fault;
  const options = { cause: fault };
  const statement = fault.debugInfo.errorLocation ?? '';
  if (EDITING.has(fault.code)) return new WorkbookError('busy', {}, options);
  if (MISSING.has(fault.code)) return new WorkbookError('hostLacks', { feature: statement || fault.message }, options);
  if (TOO_LARGE.has(fault.code)) return new WorkbookError('tooLarge', {}, options);
  if (fault.code === 'AccessDenied') return new WorkbookError('sheetProtected', { sheet: '' }, options);
  return new WorkbookError('host', { code: fault.code, message: fault.message, statement }, options);
}
