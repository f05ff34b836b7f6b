/** A score with its two decimals; a dash where there is none. */
export function scoreText(score: number | null): string {
  return score === null ? '–' : score.toFixed(2);
}

/** Points with their sign, a true minus sign, and no more than two decimals: −1, +0.5, 0. */
export function pointsText(points: number): string {
  const size = String(Math.round(Math.abs(points) * 100) / 100);
  if (size === '0') return '0';
  return (points < 0 ? '−' : '+') + size;
}

/** Points of a receipt's line with their sign and two decimals, as they stand above the total: −5.40, +0.50, 0.00. */
export function linePointsText(points: number): string {
  const size = Math.abs(points).toFixed(2);
  if (Number(size) === 0) return size;
  return (points < 0 ? '−' : '+') + size;
}

/** A share of 0–1 as a percentage without its sign, of at most so many decimals. */
export function percentText(share: number, decimals = 1): string {
  const scale = 10 ** decimals;
  return String(Math.round(share * 100 * scale) / scale);
}

/** A size as people say it: `820 KB`, `1.4 MB`. */
export function bytesText(bytes: number, language: string): string {
  const isLarge = bytes >= 1_000_000;
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: isLarge ? 1 : 0 }).format(isLarge ? bytes / 1_000_000 : Math.ceil(bytes / 1_000))} ${isLarge ? 'MB' : 'KB'}`;
}
