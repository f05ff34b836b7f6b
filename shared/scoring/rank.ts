/** What a unit is ranked by. */
export interface Standing {
  /** null: not ranked. */
  readonly score: number | null;
  readonly vetoed: boolean;
}

function isBetter(a: Standing, b: Standing): boolean {
  return a.vetoed === b.vetoed ? Number(a.score) > Number(b.score) : b.vetoed;
}

/**
 * Standard competition ranking (1, 2, 2, 4): by score, higher first, every vetoed unit after those that are not; without a score no rank. Positions match
 * the input.
 */
export function ranksOf(standings: readonly Standing[]): (number | null)[] {
  const sorted = standings.filter(({ score }) => score !== null).toSorted((a, b) => (isBetter(a, b) ? -1 : isBetter(b, a) ? 1 : 0));
  const ranks = new Map<Standing, number>();
  for (const [position, standing] of sorted.entries()) {
    const before = sorted[position - 1];
    const isTied = before !== undefined && !isBetter(before, standing);
    ranks.set(standing, isTied ? (ranks.get(before) ?? position) : position + 1);
  }
  return standings.map((standing) => ranks.get(standing) ?? null);
}

/** Units with the best rank first; those without one last, in the order given. */
export function byRank<Unit extends { readonly rank: number | null }>(units: readonly Unit[]): Unit[] {
  return units.toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0);
}
