import type { Principal } from '../auth/principal.ts';
import type { Language } from '../../shared/message.ts';

/** What middleware leaves for the rest of a request. */
export interface Variables {
  requestId: string;
  language: Language;
  /** The address asked for, as the table of endpoints has it. */
  route?: string;
  principal?: Principal;
  /** Further fields for the request's log line. */
  noted?: Readonly<Record<string, unknown>>;
}

export interface HonoEnv {
  Variables: Variables;
}
