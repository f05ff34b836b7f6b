import type { PushAnswer } from '../../../shared/contract/push.ts';
import type { Content, Entry } from '../../../shared/ledger/entry.ts';
import { readRow } from '../../../shared/ledger/rows.ts';
import { registerById } from '../../../shared/registers/index.ts';
import type { LedgerApi } from '../../api/ledger-api.ts';
import type { LedgerReading, LedgerRow } from '../../excel/port.ts';
import { missingStates } from '../push/read-rows.ts';
import type { StandingRows } from '../push/read-rows.ts';
import type { Sent } from '../push/send-blocks.ts';

/**
 * What is to be decided on a row: others changed it and the sheet did not; both did; others deleted it; others added it; or the sheet
 * no longer has it and nobody has said whether it is to be deleted.
 */
export const decisionKinds = ['conflict', 'changed', 'removed', 'added', 'missing'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** A row whose sheet and server differ in a way that no push settles. Nothing changes on either side until the clerk has chosen. */
export interface Decision {
  readonly id: string;
  readonly kind: DecisionKind;
  /** Zero-based row of the sheet; null for a row that is not there. */
  readonly sheetRow: number | null;
  /** What the sheet has; null for a row that is not there. */
  readonly mine: Content | null;
  /** What the server has; null for an entry that was deleted. */
  readonly theirs: Content | null;
  /** The revision that made theirs. */
  readonly revision: number;
  /** Who made it and when, ISO 8601 UTC; null where only the clerk's own sheet has changed. */
  readonly made: { readonly by: string; readonly at: string } | null;
}

/** What the server says others did to an entry. */
type Told = Pick<Decision, 'theirs' | 'revision' | 'made'>;

/** What is to be decided after a push or its dry run, in sheet order, rows that are not in the sheet last. Asks the server for entries only where rows are missing or more changed than an answer tells. */
export async function decisionsOf(api: LedgerApi, standing: StandingRows, sent: Sent, signal?: AbortSignal): Promise<readonly Decision[]> {
  const { reading, rows } = standing;
  const { base, left = {}, register } = reading.binding;
  const told = toldBy(sent);
  const outcomes = outcomesOf(sent);
  const missing = missingStates(standing);
  const asked = [...missing.keys()].filter((id) => left[id] === undefined || told.has(id));
  const isMore = sent.answers.some(({ incoming }) => incoming.more);
  const live = asked.length > 0 || isMore ? await api.entries(register, signal) : [];
  const entries = new Map(live.map((entry) => [entry.id, entry]));
  if (isMore) for (const entry of live) if (entry.revision > base && !told.has(entry.id)) told.set(entry.id, toldOf(entry));

  const here = rows.flatMap((row): Decision[] => {
    const found = told.get(row.id);
    const outcome = outcomes.get(row.id);
    if (found === undefined || (outcome !== 'incoming' && outcome !== 'conflict' && outcome !== 'rejected')) return [];
    const kind = found.theirs === null ? 'removed' : outcome === 'incoming' ? 'changed' : 'conflict';
    return [{ id: row.id, kind, sheetRow: row.sheetRow, mine: contentOf(reading, row), ...found }];
  });
  const standingIds = new Set(rows.map(({ id }) => id));
  const isOfSheet = belongingTo(reading);
  const added = [...told].flatMap(([id, found]): Decision[] => {
    if (standingIds.has(id) || missing.has(id) || found.theirs === null || !isOfSheet(found.theirs)) return [];
    return [{ id, kind: 'added', sheetRow: null, mine: null, ...found }];
  });
  const gone = asked.flatMap((id): Decision[] => {
    const entry = entries.get(id);
    if (entry === undefined || entry.revision === left[id]) return [];
    return [{ id, kind: 'missing', sheetRow: null, mine: null, ...toldOf(entry), made: told.get(id)?.made ?? null }];
  });
  return [...here, ...added, ...gone];
}

/** What a row of the sheet holds, as far as it can be read. */
export function contentOf({ binding, fields }: LedgerReading, { cells }: LedgerRow): Content {
  const register = registerById(binding.register);
  return register ? readRow(register, fields, cells, { isNew: false }).content : {};
}

function toldOf({ content, revision }: Entry): Told {
  return { theirs: content, revision, made: null };
}

/** What every answer of a push says of others, by id. */
function toldBy({ answers }: Sent): Map<string, Told> {
  const told = new Map<string, Told>();
  for (const { incoming, conflicts } of answers) {
    const madeBy = new Map(incoming.changes.map(({ revision, by, at }) => [revision, { by, at }]));
    incoming.rows.forEach((cells, at) => {
      const revision = incoming.revisions[at] ?? 0;
      const { id, content } = rowOf(incoming.columns, cells);
      told.set(id, { theirs: content, revision, made: madeBy.get(revision) ?? null });
    });
    incoming.deleted.forEach((id, at) => {
      const revision = incoming.deletedRevisions[at] ?? 0;
      told.set(id, { theirs: null, revision, made: madeBy.get(revision) ?? null });
    });
    for (const { id, theirs, revision, by, at } of conflicts) told.set(id, { theirs, revision, made: { by, at } });
  }
  return told;
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

/** The outcome of every row. A block's answer tells of rows of other blocks too: their own block's answer counts. */
function outcomesOf({ answers }: Sent): ReadonlyMap<string | null, string> {
  return new Map(answers.flatMap(({ rows }) => rows.id.map((id, at) => [id, rows.outcome[at] ?? ''] as const)));
}

/**
 * Whether an entry that the sheet has never had belongs into it. Into a sheet of one unit only that unit's do. To a sheet that
 * was never pushed what others have is no news, unless it has no rows yet: then it waits to be filled.
 */
function belongingTo(reading: LedgerReading): (entry: Content) => boolean {
  if (reading.binding.base === 0 && reading.rows.length > 0) return () => false;
  const units = new Set(reading.rows.map((row) => contentOf(reading, row)['unit']));
  const [only] = units;
  return ({ unit }) => units.size !== 1 || only === undefined || unit === only;
}
