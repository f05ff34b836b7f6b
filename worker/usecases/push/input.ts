import type { IsoDate } from '../../../shared/calendar/day.ts';
import type { Cell } from '../../../shared/cell.ts';
import type { Principal } from '../../auth/principal.ts';
import { invalid, Refusal } from '../../refusal.ts';
import type { Register } from '../../../shared/registers/index.ts';

/** A push, its envelope checked, its cells as they stand in the sheet. */
export interface PushInput {
  readonly base: number;
  /** Rows whose base is older than `base`. */
  readonly bases: Readonly<Record<string, number>>;
  /** Rows to write over a version of others, by its revision. */
  readonly resolve: Readonly<Record<string, number>>;
  readonly asOf?: IsoDate | undefined;
  readonly workspace?: string | undefined;
  readonly request: string;
  readonly pending: readonly string[];
  readonly push?: string | undefined;
  /** Of a package: who made it, as it says. */
  readonly madeBy?: string | undefined;
  readonly dryRun: boolean;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Refuses with invalid unless the columns are `id` and fields of the register, each once. */
export function requireColumns(register: Register, columns: readonly string[]): void {
  const known = ['id', ...register.fields.map(({ id }) => id)];
  if (!columns.includes('id')) throw invalid([{ in: 'body', pointer: '/columns', expected: 'a column id' }]);
  for (const [at, column] of columns.entries()) {
    const pointer = `/columns/${at}`;
    if (!known.includes(column)) throw invalid([{ in: 'body', pointer, expected: `one of ${known.join(', ')}` }]);
    if (columns.indexOf(column) < at) throw invalid([{ in: 'body', pointer, expected: `each column once, but ${column} stands there before` }]);
  }
}

/** Refuses with otherWorkspace when a sheet is bound to another workspace than the credential's. */
export function requireOwnWorkspace({ workspace }: Principal, asked: string | undefined): void {
  if (asked !== undefined && asked !== workspace.id) throw new Refusal('otherWorkspace', { workspace: workspace.name });
}
