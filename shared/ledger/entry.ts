import type { IsoDate } from '../calendar/day.ts';
import type { RegisterId } from '../registers/index.ts';

/**
 * What the fields of an entry hold, in canonical form; blank fields are absent (domain, Values).
 *
 * - `unit`, `coUnits`, `aliases`, texts: trimmed, as written. Unit names are resolved when read, never when stored.
 * - dates: ISO. `due`: ISO when the cell is one complete calendar date, else the text folded (full-width to half-width, blanks trimmed).
 * - `status`: `done`, `open`, `notStarted`, or the unknown word as written (folded).
 * - `progress`, numbers: as numbers. Choices: their id.
 */
export type Content = Readonly<Record<string, string | number>>;

/** What earlier versions of an entry left behind for later verdicts. */
export interface EntryMemory {
  /** The as-of of the push that first carried this deadline wording: what 本月底 counts from without an issue date. */
  readonly wordedOn?: IsoDate;
  /** The plan's period this wording was first read in (`2022-01-01/2022-12-31`): what a deadline without a year takes its year from, whatever plan comes later. */
  readonly readIn?: string;
  /** The first due date pushed: the baseline a moved deadline is compared with. */
  readonly firstDue?: IsoDate;
  /** The progress of the version before. */
  readonly lastProgress?: number;
}

/** One row of a register, with a stable id. */
export interface Entry {
  readonly id: string;
  readonly register: RegisterId;
  /** The revision that last changed it. */
  readonly revision: number;
  readonly content: Content;
  readonly memory: EntryMemory;
}
