import type { ReceiptAnswer } from '../../../shared/contract/scores.ts';

type Line = ReceiptAnswer['lines'][number];

/** What is told in hundredths of an exact value may differ from it only by noise below this. */
const NOISE = 1e-6;

/**
 * The points of a receipt's lines as they are shown, in their order and to two decimals, so that they add up to the score shown: every
 * line is cut to hundredths and those that lost most get one back until the sum is right (largest remainder). Null for a line without points;
 * without a score each is rounded by itself.
 */
export function shownPoints(lines: readonly Line[], score: number | null): readonly (number | null)[] {
  const cents = lines.map((line) => (line.kind === 'notAssessed' ? null : withoutNoise(line.points * 100)));
  if (score === null) return cents.map((value) => (value === null ? null : Math.round(value) / 100));
  const cut = cents.map((value) => (value === null ? null : Math.floor(value)));
  const missing = Math.round(score * 100) - cut.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const lost = (at: number): number => (cents[at] ?? 0) - (cut[at] ?? 0);
  const raised = new Set([...cents.keys()].toSorted((a, b) => lost(b) - lost(a) || a - b).slice(0, Math.max(0, missing)));
  return cut.map((value, at) => (value === null ? null : (value + (raised.has(at) ? 1 : 0)) / 100));
}

function withoutNoise(value: number): number {
  return Math.round(value / NOISE) * NOISE;
}
