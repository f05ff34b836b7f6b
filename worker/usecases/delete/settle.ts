import type { IsoDate } from '../../../shared/calendar/day.ts';
import type { DeleteOutcome } from '../../../shared/contract/delete.ts';
import { readId } from '../../../shared/ledger/ids.ts';
import type { CellProblem } from '../../../shared/ledger/rows.ts';
import { message, type Message } from '../../../shared/message.ts';
import type { Register } from '../../../shared/registers/index.ts';
import { deletionOf } from '../../../shared/sync/deletion.ts';
import { hasSeen, type Version } from '../../../shared/sync/outcome.ts';
import type { Scope } from '../../auth/scope.ts';
import type { StoredEntry, WantedVersion, WriterSnapshot } from '../../store/port.ts';
import type { PushInput } from '../push/input.ts';
import { baseOf, seenOf } from '../push/settle.ts';

/** A request for deletion, its envelope checked. */
export interface DeleteInput extends Pick<PushInput, 'base' | 'bases' | 'workspace' | 'request' | 'pending' | 'push' | 'dryRun'> {
  readonly ids: readonly string[];
}

/** An entry that was to be deleted and what becomes of it. */
export interface SettledDeletion {
  readonly id: string;
  readonly outcome: DeleteOutcome;
  readonly stored: StoredEntry | null;
  /** What the sheet last knew of it. */
  readonly seen: Version | null;
  /** There is no content the sheet wants. */
  readonly content: null;
  /** Why it was rejected. */
  readonly problems: readonly CellProblem[];
}

interface Context {
  readonly register: Register;
  readonly input: DeleteInput;
  readonly snapshot: WriterSnapshot;
  readonly stored: ReadonlyMap<string, StoredEntry>;
  readonly scope: Scope;
  /** The day the list was locked on for this credential; null: it is not. */
  readonly lockedOn: IsoDate | null;
}

/** The entries whose outcome depends on what the sheet last knew of them, and that has been written over since. */
export function unsettledIds(input: DeleteInput, stored: ReadonlyMap<string, StoredEntry>, snapshot: WriterSnapshot): WantedVersion[] {
  return [...new Set(input.ids)].flatMap((id) => {
    const entry = stored.get(id);
    const base = baseOf(id, input, snapshot);
    return entry === undefined || entry.isDeleted || hasSeen({ base, own: snapshot.own }, entry) ? [] : [{ id, base }];
  });
}

/** Settles the outcome of every id, in order. `known` are the versions asked for by `unsettledIds`. */
export function settleDeletions(context: Context, known: ReadonlyMap<string, Version>): SettledDeletion[] {
  const { register, input, snapshot } = context;
  const fields = register.fields.map(({ id }) => id);
  const times = new Map<string, number>();
  for (const id of input.ids) times.set(id, (times.get(id) ?? 0) + 1);
  return input.ids.map((id) => {
    const entry = context.stored.get(id) ?? null;
    const problem = problemOf(id, times.get(id) ?? 1, entry, context);
    if (problem !== null) return { id, outcome: 'rejected', stored: null, seen: null, content: null, problems: [problem] };
    const seen = seenOf(entry, baseOf(id, input, snapshot), snapshot, known);
    const outcome = deletionOf({ isRejected: false, fields, stored: entry, seen });
    // An accepted request never writes again: what it would delete now was changed by a later revision.
    const isRepeat = snapshot.repeatOf !== null && outcome === 'deleted';
    return { id, outcome: isRepeat ? 'conflict' : outcome, stored: entry, seen, content: null, problems: [] };
  });
}

/** Why an id cannot be deleted; null when it can. */
function problemOf(id: string, count: number, entry: StoredEntry | null, { register, scope, lockedOn }: Context): CellProblem | null {
  const about = (problem: Message): CellProblem => ({ ...problem, column: 'id', value: id });
  const reading = readId(id);
  if ('problem' in reading) return about(reading.problem);
  if (count > 1) return about(message('problem.idTwice', { id, count }));
  if (entry === null) return null;
  if (!scope.mayChange(entry.content)) return about(message('problem.outOfScope'));
  if (entry.register !== register.id) return about(message('problem.idElsewhere', { id }));
  if (lockedOn !== null && !entry.isDeleted) return about(message('problem.deletionLocked', { date: lockedOn }));
  return null;
}
