import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import type { ProblemDocument } from '../../shared/contract/problems.ts';
import { ratesOf } from '../../worker/auth/rates.ts';
import { ADMIN_KEY, columns, countOf, measure, startServer, ulid, type Server } from './support/server.ts';

const PUSH = '/v1/registers/measures/push';
const JSON_TYPE = { 'Content-Type': 'application/json' };

interface Refused {
  readonly status: number;
  readonly body: ProblemDocument;
}

async function send(server: Server, body: RequestInit['body'], headers: Readonly<Record<string, string>> = {}): Promise<Refused> {
  const init = { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body: body ?? null, duplex: 'half' } as RequestInit;
  return server.refused(PUSH, init);
}

function streamed(...chunks: (string | Uint8Array)[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    type: 'bytes',
    start(controller) {
      for (const chunk of chunks) controller.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk.slice());
      controller.close();
    },
  });
}

async function gzipped(source: ReadableStream<Uint8Array>): Promise<ArrayBuffer> {
  return new Response(source.pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
}

describe('rates, over the bindings of wrangler.toml', () => {
  const limits = { credential: env.CREDENTIAL_RATE, address: env.ADDRESS_RATE, wrongKey: env.WRONG_KEY_RATE };
  const from = (address: string) => ({ headers: { 'CF-Connecting-IP': address } });

  /** Asks until refused for asking too often; how many were answered before. */
  async function answeredBefore429(ask: () => Promise<Response>, most: number): Promise<number> {
    for (let asked = 0; asked <= most; asked += 1) {
      const { status, headers } = await ask();
      if (status !== 429) continue;
      expect(headers.get('Retry-After')).toBe('60');
      return asked;
    }
    throw new Error(`${most} requests were all answered`);
  }

  test('wrong keys: 300 a minute of one address; then no guess is looked up, and other addresses and right keys go on', { timeout: 60_000 }, async () => {
    let [guesses, now] = [0, 0];
    const counted = startServer({ rates: ratesOf(limits, () => now) });
    await counted.get('/v1/me');
    const guess = (): Promise<Response> => counted.send('/v1/me', { key: `guess-${(guesses += 1)}`, ...from('192.0.2.1') });
    const answered = await answeredBefore429(guess, 700);
    expect([answered >= 300, answered < 600]).toEqual([true, true]); // more than 300 only where a minute ended meanwhile
    expect((await counted.send('/v1/me', from('192.0.2.1'))).status).toBe(429); // the bootstrap key could be guessed
    expect((await counted.send('/v1/me', from('192.0.2.2'))).status).toBe(200);
    const { key } = await (
      await counted.send('/v1/keys', { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ name: 'x', role: 'viewer' }) })
    ).json<{ key: string }>();
    expect((await counted.send('/v1/me', { key, ...from('192.0.2.1') })).status).toBe(200);
    now = 60_000;
    expect((await counted.send('/v1/me', from('192.0.2.1'))).status).toBe(200);
  });

  test('each credential has its own rate, and each address', async () => {
    const few = (count: number): RateLimit => {
      const seen = new Map<string, number>();
      return {
        limit({ key }) {
          seen.set(key, (seen.get(key) ?? 0) + 1);
          return Promise.resolve({ success: (seen.get(key) ?? 0) <= count });
        },
      };
    };
    const server = startServer({ rates: ratesOf({ ...limits, credential: few(3), address: few(5) }) });
    expect(await answeredBefore429(() => server.send('/v1/me', from('198.51.100.1')), 10)).toBe(3);
    expect(await answeredBefore429(() => server.send('/v1/health', from('198.51.100.2')), 10)).toBe(5);
  });
});

describe('an address is', () => {
  const askedFor = async (...addresses: readonly string[]): Promise<readonly string[]> => {
    const seen: string[] = [];
    const limit: RateLimit = {
      limit({ key }) {
        seen.push(key);
        return Promise.resolve({ success: true });
      },
    };
    const server = startServer({ rates: ratesOf({ credential: undefined, address: limit, wrongKey: undefined }) });
    for (const address of addresses) await server.send('/v1/health', { headers: { 'CF-Connecting-IP': address } });
    return seen;
  };

  test('of IPv4 itself', async () => {
    expect(await askedFor('192.0.2.1', '192.0.2.2', '::ffff:192.0.2.1', '::FFFF:192.0.2.1')).toEqual(['192.0.2.1', '192.0.2.2', '192.0.2.1', '192.0.2.1']);
  });

  test('of IPv6 its network of 64 bits, however it is written: who has one has them all', async () => {
    const spellings = ['2001:db8::1', '2001:DB8:0:0:ffff:ffff:ffff:ffff', '2001:0db8:0000:0000:1:2:3:4', '2001:db8::'];
    expect(new Set(await askedFor(...spellings))).toEqual(new Set(['2001:db8:0:0::/64']));
    expect(await askedFor('2001:db8:0:1::1', '2001:db8:1::1', '::1', '2001:db8:1:2:3::')).toEqual([
      '2001:db8:0:1::/64',
      '2001:db8:1:0::/64',
      '0:0:0:0::/64',
      '2001:db8:1:2::/64',
    ]);
  });
});

describe('strict JSON is refused by name, with the place', () => {
  test.each([
    ['a name twice', '{"base":0,"base":1}', 10, '/base', 'each name once'],
    ['a name twice, once escaped', '{"base":0,"b\\u0061se":1}', 10, '/base', 'each name once'],
    ['__proto__', '{"rows":[[{"__proto__":1}]]}', 11, '/rows/0/0/__proto__', 'another name'],
    ['NaN', '{"rows":[[1,NaN]]}', 12, '/rows/0/1', 'a JSON value'],
    ['Infinity', '{"base":-Infinity}', 8, '/base', 'a JSON number'],
    ['1e999', '{"rows":[[1e999]]}', 10, '/rows/0/0', 'fits a double'],
    ['half a surrogate pair', '{"rows":[["ab","x\\ud800y"]]}', 15, '/rows/0/1', 'surrogates in pairs'],
    ['a control character in a text', '{"rows":[["a\u0001"]]}', 12, '', 'control characters'],
    ['a mark of the byte order', '\uFEFF{}', 0, '', 'a JSON value'],
    ['an escape that is none', '["\\x41"]', 1, '/0', 'escapes of JSON'],
    ['a comma too many', '{"rows":[1,]}', 11, '/rows/1', 'a JSON value'],
    ['more after the end', '{} {}', 3, '', 'nothing after'],
    ['single quotes', "{'base':0}", 1, '', 'a name in quotes'],
    ['nothing', '', 0, '', 'a JSON value'],
    ['33 arrays in each other', '['.repeat(33) + ']'.repeat(33), 32, '/0'.repeat(32), 'at most 32'],
    ['5,001 names in an object', `{${Array.from({ length: 5_001 }, (_, at) => `"${at}":0`).join()}}`, 43_891, '/5000', 'at most 5000 names'],
    ['a text of 200,000 characters', `["${'x'.repeat(200_000)}"]`, 1, '/0', 'at most 196602'],
  ])('%s', async (_, body, position, pointer, expected) => {
    const { status, body: problem } = await send(startServer(), body);
    expect([status, problem.code, problem.params['position'], problem.pointer]).toEqual([400, 'badJson', position, pointer]);
    expect(problem.expected).toContain(expected);
  });

  test.each<[string, RequestInit['body'], Readonly<Record<string, string>>, string]>([
    ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), {}, 'UTF-8'],
    ['gzip that is none', 'plain', { 'Content-Encoding': 'gzip' }, 'inflates whole'],
  ])('%s', async (_, body, headers, expected) => {
    const { status, body: problem } = await send(startServer(), body, headers);
    expect([status, problem.code]).toEqual([400, 'badJson']);
    expect(problem.expected).toContain(expected);
  });

  test('of long names the pointer has the beginning alone', async () => {
    const name = 'n'.repeat(150_000);
    const { body } = await send(startServer(), `{"${name}":{"${name}":NaN}}`);
    expect(body.pointer).toBe(`/${'n'.repeat(100)}/${'n'.repeat(100)}`);
  });

  test('what is written unusually but means one thing is taken', async () => {
    const server = startServer();
    const row = measure({ title: '😀“quoted”\\ \n tab\t \u007f', progress: 60 });
    const body = JSON.stringify({ base: 0, asOf: '2022-06-30', request: ulid(), columns, rows: [row] }).replace('😀', '\\ud83d\\ude00');
    const response = await server.send(PUSH, { method: 'POST', headers: JSON_TYPE, body: ` \n${body.replace('60', '6e1')}\t` });
    expect(await response.json()).toMatchObject({ counts: { inserted: 1 } });
  });
});

describe('a body that is too large is refused by its real bytes', () => {
  const LIMIT = 4 * 1024 * 1024;

  test('in chunks, with a Content-Length that understates it, and as a gzip bomb; nothing is stored', { timeout: 30_000 }, async () => {
    const server = startServer();
    const block = new Uint8Array(256 * 1024).fill(0x20);
    const bomb = await gzipped(streamed(...Array.from({ length: 400 }, () => block))); // 100 MB of spaces
    expect(bomb.byteLength).toBeLessThan(200_000);
    for (const reply of [
      await send(server, streamed(...Array.from({ length: 17 }, () => block))),
      await send(server, streamed(...Array.from({ length: 17 }, () => block)), { 'Content-Length': '10' }),
      await send(server, bomb, { 'Content-Encoding': 'gzip' }),
    ]) {
      expect(reply).toMatchObject({ status: 413, body: { code: 'tooLarge', params: { maxBytes: LIMIT } } });
    }
    expect(await countOf('entry')).toBe(0);
  });

  test('as large as it may be is read', async () => {
    const body = JSON.stringify({ base: 0, request: ulid(), columns, rows: [] });
    const response = await startServer().send(PUSH, { method: 'POST', headers: JSON_TYPE, body: body + ' '.repeat(LIMIT - body.length) });
    expect(response.status).toBe(200);
  });
});

describe('a refusal does not grow with what it refuses', () => {
  const MOST = 20_000;

  test.each([
    ['unknown fields of one object', Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`field${at}`, at])), '/field0', 20],
    ['unknown fields of long names', Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`${at}${'n'.repeat(150_000)}`, at])), `/0${'n'.repeat(99)}`, 20],
    ['keys of a record', { resolve: Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`${at}${'n'.repeat(150_000)}`, 1])) }, '/base', 20],
  ])('%s', async (_, body, pointer, most) => {
    const response = await startServer().send(PUSH, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body) });
    const text = await response.text();
    expect([response.status, text.length < MOST]).toEqual([400, true]);
    const problem = JSON.parse(text) as ProblemDocument;
    expect(problem.errors?.length).toBeLessThanOrEqual(most);
    expect(problem.errors?.map((fault) => fault.pointer)).toContain(pointer);
  });
});

describe('answers and logs', () => {
  test('bind browsers to https, except on localhost', async () => {
    const server = startServer();
    expect((await server.send('/v1/me')).headers.get('Strict-Transport-Security')).toBe('max-age=31536000');
    expect((await server.send('/v1/me', { host: 'localhost:3000' })).headers.get('Strict-Transport-Security')).toBeNull();
    expect((await server.send('/v1/me')).headers.get('X-Frame-Options')).toBeNull();
  });

  test('a line tells request, principal, route, counts and time, and nothing of key, body, query or address', async () => {
    const server = startServer();
    await server.push({ columns, rows: [measure({ title: 'secret-title' })] });
    await server.get(`/v1/scores/${encodeURIComponent('区发改委')}?asOf=2022-06-30`);
    await server.send(`/v1/${ADMIN_KEY}`);
    const [pushed, receipt, unknown] = server.lines;
    expect(pushed).toMatchObject({
      method: 'POST',
      route: PUSH.replace('measures', '{register}'),
      status: 200,
      counts: { inserted: 1 },
      credential: expect.any(String) as unknown,
    });
    expect(Object.keys(pushed ?? {})).toEqual(expect.arrayContaining(['requestId', 'workspace', 'ms']));
    expect(receipt).toMatchObject({ route: '/v1/scores/{unit}', status: 200 });
    expect(unknown).toMatchObject({ route: null, status: 404, problem: 'notFound' });
    for (const secret of [ADMIN_KEY, 'secret-title', '区发改委']) expect(JSON.stringify(server.lines)).not.toContain(secret);
  });
});
