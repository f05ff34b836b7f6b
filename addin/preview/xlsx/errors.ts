/** Why a file cannot be opened. */
export type XlsxErrorCode =
  /** Not a workbook of the Open XML kind: plain text, a picture, .ods, .xlsb … */
  | 'notXlsx'
  /** The binary format of Excel 97–2003 (.xls) or WPS (.et). */
  | 'legacyXls'
  /** Protected with a password to open. */
  | 'encrypted'
  /** Begins as a workbook, but a part is missing or damaged. */
  | 'broken'
  /** Would take more memory than a page can spare once unpacked. */
  | 'tooLarge';

/** A file that is not a workbook we can open; `detail` says where reading stopped, for the log. */
export class XlsxError extends Error {
  readonly code: XlsxErrorCode;
  readonly detail: string;

  constructor(code: XlsxErrorCode, detail: string) {
    super(`${code}: ${detail}`);
    this.name = 'XlsxError';
    this.code = code;
    this.detail = detail;
  }
}
