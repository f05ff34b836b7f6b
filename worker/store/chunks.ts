/** D1 takes strings up to 2 MB; local D1 takes more, so nothing but this keeps a parameter small enough. */
export const MAX_PARAMETER_BYTES = 1_500_000;

/** The most bytes of UTF-8 that a UTF-16 code unit can need. */
const BYTES_PER_CODE_UNIT = 3;

/** The most characters of JSON one row may have, so that it fits a parameter whatever its script. */
export const MAX_ROW_LENGTH = MAX_PARAMETER_BYTES / BYTES_PER_CODE_UNIT - 2;

/**
 * Rows, each already JSON, as JSON arrays of at most MAX_PARAMETER_BYTES of UTF-8.
 * Throws a RangeError for a row longer than MAX_ROW_LENGTH.
 */
export function jsonChunks(rows: readonly string[]): string[] {
  const chunks: string[] = [];
  let chunk: string[] = [];
  let length = 2;
  for (const row of rows) {
    if (row.length > MAX_ROW_LENGTH) throw new RangeError(`a row of ${row.length} characters does not fit a parameter`);
    if ((length + row.length + 1) * BYTES_PER_CODE_UNIT > MAX_PARAMETER_BYTES && chunk.length > 0) {
      chunks.push(`[${chunk.join(',')}]`);
      chunk = [];
      length = 2;
    }
    chunk.push(row);
    length += row.length + 1;
  }
  if (chunk.length > 0) chunks.push(`[${chunk.join(',')}]`);
  return chunks;
}
