/** Full-width ASCII (！ to ～) lies this far above its half-width form. */
const FULL_WIDTH_OFFSET = 0xfee0;

/** Turns full-width letters, digits, signs and blanks into half-width ones; everything else stays. Folding twice changes nothing. */
export function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/g, (char) => (char === '\u3000' ? ' ' : String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_OFFSET)));
}

/** Removes what no reader sees: zero-width characters, byte order marks, soft hyphens. */
export function dropInvisible(text: string): string {
  return text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '');
}
