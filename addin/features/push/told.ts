import type { PushAnswer, PushOutcome } from '../../../shared/contract/push.ts';
import type { Content } from '../../../shared/ledger/entry.ts';
import type { Binding } from '../../excel/port.ts';
import type { Sent } from './send-blocks.ts';

/** What the server says others did to an entry. */
export interface Told {
  /** What the server has; null for an entry that was deleted. */
  readonly theirs: Content | null;
  /** The revision that made theirs. */
  readonly revision: number;
  /** Who made it and when, ISO 8601 UTC; null where that was not told. */
  readonly made: { readonly by: string; readonly at: string } | null;
}

/** How the rows of a sheet stand after a push or its dry run. */
export interface AfterPush {
  /** What became of each row, by id. */
  readonly outcomes: ReadonlyMap<string, PushOutcome>;
  /** The revision up to which the sheet has seen an entry: of a row that was taken that of its own request's answer, else its base from before. */
  readonly seenUpTo: (id: string) => number;
}

const TAKEN: ReadonlySet<PushOutcome | undefined> = new Set<PushOutcome>(['inserted', 'updated', 'unchanged']);

export function afterPush({ base, bases = {} }: Pick<Binding, 'base' | 'bases'>, { blocks, answers }: Sent): AfterPush {
  const outcomes = new Map<string, PushOutcome>();
  const taken = new Map<string, number>();
  blocks.forEach((block, blockAt) => {
    const answer = answers[blockAt];
    block.rows.forEach(({ id }, at) => {
      const outcome = answer?.rows.outcome[at];
      if (answer === undefined || outcome === undefined) return;
      outcomes.set(id, outcome);
      if (TAKEN.has(outcome)) taken.set(id, answer.revision);
    });
  });
  const head = answers[0]?.revision ?? base;
  const before = (id: string): number => {
    const known = bases[id] ?? base;
    // Above the current revision: of another database, or of one put back to an earlier day (architecture, How a push goes).
    return known > head ? 0 : known;
  };
  return { outcomes, seenUpTo: (id) => taken.get(id) ?? before(id) };
}

/**
 * What the answers of a push say of others, by id, the latest of each. A request knows the bases of its own entries only, so that what is
 * told of those of another one counts where others made it after that one was answered, and not before.
 */
export function toldBy({ blocks, answers }: Sent): Map<string, Told> {
  const answered = new Map<string, number>();
  blocks.forEach(({ rows, bases }, at) => {
    for (const id of [...rows.map((row) => row.id), ...Object.keys(bases)]) answered.set(id, answers[at]?.revision ?? 0);
  });
  const told = new Map<string, Told>();
  answers.forEach((answer, at) => {
    const block = blocks[at];
    const own = new Set([...(block?.rows.map(({ id }) => id) ?? []), ...Object.keys(block?.bases ?? {})]);
    for (const [id, found] of toldIn(answer)) if (own.has(id) || found.revision > (answered.get(id) ?? 0)) told.set(id, found);
  });
  return told;
}

function toldIn({ incoming, conflicts }: PushAnswer): readonly (readonly [string, Told])[] {
  const madeBy = new Map(incoming.changes.map(({ revision, by, at }) => [revision, { by, at }]));
  const changed = incoming.rows.map((cells, at) => {
    const revision = incoming.revisions[at] ?? 0;
    const { id, content } = rowOf(incoming.columns, cells);
    return [id, { theirs: content, revision, made: madeBy.get(revision) ?? null }] as const;
  });
  const deleted = incoming.deleted.map((id, at) => {
    const revision = incoming.deletedRevisions[at] ?? 0;
    return [id, { theirs: null, revision, made: madeBy.get(revision) ?? null }] as const;
  });
  return [...changed, ...deleted, ...conflicts.map(({ id, theirs, revision, by, at }) => [id, { theirs, revision, made: { by, at } }] as const)];
}

function rowOf(columns: readonly string[], cells: PushAnswer['incoming']['rows'][number]): { readonly id: string; readonly content: Content } {
  const content: Record<string, string | number> = {};
  let id = '';
  columns.forEach((column, at) => {
    const value = cells[at] ?? null;
    if (column === 'id') id = String(value);
    else if (typeof value === 'string' || typeof value === 'number') content[column] = value;
  });
  return { id, content };
}
