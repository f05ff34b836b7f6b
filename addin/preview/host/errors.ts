/** Errors as Excel answers them. Codes and messages: learn.microsoft.com, "Error handling with the application-specific JavaScript APIs". */

/** Becomes an `OfficeExtension.Error` with this code in the add-in. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.status = status;
  }
}

export const invalidArgument = (detail = 'The argument is invalid or missing or has an incorrect format.'): ApiError => new ApiError('InvalidArgument', detail);

export const arraySizeMismatch = (): ApiError =>
  invalidArgument("The number of rows or columns in the input array doesn't match the size or dimensions of the range.");

export const itemNotFound = (): ApiError => new ApiError('ItemNotFound', "The requested resource doesn't exist.", 404);

export const itemAlreadyExists = (): ApiError => new ApiError('ItemAlreadyExists', 'The resource being created already exists.', 409);

export const accessDenied = (): ApiError => new ApiError('AccessDenied', 'You cannot perform the requested operation.', 403);

/** @param member such as `Range.copyFrom` */
export const notImplemented = (member: string): ApiError => new ApiError('NotImplemented', `The preview host does not implement ${member}.`, 501);
