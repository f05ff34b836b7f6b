/** Characters that are not taken for one another when read out or copied by hand. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const GROUPS = 4;
const GROUP = 5;

/** A secret of 100 random bits in four groups, such as `K7Q2M-…`. */
export function newSecret(): string {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(GROUPS * GROUP)), (byte) => ALPHABET[byte % ALPHABET.length]);
  return Array.from({ length: GROUPS }, (_, at) => letters.slice(at * GROUP, (at + 1) * GROUP).join('')).join('-');
}
