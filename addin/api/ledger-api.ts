import type { DeleteAnswer, DeleteRequest } from '../../shared/contract/delete.ts';
import type { PushAnswer, PushRequest } from '../../shared/contract/push.ts';
import type { WorkspaceChoice } from '../../shared/contract/problems.ts';
import type { Language } from '../../shared/message.ts';
import type { Entry } from '../../shared/ledger/entry.ts';
import type { RegisterId } from '../../shared/registers/index.ts';

/** What the flows around a sheet need of the server. `client.ts` is the implementation over fetch. */
export interface LedgerApi {
  /**
   * `POST /v1/registers/{register}/push`. Texts in the answer are in the language asked for.
   * Rejects with an `ApiError`; with `signal`'s reason when aborted.
   */
  push(register: RegisterId, body: PushRequest, options?: PushCall): Promise<PushAnswer>;
  /** `POST /v1/registers/{register}/delete`. Rejects as `push` does. */
  deleteEntries(register: RegisterId, body: DeleteRequest, signal?: AbortSignal): Promise<DeleteAnswer>;
  /** Every live entry of a register that the key may read, asked for page by page. Rejects as `push` does. */
  entries(register: RegisterId, signal?: AbortSignal): Promise<readonly Entry[]>;
}

export interface PushCall {
  readonly signal?: AbortSignal;
  /** Of the texts in the answer; default the client's. */
  readonly language?: Language;
  /** The requests of the same push that come after this one; for who keeps what could not be sent. */
  readonly following?: () => readonly PushRequest[];
}

interface ApiErrorOptions extends ErrorOptions {
  readonly workspaces?: readonly WorkspaceChoice[];
}

/** Why a request was not answered with what was asked for. */
export class ApiError extends Error {
  /** The stable code of the server's problem document; `unreachable` when no answer came (the request may or may not have arrived). */
  readonly code: string;
  /** The HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly params: Readonly<Record<string, string | number>>;
  /** The server's id of the request, for the person who asks for help; null when no answer came. */
  readonly requestId: string | null;
  /** The workspaces to choose from, where the person must say which is meant. */
  readonly workspaces: readonly WorkspaceChoice[];

  constructor(
    code: string,
    status: number,
    params: Readonly<Record<string, string | number>> = {},
    requestId: string | null = null,
    { workspaces = [], ...options }: ApiErrorOptions = {},
  ) {
    super(`${code} (${status})`, options);
    this.workspaces = workspaces;
    this.name = 'ApiError';
    this.code = code;
    this.status = status;
    this.params = params;
    this.requestId = requestId;
  }

  /** Whether the server may have accepted the request although no acceptance was seen. */
  get isUnanswered(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}
