import type { Digest } from '../../shared/text/digest.ts';

/** A key shorter than this, or of fewer different characters than MIN_VARIETY, can be guessed. */
export const MIN_KEY_LENGTH = 32;
const MIN_VARIETY = 10;

/** The worker's digest. Keys are random, so a slow hash of them would add nothing. */
export const hashOf: Digest = async (text) => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** Whether two digests are the same, in a time that tells nothing of where they differ. */
export function sameDigest(a: string, b: string): boolean {
  const [left, right] = [new TextEncoder().encode(a), new TextEncoder().encode(b)];
  return left.byteLength === right.byteLength && crypto.subtle.timingSafeEqual(left, right);
}

/** Whether a key could be guessed: such a key opens nothing but localhost. */
export function isWeak(key: string): boolean {
  return key.length < MIN_KEY_LENGTH || new Set(key).size < MIN_VARIETY;
}

/** Whether a host name is this machine. */
export function isLocalhost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}
