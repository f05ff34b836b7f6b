import { z } from 'zod';
import type { IsoDate } from '../calendar/day.ts';
import type { Cell } from '../cell.ts';
import type { DeadlineKind } from '../deadline/types.ts';
import type { Card, Flag } from '../verdict/types.ts';
import { cell, isoDate, ulid } from './primitives.ts';
import type { UnitScore } from '../scoring/types.ts';

/** The most rows one push request may carry. */
export const MAX_ROWS = 5_000;
/** The most bytes one push request may carry, inflated. */
export const MAX_BYTES = 4 * 1024 * 1024;

/** The body of `POST /v1/registers/{register}/push`, less its rows: those are read by the register's own readers. */
export const pushRequest = z
  .strictObject({
    base: z.int().min(0),
    asOf: isoDate.optional(),
    workspace: z.string().optional(),
    request: ulid,
    pending: z.array(ulid).max(100).default([]),
    push: ulid.optional(),
    dryRun: z.boolean().default(false),
    columns: z.array(z.string()).min(1).max(64),
    rows: z.array(z.array(cell)).max(MAX_ROWS),
  })
  .meta({ id: 'PushRequest' });

export type PushRequest = z.input<typeof pushRequest>;

export const outcomes = ['inserted', 'updated', 'unchanged', 'conflict', 'rejected'] as const;
export type Outcome = (typeof outcomes)[number];

/** What is wrong with one cell of a pushed row. */
export interface RowProblem {
  /** The field at fault; null when it is the row as a whole. */
  readonly column: string | null;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly value: Cell;
  /** The problem in words, in the language asked for. */
  readonly message: string;
}

export interface Said {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly message: string;
}

/** The answer to a push: `rows` is columnar, in the order pushed. Rejected rows have no verdict (nulls). */
export interface PushAnswer {
  readonly revision: number;
  readonly asOf: IsoDate;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly rows: {
    readonly id: readonly (string | null)[];
    readonly outcome: readonly Outcome[];
    readonly flag: readonly (Flag | null)[];
    readonly card: readonly (Card | null)[];
    readonly due: readonly (IsoDate | null)[];
    readonly daysLeft: readonly (number | null)[];
    /** The row's value × 100, one decimal. */
    readonly score: readonly (number | null)[];
    readonly deadline: readonly (DeadlineKind | null)[];
    /** What was read as the deadline, in words. */
    readonly reading: readonly (string | null)[];
    readonly hints: readonly (readonly Said[])[];
    readonly problems: readonly (readonly RowProblem[])[];
  };
  readonly units: readonly UnitScore[];
  readonly newUnits: readonly string[];
  readonly provisional: boolean;
}
