import type { Content } from '../../../shared/ledger/entry.ts';
import { wordsUsed } from '../../../shared/ledger/written-cell.ts';
import { registerById } from '../../../shared/registers/index.ts';
import { sameFields } from '../../../shared/sync/canonical.ts';
import { WorkbookError } from '../../excel/port.ts';
import type { Binding, RowChanges, RowValues } from '../../excel/port.ts';
import { statesOf } from '../push/align-ledger.ts';
import { refreshLedger } from '../push/push-ledger.ts';
import { clock } from '../push/push-options.ts';
import type { WritingOptions } from '../push/push-options.ts';
import type { PushReport } from '../push/push-report.ts';
import { readRows } from '../push/read-rows.ts';
import type { StandingRows } from '../push/read-rows.ts';
import { contentOf } from '../push/row-content.ts';
import { pushBlocks } from '../push/send-blocks.ts';
import { sendRemembered } from '../push/send-remembered.ts';
import type { Decision } from '../push/decisions.ts';
import { deleteMissing } from './delete-missing.ts';

/**
 * `theirs`: the sheet follows the server. `mine`: the server follows the sheet; of a row that the sheet no longer has, it is deleted.
 * `leave`: of a row that is not in the sheet, it stays as it is, and is asked about again when others have changed it.
 */
export type Choice = 'theirs' | 'mine' | 'leave';

export interface Settlement {
  readonly decision: Decision;
  readonly choice: Choice;
}

export interface SettleOptions extends WritingOptions {
  /** Whether formulas may give way to what the server has. */
  readonly replacesFormulas?: boolean;
}

/** How many of the choices were carried out; the rest were refused, or others have changed the row meanwhile. */
export interface Settled {
  readonly done: number;
  readonly refused: number;
  /** How the ledger and the units stand afterwards; null where that could not be asked. */
  readonly report: PushReport | null;
  /** Why the results beside the rows could not be brought up to date although the choices were carried out; null when they were. Refreshing writes them. */
  readonly unwritten: unknown;
}

/**
 * Carries out what the clerk has chosen: what the sheet is to follow is written in one go, what the server is to follow is pushed or deleted
 * in one request for 5,000 rows, and the results beside the rows are brought up to date. Rows nobody decided on stay as they are. So does the
 * base: requests whose answer was lost stay the sheet's own until a whole push has moved it.
 *
 * Rejects before anything is done with `rowsChanged` when a row is no longer what the clerk has seen, and with the faults of `writeRows`.
 */
export async function settle(options: SettleOptions, settlements: readonly Settlement[]): Promise<Settled> {
  const { workbook } = options;
  await workbook.checkWritable(options.binding);
  const standing = await readRows(options);
  const { reading, rows } = standing;
  requireAsSeen(standing, settlements);
  await workbook.prepareResults(
    reading.binding,
    rows.map(({ sheetRow, id }) => ({ sheetRow, id })),
    reading.language,
  );

  const of = (choice: Choice) => settlements.filter((one) => one.choice === choice).map(({ decision }) => decision);
  await follow(options, standing, of('theirs'));
  let binding = [...of('theirs'), ...of('leave')].reduce(seen, reading.binding);
  await workbook.saveBinding(binding);

  const kept = of('mine');
  const pushed = await pushKept(options, standing, binding, kept);
  binding = pushed.binding;
  const deleted = await deleteMissing(
    options,
    binding,
    kept.filter(({ mine }) => mine === null),
  );
  const syncedAt = binding.syncedAt ?? clock(options).toISOString();
  binding = leaving({ ...binding, syncedAt }, of('leave'), deleted);
  await workbook.saveBinding(binding);
  const open = kept.length - pushed.done - deleted.size;
  return { done: settlements.length - open, refused: open, ...(await bringUpToDate({ ...options, binding }, standing, settlements, deleted)) };
}

/** Brings up to date what the workbook shows and knows of the rows. Does not reject: by now the choices are carried out. */
async function bringUpToDate(
  options: SettleOptions,
  standing: StandingRows,
  settlements: readonly Settlement[],
  deleted: ReadonlySet<string>,
): Promise<Pick<Settled, 'report' | 'unwritten'>> {
  try {
    await rememberStates(options, standing, settlements, deleted);
    const report = await refreshLedger(options);
    return { report, unwritten: report.unwritten };
  } catch (unwritten) {
    return { report: null, unwritten };
  }
}

/** Throws `rowsChanged`, naming rows that hold something else than the clerk has seen, or that are back. */
function requireAsSeen({ reading, rows }: StandingRows, settlements: readonly Settlement[]): void {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const changed = settlements.flatMap(({ decision: { id, mine, sheetRow } }) => {
    const row = byId.get(id);
    const now = row ? contentOf(reading, row) : null;
    const isSame = now === null || mine === null ? now === mine : sameFields(now, mine, reading.fields);
    return isSame ? [] : [(row?.sheetRow ?? sheetRow ?? 0) + 1];
  });
  if (changed.length > 0) throw new WorkbookError('rowsChanged', { sheet: reading.binding.sheetName, rows: changed.slice(0, 5).join('、') });
}

/** Writes what the server has into the sheet. */
async function follow(options: SettleOptions, { reading }: StandingRows, decisions: readonly Decision[]): Promise<void> {
  const register = registerById(reading.binding.register);
  if (decisions.length === 0 || register === undefined) return;
  const emptied = new Set(reading.skipped.map(({ id }) => id));
  const valuesOf = ({ id, mine, theirs }: Decision): RowValues => ({ id, values: differing(reading.fields, mine ?? {}, theirs ?? {}) });
  const isHere = ({ mine, id }: Decision) => mine !== null || emptied.has(id);
  const live = decisions.filter(({ theirs }) => theirs !== null);
  const changes: RowChanges = {
    updated: live.filter(isHere).map(valuesOf),
    added: live.filter((decision) => !isHere(decision)).map(valuesOf),
    removed: decisions.filter(({ theirs }) => theirs === null).map(({ id }) => id),
  };
  const words = wordsUsed(
    register,
    reading.fields,
    reading.rows.map(({ cells }) => cells),
  );
  await options.workbook.writeRows(reading.binding, changes, { language: reading.language, words, replacesFormulas: options.replacesFormulas === true });
}

/** The fields in which two contents differ, with the values of the second; null for a blank. */
function differing(fields: readonly string[], from: Content, to: Content): RowValues['values'] {
  return Object.fromEntries(fields.filter((field) => from[field] !== to[field]).map((field) => [field, to[field] ?? null]));
}

/** Pushes rows as the sheet has them over what others made of them, and no other row. */
async function pushKept(
  options: SettleOptions,
  { rows }: StandingRows,
  binding: Binding,
  decisions: readonly Decision[],
): Promise<{ readonly binding: Binding; readonly done: number }> {
  const resolve = Object.fromEntries(decisions.filter(({ mine }) => mine !== null).map(({ id, revision }) => [id, revision]));
  const kept = rows.filter(({ id }) => resolve[id] !== undefined);
  if (kept.length === 0) return { binding, done: 0 };
  const bases = Object.fromEntries(kept.flatMap(({ id }) => (binding.bases?.[id] === undefined ? [] : [[id, binding.bases[id]]])));
  const { answers } = await sendRemembered(options, binding, pushBlocks(kept, { bases, resolve, mostRows: options.mostRows }));
  const taken = answers.flatMap(({ revision, rows: { id: ids, outcome } }) =>
    ids.flatMap((id, at) => (id !== null && ['updated', 'inserted', 'unchanged'].includes(outcome[at] ?? '') ? [{ id, revision }] : [])),
  );
  return { binding: taken.reduce(seen, binding), done: taken.length };
}

/** The binding that has seen an entry up to a revision, and no further: others may have changed it between that and the base since it was told of. */
function seen({ bases = {}, ...binding }: Binding, { id, revision }: { readonly id: string; readonly revision: number }): Binding {
  const { [id]: _settled, ...others } = bases;
  const next = revision === binding.base ? others : { ...others, [id]: revision };
  return Object.keys(next).length > 0 ? { ...binding, bases: next } : binding;
}

/** The binding that leaves rows that are not in the sheet as they are, and knows nothing any more of those that were deleted. */
function leaving({ left: before = {}, ...binding }: Binding, decisions: readonly Decision[], deleted: ReadonlySet<string>): Binding {
  const missing = decisions.filter(({ kind }) => kind === 'missing').map(({ id, revision }) => [id, revision] as const);
  const left = [...Object.entries(before).filter(([id]) => !deleted.has(id)), ...missing];
  return left.length > 0 ? { ...binding, left: Object.fromEntries(left) } : binding;
}

/** Keeps in mind what the settled rows hold now, and forgets those that are gone for good. */
async function rememberStates(
  options: SettleOptions,
  { synced }: StandingRows,
  settlements: readonly Settlement[],
  deleted: ReadonlySet<string>,
): Promise<void> {
  const { workbook, binding } = options;
  const settled = new Set(settlements.filter(({ choice }) => choice !== 'leave').map(({ decision }) => decision.id));
  const reading = await workbook.readLedger(binding);
  const now = statesOf(
    reading,
    reading.rows.flatMap((row) => (row.id !== null && settled.has(row.id) ? [{ ...row, id: row.id, notice: null }] : [])),
  );
  const gone = new Set([
    ...deleted,
    ...settlements.filter(({ choice, decision }) => choice === 'theirs' && decision.theirs === null).map(({ decision }) => decision.id),
  ]);
  await workbook.saveSyncedStates(binding.id, new Map([...[...synced].filter(([id]) => !gone.has(id)), ...now]));
}
