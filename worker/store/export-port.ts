import type { TableLine } from '../../shared/audit/export-line.ts';

/** Everything of a workspace, for taking it along. `export.ts` is the implementation. */
export interface ExportStore {
  /** The rows of every table but those of the history, in the order in which they can be put into an empty database. */
  rows(workspace: string): AsyncIterable<TableLine>;
  /** Every revision up to one, each before the versions of entries that it wrote; a few thousand rows in memory at a time. */
  history(workspace: string, upTo: number): AsyncIterable<TableLine>;
}
