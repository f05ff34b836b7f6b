import type { Calendar } from '../shared/calendar/calendar.ts';
import type { Entra } from './auth/entra.ts';
import type { AuditStore } from './store/audit-port.ts';
import type { ExportStore } from './store/export-port.ts';
import type { HistoryStore } from './store/history-port.ts';
import type { Rates } from './auth/rates.ts';
import type { MemberStore } from './store/member-port.ts';
import type { Store } from './store/port.ts';
import type { TrendStore } from './store/trend-port.ts';

/** What the application is given from outside. */
export interface Deps {
  readonly store: Store;
  readonly trend: TrendStore;
  readonly history: HistoryStore;
  readonly audit: AuditStore;
  readonly export: ExportStore;
  readonly members: MemberStore;
  readonly calendar: Calendar;
  readonly now: () => Date;
  readonly version: string;
  /** Makes the first workspace when the database has none; null: never. */
  readonly bootstrap: Bootstrap | null;
  /** Origins of other sites that may call the API from a browser. */
  readonly allowedOrigins: readonly string[];
  readonly rates: Rates;
  /** Sign-in with work accounts; null: not offered. */
  readonly entra: Entra | null;
  /** Takes one structured line per request. */
  readonly log: (line: Readonly<Record<string, unknown>>) => void;
}

export interface Bootstrap {
  readonly adminKey: string;
  readonly planYear: number | null;
  readonly workspaceName: string;
}
