import type { Digest } from '../../shared/text/digest.ts';

/** A key shorter than this, or of fewer different characters than MIN_VARIETY, can be guessed. */
export const MIN_KEY_LENGTH = 32;
const MIN_VARIETY = 10;

/** The worker's digest. Keys are random, so a slow hash of them would add nothing. */
export const hashOf: Digest = async (text) => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return hexOf(new Uint8Array(digest));
};

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const SECRET_BYTES = 32;
const KEY_PATTERN = /^tz_([0-7][0-9A-HJKMNP-TV-Z]{25})_[0-9a-f]{64}$/;

/** A new access key, `tz_<keyid>_<secret>`: 256 random bits that nobody can guess, so nothing but their digest need be kept. */
export function newKey(id: string): string {
  return `tz_${id}_${hexOf(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)))}`;
}

/** The key id in a token; null for one that is no `tz_<keyid>_<secret>`, such as a bootstrap admin key. */
export function keyIdOf(token: string): string | null {
  return KEY_PATTERN.exec(token)?.[1] ?? null;
}

/** Whether two digests are the same, in a time that tells nothing of where they differ. */
export function sameDigest(a: string, b: string): boolean {
  const [left, right] = [new TextEncoder().encode(a), new TextEncoder().encode(b)];
  return left.byteLength === right.byteLength && crypto.subtle.timingSafeEqual(left, right);
}

/** Whether a key could be guessed: such a key opens nothing but localhost. */
export function isWeak(key: string): boolean {
  return key.length < MIN_KEY_LENGTH || new Set(key).size < MIN_VARIETY;
}

const SIGNED_PATTERN = /^eyJ[\w-]*\.[\w-]+\.[\w-]*$/;

/** Whether a bearer token is a signed one (JWS, RFC 7515), true or forged; access keys never look so. */
export function isSigned(token: string): boolean {
  return SIGNED_PATTERN.test(token);
}

/** Whether a token was made by people, and so may be found by trying: one with a key id holds 256 random bits, a signed one a signature. */
export function isGuessable(token: string): boolean {
  return keyIdOf(token) === null && !isSigned(token);
}

/** Whether a host name is this machine. */
export function isLocalhost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}
