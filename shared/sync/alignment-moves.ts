/** An id that belongs to a row where another or none stands. */
export interface Move {
  readonly row: number;
  readonly id: string;
}

/** The moves that close rings: every row of a ring takes the id that stands beside the next (`standing`), the last that of the first. */
export function ringsOf(moves: readonly Move[], standing: (id: string) => number | undefined): readonly Move[] {
  const byRow = new Map(moves.map((move) => [move.row, move]));
  const seen = new Set<Move>();
  return moves.flatMap((first) => {
    const path: Move[] = [];
    let move: Move | undefined = first;
    while (move !== undefined && !seen.has(move)) {
      seen.add(move);
      path.push(move);
      move = byRow.get(standing(move.id) ?? -1);
    }
    return move === first ? path : [];
  });
}

/** Groups in the order of their first members. */
export function groupBy<Item>(items: readonly Item[], textOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const text = textOf(item);
    const group = groups.get(text);
    if (group) group.push(item);
    else groups.set(text, [item]);
  }
  return groups;
}
