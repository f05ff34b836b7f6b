import { changeOf, fieldChanges } from '../../../shared/audit/field-changes.ts';
import type { Change, FieldChange } from '../../../shared/audit/field-changes.ts';
import type { Entry } from '../../../shared/ledger/entry.ts';
import { mergeContent, readRow } from '../../../shared/ledger/rows.ts';
import { registerById } from '../../../shared/registers/index.ts';
import { inSlices } from '../../work/slices.ts';
import type { SliceOptions } from '../../work/slices.ts';
import type { PushPreview } from './push-ledger.ts';
import { nameOf } from './row-content.ts';
import type { IdentifiedRow } from './row-ids.ts';

/** A row that a push would write, and what it would change. */
export interface RowChange {
  readonly id: string;
  /** Zero-based row of the sheet. */
  readonly sheetRow: number;
  readonly change: Change;
  /** What the entry is called afterwards; '' when its sheet has nothing to call it by. */
  readonly title: string;
  /** The unit afterwards; null when it has none. */
  readonly unit: string | null;
  /** The fields that differ, in the register's order; of a new entry all it has. */
  readonly changes: readonly FieldChange[];
}

/**
 * What a push would write, in sheet order: rows that the server's dry run calls new or changed, with what is stored and what the sheet
 * says, read and laid over it as the server does (`mergeContent`). Rows are compared in slices; rejects with the signal's reason.
 */
export async function previewChanges(
  { standing, report }: Pick<PushPreview, 'standing' | 'report'>,
  stored: readonly Entry[],
  slices: SliceOptions = {},
): Promise<readonly RowChange[]> {
  const { reading, rows } = standing;
  const register = registerById(reading.binding.register);
  if (register === undefined) return [];
  const isWritten = new Set(report.rows.flatMap(({ id, outcome }) => (outcome === 'inserted' || outcome === 'updated' ? [id] : [])));
  const before = new Map(stored.map(({ id, content }) => [id, content]));
  const fields = register.fields.map(({ id }) => id);
  const found: RowChange[] = [];
  const compare = ({ id, sheetRow, cells }: IdentifiedRow): void => {
    if (!isWritten.has(id)) return;
    const was = before.get(id) ?? null;
    const willBe = mergeContent(was, readRow(register, reading.fields, cells, { isNew: was === null }));
    const { unit = null } = willBe;
    const change = { change: changeOf(was, willBe), changes: fieldChanges(was, willBe, fields) };
    found.push({ id, sheetRow, ...change, title: nameOf(reading.binding, willBe), unit: unit === null ? null : String(unit) });
  };
  await inSlices(rows, compare, slices);
  return found;
}
