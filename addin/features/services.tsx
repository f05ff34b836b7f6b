import { createContext, useContext } from 'react';
import type { WorkAccount } from '../account/work-account.ts';
import type { PaneApi } from '../api/client.ts';
import type { Reach } from '../api/reach.ts';
import type { LedgerWorkbook } from '../excel/port.ts';
import type { MachineStore } from '../office/machine-store.ts';
import type { MeAnswer } from '../../shared/contract/workspace.ts';
import type { Connection } from './connect/connection.ts';

/** What the pane is built from, made once in `taskpane.tsx`. */
export interface Services {
  readonly workbook: LedgerWorkbook;
  readonly store: MachineStore;
  /** The work account of whoever sits here. */
  readonly account: WorkAccount;
  /** A client for a server and key. */
  readonly clientFor: (connection: Connection) => PaneApi;
  /** Whether the server answers. */
  readonly reach: Reach;
  /** Takes what was last known of the server off this machine. */
  readonly forgetAnswers: () => Promise<void>;
  /** Where the pane itself came from: the server unless another is typed in. */
  readonly origin: string;
  /** A key offered by the local preview; '' for none. */
  readonly offeredKey: string;
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  return found(useContext(ServicesContext));
}

/** An accepted connection: whom the key speaks for, and the client that uses it. */
export interface Session {
  readonly connection: Connection;
  readonly api: PaneApi;
  readonly me: MeAnswer;
  readonly disconnect: () => void;
  /** Goes back to choosing the workspace; null where there is nothing to choose. */
  readonly changeWorkspace: (() => void) | null;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  return found(useContext(SessionContext));
}

function found<Value>(value: Value | null): Value {
  if (value === null) throw new Error('used outside its provider');
  return value;
}
