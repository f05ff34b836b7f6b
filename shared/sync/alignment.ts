import { groupBy, ringsOf } from './alignment-moves.ts';
import type { Move } from './alignment-moves.ts';
import type { RowState } from './row-state.ts';

/** A row as it stands: the id beside it, and what it holds; null for a row that is no entry (emptied, a total) but carries an id. */
export interface AlignedRow {
  readonly id: string | null;
  readonly state: RowState | null;
}

/** What each id's row held when it was last known to stand right. */
export type SyncedStates = ReadonlyMap<string, RowState>;

/** Where ids belong (excel, What it does to a workbook). */
export interface Alignment {
  /**
   * The id every row should carry, in the rows' order; null for none. Without misalignment it is the row's own but for copies
   * (the same id twice stays with the row that holds its content) and rows whose id was lost and that are known again.
   */
  readonly ids: readonly (string | null)[];
  /** Whether ids stand beside the content of others. */
  readonly isMisaligned: boolean;
}

/**
 * Compares what rows hold with what their ids' rows held last. An id goes with its full content; failing that with the required
 * fields, when one row alone has them. A row that was edited keeps its id as long as no other row holds what was its.
 *
 * Ids are called misaligned when full contents stand beside other ids, or required fields have changed places in a ring; rows
 * edited each for itself are neither.
 */
export function alignIds(rows: readonly AlignedRow[], synced: SyncedStates): Alignment {
  const plan = new Plan(rows, synced);
  plan.keep('content');
  const rings = plan.takeRings('content');
  plan.keep('key');
  const moved = plan.takeContents();
  const keyRings = plan.takeRings('key');
  const isMisaligned = rings || moved || keyRings;
  plan.takeKeys({ lostOnly: !isMisaligned });
  plan.keepRest();
  return { ids: plan.ids, isMisaligned };
}

/** Gives ids to rows step by step; what has been given stays. */
class Plan {
  readonly ids: (string | null)[];
  readonly #rows: readonly AlignedRow[];
  readonly #synced: SyncedStates;
  /** Where each id stands now. Of rows with the same id, the one that holds its content, else its key, else the first entry. */
  readonly #standing = new Map<string, number>();
  /** Ids that have their row, and rows that have their id. */
  readonly #given = new Set<string>();
  readonly #settled = new Set<number>();

  constructor(rows: readonly AlignedRow[], synced: SyncedStates) {
    this.#rows = rows;
    this.#synced = synced;
    this.ids = rows.map(() => null);
    rows.forEach(({ id }, at) => {
      if (id === null) return;
      const other = this.#standing.get(id);
      if (other === undefined || this.#likeness(at, id) > this.#likeness(other, id)) this.#standing.set(id, at);
    });
  }

  /** Lets rows keep their id that are what they were. */
  keep(by: keyof RowState): void {
    for (const [id, at] of this.#standing) {
      const state = this.#rows[at]?.state;
      if (!this.#settled.has(at) && !this.#given.has(id) && state && state[by] === this.#synced.get(id)?.[by]) this.#give(at, id);
    }
  }

  /** Lets ids follow what they belong to where rows have only changed places among themselves; false when none have. */
  takeRings(by: keyof RowState): boolean {
    const rings = ringsOf(this.#moves(by), (id) => this.#standing.get(id));
    for (const { row, id } of rings) this.#give(row, id);
    return rings.length > 0;
  }

  /** Lets ids follow their full content. True when one of them stood beside something else, or its new row beside another id. */
  takeContents(): boolean {
    const moves = this.#moves('content');
    for (const { row, id } of moves) this.#give(row, id);
    return moves.some((move) => !this.#isLost(move));
  }

  /** Lets ids follow their required fields; with `lostOnly` those that stand nowhere, to rows without any. */
  takeKeys({ lostOnly }: { readonly lostOnly: boolean }): void {
    for (const move of this.#moves('key')) if (!lostOnly || this.#isLost(move)) this.#give(move.row, move.id);
  }

  /** Rows that nothing is known of keep their id unless it went to another row. */
  keepRest(): void {
    for (const [id, at] of this.#standing) if (!this.#settled.has(at) && !this.#given.has(id)) this.#give(at, id);
  }

  /** Rows without their id beside the ids without row that held the same. A key must be of one row and one id: others could as well be meant. */
  #moves(by: keyof RowState): readonly Move[] {
    const openIds = [...this.#synced].filter(([id]) => !this.#given.has(id));
    const idsOf = groupBy(openIds, ([, state]) => state[by]);
    const openRows = [...this.#rows.entries()].flatMap(([row, { state }]) => (state === null || this.#settled.has(row) ? [] : [{ row, state }]));
    return [...groupBy(openRows, ({ state }) => state[by])].flatMap(([text, rows]) => {
      const ids = idsOf.get(text) ?? [];
      if (by === 'key' && (rows.length !== 1 || ids.length !== 1)) return [];
      return rows.flatMap(({ row }, at) => (ids[at] ? [{ row, id: ids[at][0] }] : []));
    });
  }

  /** Whether an id stands nowhere and its row has none of its own: someone has cleared or overwritten it. */
  #isLost({ row, id }: Move): boolean {
    const own = this.#rows[row]?.id ?? null;
    return !this.#standing.has(id) && (own === null || this.#standing.get(own) !== row);
  }

  #likeness(row: number, id: string): number {
    const state = this.#rows[row]?.state;
    const before = this.#synced.get(id);
    if (!state) return 0;
    if (state.content === before?.content) return 3;
    return state.key === before?.key ? 2 : 1;
  }

  #give(row: number, id: string): void {
    this.ids[row] = id;
    this.#settled.add(row);
    this.#given.add(id);
  }
}
