/** D1 takes strings up to 2 MB; local D1 takes more, so nothing but this keeps a parameter small enough. */
const MAX_PARAMETER_BYTES = 1_500_000;

/** The most bytes of UTF-8 that a UTF-16 code unit can need. */
const BYTES_PER_CODE_UNIT = 3;

/** The most characters one parameter may have, whatever its script; two are left for the brackets around it. */
const MAX_LENGTH = MAX_PARAMETER_BYTES / BYTES_PER_CODE_UNIT - 2;

/**
 * JSON members joined with commas into texts that fit a parameter each, brackets not yet around them.
 * Throws a RangeError for a member that does not fit alone.
 */
export function chunksOf(members: readonly string[]): string[] {
  const chunks: string[] = [];
  let from = 0;
  let length = 0;
  for (const [at, member] of members.entries()) {
    if (member.length > MAX_LENGTH) throw new RangeError(`a member of ${member.length} characters does not fit a parameter`);
    if (length + member.length > MAX_LENGTH) {
      chunks.push(members.slice(from, at).join(','));
      from = at;
      length = 0;
    }
    length += member.length + 1;
  }
  if (from < members.length) chunks.push(members.slice(from).join(','));
  return chunks;
}
