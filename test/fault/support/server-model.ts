import type { Cell } from '../../../shared/cell.ts';
import type { PushOutcome, PushRequest } from '../../../shared/contract/push.ts';

/** One version of an entry: what its row held, as text. */
export interface ModelVersion {
  readonly revision: number;
  readonly content: string;
}

/**
 * What the server should do with pushes that arrive one after the other, written down anew from the table of outcomes: all
 * versions of all entries in memory, rows compared as texts. Every push carries the same columns, and cells in canonical form.
 */
export class ServerModel {
  readonly entries = new Map<string, ModelVersion[]>();
  /** The revision of every accepted request. */
  readonly requests = new Map<string, number>();
  /** Requests that a later push called lost: they must not write any more. */
  readonly #givenUp = new Set<string>();
  head = 0;

  /** The outcomes of the rows of a push, which takes effect; null when it was given up before. */
  push({ request, base, bases = {}, pending = [], rows }: PushRequest): PushOutcome[] | null {
    const own = new Set([request, ...pending].flatMap((one) => this.requests.get(one) ?? []));
    for (const lost of pending) if (!this.requests.has(lost)) this.#givenUp.add(lost);
    if (this.#givenUp.has(request)) return null;
    const isRepeat = this.requests.has(request);
    const next = this.head + 1;
    const written: [string, ModelVersion][] = [];
    const outcomes = rows.map(([id, ...cells]): PushOutcome => {
      const content = contentOf(cells);
      const versions = this.entries.get(String(id)) ?? [];
      const rowBase = bases[String(id)] ?? base;
      const outcome = this.#outcomeOf(content, versions, rowBase > this.head ? 0 : rowBase, own);
      if (outcome !== 'inserted' && outcome !== 'updated') return outcome;
      if (isRepeat) return 'conflict';
      written.push([String(id), { revision: next, content }]);
      return outcome;
    });
    for (const [id, version] of written) this.entries.set(id, [...(this.entries.get(id) ?? []), version]);
    if (written.length > 0) {
      this.head = next;
      this.requests.set(request, next);
    }
    return outcomes;
  }

  #outcomeOf(content: string, versions: readonly ModelVersion[], base: number, own: ReadonlySet<number>): PushOutcome {
    const stored = versions.at(-1);
    if (stored === undefined) return 'inserted';
    if (stored.content === content) return 'unchanged';
    // What the sheet knows: the last version it has seen, or made itself.
    const seen = versions.findLast(({ revision }) => revision <= base || own.has(revision));
    if (seen?.content === stored.content) return 'updated';
    return seen?.content === content ? 'incoming' : 'conflict';
  }
}

/** The cells of a row but its id as one text. */
export function contentOf(cells: readonly Cell[]): string {
  return JSON.stringify(cells);
}
