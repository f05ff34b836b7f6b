/** Why a file, or a ledger of it, was not taken; the words are `files.errors.<code>`. */
export type FileErrorCode =
  | 'notXlsx'
  | 'legacyXls'
  | 'encrypted'
  | 'broken'
  | 'tooLarge'
  | 'noLedger'
  | 'otherWorkspace'
  | 'idsMisaligned'
  | 'notAPackage'
  | 'tampered';

export class FileError extends Error {
  readonly code: FileErrorCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: FileErrorCode, params: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.name = 'FileError';
    this.code = code;
    this.params = params;
  }
}
