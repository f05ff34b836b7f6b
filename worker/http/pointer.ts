/** The most characters told of a text or name at fault. */
export const MAX_TOLD = 100;

/** A JSON pointer (RFC 6901). Of a name longer than `MAX_TOLD` characters it has the first ones: an answer is not to grow with what it refuses. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).slice(0, MAX_TOLD).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
