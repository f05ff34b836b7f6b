import type { IsoDate } from '../../../shared/calendar/day.ts';
import type { Language } from '../../../shared/message.ts';
import type { LedgerApi } from '../../api/ledger-api.ts';
import type { Binding, LedgerWorkbook } from '../../excel/port.ts';

/** How far a push is, in rows. */
export interface PushProgress {
  readonly phase: 'reading' | 'sending' | 'writing';
  readonly done: number;
  readonly total: number;
}

export interface PushOptions {
  readonly workbook: LedgerWorkbook;
  readonly api: LedgerApi;
  readonly binding: Binding;
  readonly asOf: IsoDate;
  readonly language: Language;
  readonly onProgress?: (progress: PushProgress) => void;
  /** Aborting stops between blocks and in mid-request; the push rejects with its reason. What was accepted stays, and pushing again goes on. */
  readonly signal?: AbortSignal;
  /** The most rows of one request; replaced in tests. */
  readonly mostRows?: number;
  /** The clerk's clock, for “updated at”; replaced in tests. */
  readonly now?: () => Date;
}

/** Those of a push whose results are written into the sheet. */
export interface WritingOptions extends PushOptions {
  /** The workspace's, in which “updated at” is told. */
  readonly timeZone: string;
}

/** The clerk's clock. */
export function clock(options: Pick<PushOptions, 'now'>): Date {
  return options.now?.() ?? new Date();
}
