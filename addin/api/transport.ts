import { WORKSPACE_HEADER } from '../../shared/contract/members.ts';
import type { Language } from '../../shared/message.ts';
import { ApiError } from './ledger-api.ts';
import { errorOf } from './problem.ts';
import type { TokenSource } from './token-source.ts';

/** Bodies from this many characters on are compressed. */
const GZIP_FROM = 16_384;
/** Waits before the second and third attempt of a GET, in milliseconds. */
const RETRY_WAITS = [400, 1_500] as const;
/** A server that asks for a longer pause than this is not waited for. */
const LONGEST_WAIT = 10_000;
const TIMEOUT = { GET: 20_000, POST: 120_000, PUT: 20_000, DELETE: 20_000 } as const;

type Method = keyof typeof TIMEOUT;

export interface TransportOptions {
  /** Scheme, host and port; paths are put behind it. */
  readonly server: string;
  /** The access key, or what gives tokens of an account; null for what needs none. */
  readonly key: string | TokenSource | null;
  /** The id of the workspace meant, where an account is a member of several. */
  readonly workspace?: string | null;
  readonly language: () => Language;
  readonly fetch?: typeof fetch;
  /** Waits; replaced in tests. */
  readonly wait?: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
}

export interface CallOptions {
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  /** The version that was seen of what is changed, sent as If-Match. */
  readonly ifMatch?: number;
  readonly signal?: AbortSignal | undefined;
  /** Asked for in place of the client's own. */
  readonly language?: Language | undefined;
  readonly timeout?: number;
  /** Takes the body of a 2xx as it comes, in place of reading it as JSON; the answer is then undefined. A GET that broke off is begun anew. */
  readonly take?: (response: Response) => Promise<void>;
}

/** Sends one request and answers with the JSON of a 2xx; rejects with an `ApiError`, or with the signal's reason when aborted. */
export type Transport = <Answer>(method: Method, path: string, options?: CallOptions) => Promise<Answer>;

/**
 * A transport to one server. A GET is tried up to three times when no answer came or the server is busy; nothing else ever is,
 * because whether to repeat it is for the caller to decide. Anything is sent once more with a new token when an account's was refused.
 */
export function createTransport(options: TransportOptions): Transport {
  const send = options.fetch ?? ((input, init) => window.fetch(input, init));
  const wait = options.wait ?? pause;
  const attempt = async <Answer>(method: Method, path: string, call: CallOptions, renewed: string | null): Promise<Answer> => {
    const bearer = renewed ?? (await tokenOf(options));
    const timeout = AbortSignal.timeout(call.timeout ?? TIMEOUT[method]);
    const signal = call.signal ? AbortSignal.any([call.signal, timeout]) : timeout;
    try {
      const response = await send(addressOf(options.server, path, call.query), {
        method,
        signal,
        cache: 'no-store',
        ...(await payloadOf(options, bearer, call)),
      });
      if (!response.ok) throw await errorOf(response);
      if (call.take === undefined) return await readJson<Answer>(response);
      await call.take(response);
      return undefined as Answer;
    } catch (fault) {
      if (fault instanceof ApiError) throw fault;
      if (call.signal?.aborted) throw call.signal.reason;
      throw new ApiError(timeout.aborted ? 'timeout' : 'unreachable', 0, {}, null, { cause: fault });
    }
  };
  return async <Answer>(method: Method, path: string, call: CallOptions = {}): Promise<Answer> => {
    let renewed: string | null = null;
    for (let tries = 0; ; tries += 1) {
      try {
        return await attempt<Answer>(method, path, call, renewed);
      } catch (fault) {
        if (renewed === null && isRefusedToken(fault)) {
          renewed = await renewedToken(options);
          if (renewed !== null) continue;
        }
        const pauseFor = method === 'GET' ? waitBeforeRetry(fault, tries) : null;
        if (pauseFor === null) throw fault;
        await wait(pauseFor, call.signal);
      }
    }
  };
}

const tokenOf = async ({ key }: TransportOptions): Promise<string | null> => (typeof key === 'object' && key !== null ? key.token() : key);
const renewedToken = async ({ key }: TransportOptions): Promise<string | null> => (typeof key === 'object' && key !== null ? key.renew() : null);

/** Whether the server did not take the token: it has done nothing then, whatever was asked for. */
function isRefusedToken(fault: unknown): boolean {
  return fault instanceof ApiError && fault.status === 401 && fault.code !== 'signInNeeded';
}

/** Milliseconds to wait before trying again after `tries` repeats; null when it is not worth it. */
function waitBeforeRetry(fault: unknown, tries: number): number | null {
  const planned = RETRY_WAITS[tries];
  if (planned === undefined || !(fault instanceof ApiError)) return null;
  if (fault.code === 'unreachable' && typeof navigator !== 'undefined' && 'onLine' in navigator && !navigator.onLine) return null; // the machine itself has no network
  if (fault.code !== 'unreachable' && ![429, 502, 503, 504].includes(fault.status)) return null;
  const asked = Number(fault.params['retryAfter'] ?? 0) * 1_000;
  return asked > LONGEST_WAIT ? null : Math.max(planned, asked);
}

function addressOf(server: string, path: string, query: CallOptions['query'] = {}): string {
  const url = new URL(path, server);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
  return url.href;
}

async function payloadOf(
  options: TransportOptions,
  bearer: string | null,
  { body, ifMatch, language }: CallOptions,
): Promise<Pick<RequestInit, 'headers' | 'body'>> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': language ?? options.language() };
  if (bearer !== null) headers['Authorization'] = `Bearer ${bearer}`;
  if (options.workspace) headers[WORKSPACE_HEADER] = options.workspace;
  if (ifMatch !== undefined) headers['If-Match'] = `"${ifMatch}"`;
  if (body === undefined) return { headers };
  headers['Content-Type'] = 'application/json';
  const text = JSON.stringify(body);
  if (text.length < GZIP_FROM || typeof CompressionStream === 'undefined') return { headers, body: text };
  headers['Content-Encoding'] = 'gzip';
  return { headers, body: await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer() };
}

async function readJson<Answer>(response: Response): Promise<Answer> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch (fault) {
    throw new ApiError('notOurServer', 0, {}, response.headers.get('x-request-id'), { cause: fault });
  }
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => (clearTimeout(timer), reject(signal.reason)), { once: true });
  });
}
