import { describe, expect, test } from 'vitest';
import { ApiError } from '../../../addin/api/ledger-api.ts';
import { createTransport } from '../../../addin/api/transport.ts';

type Answer = Response | Error;

/** A transport whose server gives the answers one after the other, and what was asked of it. */
function transportOver(...answers: readonly Answer[]) {
  const asked: { readonly url: string; readonly init: RequestInit }[] = [];
  const waits: number[] = [];
  const left = [...answers];
  const transport = createTransport({
    server: 'https://taizhang.example.cn',
    key: 'key-of-the-clerk',
    language: () => 'zh-CN',
    fetch: async (input, init = {}) => {
      asked.push({ url: new Request(input).url, init });
      const answer = left.shift();
      if (answer === undefined) throw new Error('asked more often than expected');
      if (answer instanceof Error) throw answer;
      return answer;
    },
    wait: async (milliseconds) => void waits.push(milliseconds),
  });
  return { transport, asked, waits };
}

function problem(status: number, body: object, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json', ...headers } });
}

/** A refusal that asks for a pause. */
function busy(seconds: string): Response {
  return problem(503, { code: 'busy' }, { 'retry-after': seconds });
}

const offline = new TypeError('fetch failed');

describe('a request', () => {
  test('carries the key and the language, and its query', async () => {
    const { transport, asked } = transportOver(Response.json({ ok: true }));
    expect(await transport('GET', '/v1/scores', { query: { asOf: '2022-06-30', tier: undefined } })).toEqual({ ok: true });
    expect(asked[0]?.url).toBe('https://taizhang.example.cn/v1/scores?asOf=2022-06-30');
    expect(asked[0]?.init.headers).toMatchObject({ Authorization: 'Bearer key-of-the-clerk', 'Accept-Language': 'zh-CN' });
  });

  test('with a small body goes as plain JSON', async () => {
    const { transport, asked } = transportOver(Response.json({}));
    await transport('POST', '/v1/x', { body: { rows: [] } });
    expect(asked[0]?.init.body).toBe('{"rows":[]}');
    expect(asked[0]?.init.headers).not.toHaveProperty('Content-Encoding');
  });

  test('with a large body is compressed and says so', async () => {
    const { transport, asked } = transportOver(Response.json({}));
    const body = { rows: Array.from({ length: 2_000 }, (_, row) => [row, '推进重大项目联审联批']) };
    await transport('POST', '/v1/x', { body });
    const sent = new Response(asked[0]?.init.body ?? null);
    expect(asked[0]?.init.headers).toMatchObject({ 'Content-Encoding': 'gzip' });
    const inflated = sent.body?.pipeThrough(new DecompressionStream('gzip')) ?? null;
    expect(await new Response(inflated).json()).toEqual(body);
  });
});

describe('a refusal', () => {
  test('becomes an ApiError with code, parameters and request id', async () => {
    const { transport } = transportOver(problem(409, { code: 'otherWorkspace', params: { workspace: '海勃湾区' }, requestId: '01REQ' }));
    await expect(transport('POST', '/v1/x', { body: {} })).rejects.toMatchObject({
      code: 'otherWorkspace',
      status: 409,
      params: { workspace: '海勃湾区' },
      requestId: '01REQ',
      isUnanswered: false,
    });
  });

  test.each([
    [401, 'unauthorized'],
    [404, 'notOurServer'],
    [429, 'tooManyRequests'],
    [500, 'serverFault'],
  ])('without a problem document (%i) is named by its status: %s', async (status, code) => {
    const { transport } = transportOver(new Response('<html>', { status, headers: { 'content-type': 'text/html' } }));
    await expect(transport('POST', '/v1/x', { body: {} })).rejects.toMatchObject({ code, status });
  });

  test('a web page where JSON was expected is not our server', async () => {
    const { transport } = transportOver(new Response('<html>welcome</html>'));
    await expect(transport('GET', '/v1/me')).rejects.toMatchObject({ code: 'notOurServer' });
  });
});

describe('no answer', () => {
  test('to a POST is not repeated: whether to is for the caller to decide', async () => {
    const { transport, asked } = transportOver(offline);
    const fault = await transport('POST', '/v1/x', { body: {} }).catch((reason: unknown) => reason);
    expect(fault).toBeInstanceOf(ApiError);
    expect(fault).toMatchObject({ code: 'unreachable', status: 0, isUnanswered: true, cause: offline });
    expect(asked).toHaveLength(1);
  });

  test('to a GET is tried again twice, with a pause', async () => {
    const { transport, waits } = transportOver(offline, offline, Response.json({ ok: true }));
    expect(await transport('GET', '/v1/me')).toEqual({ ok: true });
    expect(waits).toEqual([400, 1_500]);
  });

  test('to a GET three times is given up', async () => {
    const { transport, asked } = transportOver(offline, offline, offline);
    await expect(transport('GET', '/v1/me')).rejects.toMatchObject({ code: 'unreachable' });
    expect(asked).toHaveLength(3);
  });

  test('a GET that was refused for good is not tried again', async () => {
    const { transport, asked } = transportOver(problem(401, { code: 'credentialUnknown' }));
    await expect(transport('GET', '/v1/me')).rejects.toMatchObject({ code: 'credentialUnknown' });
    expect(asked).toHaveLength(1);
  });

  test('a server that asks for a pause gets it, unless it is too long to wait for', async () => {
    const short = transportOver(busy('3'), Response.json({}));
    await short.transport('GET', '/v1/me');
    expect(short.waits).toEqual([3_000]);
    const long = transportOver(busy('60'));
    await expect(long.transport('GET', '/v1/me')).rejects.toMatchObject({ code: 'busy', params: { retryAfter: 60 } });
  });

  test('because the caller aborted rejects with the reason, not with an ApiError', async () => {
    const abort = new AbortController();
    const reason = new Error('cancelled by the clerk');
    const transport = createTransport({ server: 'https://taizhang.example.cn', key: null, language: () => 'en', fetch: neverAnswers });
    const asking = transport('POST', '/v1/x', { body: {}, signal: abort.signal });
    abort.abort(reason);
    await expect(asking).rejects.toBe(reason);
  });

  test('in time is a timeout', async () => {
    const transport = createTransport({ server: 'https://taizhang.example.cn', key: null, language: () => 'en', fetch: neverAnswers });
    await expect(transport('GET', '/v1/me', { timeout: 5 })).rejects.toMatchObject({ code: 'timeout', isUnanswered: true });
  });
});

/** A `fetch` that only ends when it is aborted. */
function neverAnswers(_input: unknown, init: RequestInit = {}): Promise<Response> {
  const { signal } = init;
  return new Promise((_, reject) => {
    const end = (): void => reject(signal?.reason instanceof Error ? signal.reason : new Error('aborted'));
    if (signal?.aborted) end();
    else signal?.addEventListener('abort', end);
  });
}

describe('an account’s token', () => {
  const refusal = () => Response.json({ code: 'credentialExpired', params: {} }, { status: 401, headers: { 'Content-Type': 'application/problem+json' } });

  /** A server that takes one token alone, and an account whose tokens are `first`, then `second` (null: none to be had). */
  const sent = (second: string | null) => {
    const bearers: (string | null)[] = [];
    const transport = createTransport({
      server: 'https://taizhang.example.cn',
      key: { token: () => Promise.resolve('first'), renew: () => Promise.resolve(second) },
      language: () => 'en',
      fetch: (_, init) => {
        const bearer = new Headers(init?.headers).get('Authorization');
        bearers.push(bearer);
        return Promise.resolve(bearer === 'Bearer good' ? Response.json({ ok: true }) : refusal());
      },
    });
    return { bearers, transport };
  };

  test('that is refused is renewed and the request sent once more, a push too: the server has done nothing', async () => {
    const { bearers, transport } = sent('good');
    expect(await transport('POST', '/v1/x', { body: {} })).toEqual({ ok: true });
    expect(bearers).toEqual(['Bearer first', 'Bearer good']);
  });

  test('is renewed no more than once', async () => {
    const { bearers, transport } = sent('bad');
    await expect(transport('GET', '/v1/x')).rejects.toMatchObject({ code: 'credentialExpired' });
    expect(bearers).toEqual(['Bearer first', 'Bearer bad']);
  });

  test('that cannot be renewed leaves the refusal as it is', async () => {
    const { bearers, transport } = sent(null);
    await expect(transport('GET', '/v1/x')).rejects.toMatchObject({ code: 'credentialExpired' });
    expect(bearers).toEqual(['Bearer first']);
  });
});
