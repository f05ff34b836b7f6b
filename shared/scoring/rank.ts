/** Standard competition ranking (1, 2, 2, 4) of scores, higher first; null scores get no rank. Positions match the input. */
export function ranksOf(scores: readonly (number | null)[]): (number | null)[] {
  const sorted = scores.filter((score) => score !== null).toSorted((a, b) => b - a);
  const rankOf = new Map<number, number>();
  for (const [position, score] of sorted.entries()) if (!rankOf.has(score)) rankOf.set(score, position + 1);
  return scores.map((score) => (score === null ? null : (rankOf.get(score) ?? null)));
}
