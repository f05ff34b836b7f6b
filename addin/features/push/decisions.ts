import type { Content, Entry } from '../../../shared/ledger/entry.ts';
import type { LedgerApi } from '../../api/ledger-api.ts';
import type { LedgerReading } from '../../excel/port.ts';
import { missingStates } from './read-rows.ts';
import type { StandingRows } from './read-rows.ts';
import { contentOf } from './row-content.ts';
import type { Sent } from './send-blocks.ts';
import { afterPush, toldBy } from './told.ts';
import type { Told } from './told.ts';

/**
 * What is to be decided on a row: others changed it and the sheet did not; both did; others deleted it; others added it; or the sheet
 * no longer has it and nobody has said whether it is to be deleted.
 */
export const decisionKinds = ['conflict', 'changed', 'removed', 'added', 'missing'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** A row whose sheet and server differ in a way that no push settles. Nothing changes on either side until the clerk has chosen. */
export interface Decision extends Told {
  readonly id: string;
  readonly kind: DecisionKind;
  /** Zero-based row of the sheet; null for a row that is not there. */
  readonly sheetRow: number | null;
  /** What the sheet has; null for a row that is not there. */
  readonly mine: Content | null;
}

/** What is to be decided after a push or its dry run, in sheet order, rows that are not in the sheet last. Asks the server for entries only where rows are missing or more changed than an answer tells. */
export async function decisionsOf(api: LedgerApi, standing: StandingRows, sent: Sent, signal?: AbortSignal): Promise<readonly Decision[]> {
  const { reading, rows } = standing;
  const { left = {}, register } = reading.binding;
  const told = toldBy(sent);
  const { outcomes, seenUpTo } = afterPush(reading.binding, sent);
  const missing = missingStates(standing);
  const asked = [...missing.keys()].filter((id) => left[id] === undefined || told.has(id));
  const isMore = sent.answers.some(({ incoming }) => incoming.more);
  const live = asked.length > 0 || isMore ? await api.entries(register, signal) : [];
  const entries = new Map(live.map((entry) => [entry.id, entry]));
  if (isMore) for (const entry of live) if (entry.revision > (told.get(entry.id)?.revision ?? seenUpTo(entry.id))) told.set(entry.id, toldOf(entry));

  const here = rows.flatMap((row): Decision[] => {
    const found = told.get(row.id);
    if (found === undefined) return [];
    const outcome = outcomes.get(row.id);
    // A row that was taken, and changed by others before the push was through, is one that the sheet has not changed since.
    const kind = found.theirs === null ? 'removed' : outcome === 'conflict' || outcome === 'rejected' ? 'conflict' : 'changed';
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

function toldOf({ content, revision }: Entry): Told {
  return { theirs: content, revision, made: null };
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
