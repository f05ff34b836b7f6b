import { describe, expect, test } from 'vitest';
import { MAX_BYTES, MAX_ROWS } from '../../shared/contract/push.ts';
import { d1Store } from '../../worker/store/d1.ts';
import { env } from 'cloudflare:workers';
import { columns, countOf, measure, startServer, ulid, type Server } from './support/server.ts';

const PUSH = '/v1/registers/measures/push';
const json = { 'Content-Type': 'application/json' };
const gzip = (text: string): Promise<ArrayBuffer> => new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
const post = (server: Server, body: BodyInit, headers: Record<string, string> = json) => server.refused(PUSH, { method: 'POST', headers, body });
const valid = () => ({ base: 0, request: ulid(), columns, rows: [measure({})] });

describe('problem documents (RFC 9457)', () => {
  test('carry a stable code, words in the language asked for, and the request id of the answer’s header', async () => {
    const reply = await startServer().refused('/v1/nothing', { headers: { 'Accept-Language': 'en-US,en;q=0.9,zh;q=0.5' } });
    expect(reply).toMatchObject({
      status: 404,
      body: { type: 'urn:taizhang:problem:notFound', title: 'notFound', status: 404, code: 'notFound', detail: 'There is no such address: /v1/nothing.' },
    });
    expect(reply.headers.get('Content-Type')).toBe('application/problem+json');
    expect(reply.headers.get('X-Request-Id')).toBe(reply.body.requestId);
  });

  test('are in Chinese unless told otherwise', async () => {
    expect((await startServer().refused('/v1/nothing')).body.detail).toBe('没有这个地址：/v1/nothing。');
  });

  test('tell nothing of the inside when the fault is ours', async () => {
    const server = startServer({ now: () => new Date('2022-06-30') });
    await server.get('/v1/me');
    await env.DB.prepare('DROP TABLE entry').run();
    const reply = await server.refused('/v1/scores');
    expect(reply).toMatchObject({ status: 500, body: { code: 'internal', params: {} } });
    expect(JSON.stringify(reply.body)).not.toMatch(/entry|sql/i);
    expect(server.lines.at(-1)).toMatchObject({ status: 500, problem: 'internal', error: expect.stringContaining('no such table') as unknown });
  });

  test('a method the address does not take: 405 with those it does', async () => {
    const reply = await startServer().refused('/v1/me', { method: 'DELETE' });
    expect(reply).toMatchObject({ status: 405, body: { code: 'methodNotAllowed' } });
    expect(reply.headers.get('Allow')).toBe('GET');
  });

  test('health without a database: 503', async () => {
    const store = { ...d1Store(env.DB), ping: () => Promise.reject(new Error('down')) };
    expect(await startServer({ store }).refused('/v1/health', { key: null })).toMatchObject({ status: 503, body: { code: 'unavailable' } });
  });

  test('when others keep getting in between: 503 with Retry-After, nothing written', async () => {
    const store = { ...d1Store(env.DB), commit: () => Promise.resolve('overtaken' as const) };
    const reply = await post(startServer({ store }), JSON.stringify(valid()));
    expect(reply).toMatchObject({ status: 503, body: { code: 'busy' } });
    expect(reply.headers.get('Retry-After')).toBe('2');
  });
});

describe('input that is not as expected is named by JSON pointer', () => {
  test.each([
    { name: 'no base', change: { base: undefined }, pointer: '/base', expected: 'number' },
    { name: 'a negative base', change: { base: -1 }, pointer: '/base', expected: 'a number of at least 0' },
    { name: 'a date that does not exist', change: { asOf: '2022-06-31' }, pointer: '/asOf', expected: 'a date YYYY-MM-DD that exists' },
    { name: 'an unknown field', change: { bse: 1 }, pointer: '/bse', expected: 'no such field' },
    { name: 'an unknown column', change: { columns: ['id', 'colour'] }, pointer: '/columns/1', expected: expect.stringContaining('unit, title') as string },
    { name: 'a column twice', change: { columns: ['id', 'unit', 'unit'] }, pointer: '/columns/2', expected: expect.stringContaining('once') as string },
    { name: 'no id column', change: { columns: ['unit', 'title'] }, pointer: '/columns', expected: 'a column id' },
    { name: 'a row that is none', change: { rows: [measure({}), 'x'] }, pointer: '/rows/1', expected: 'an array of cells' },
    { name: 'a cell that is none', change: { rows: [['x', {}]] }, pointer: '/rows/0/1', expected: expect.stringContaining('a cell') as string },
    {
      name: 'a cell longer than Excel’s',
      change: { rows: [['x', 'y'.repeat(32_768)]] },
      pointer: '/rows/0/1',
      expected: expect.stringContaining('32767') as string,
    },
    { name: 'a malformed request id', change: { request: 'abc' }, pointer: '/request', expected: expect.stringContaining('ULID') as string },
  ])('$name', async ({ change, pointer, expected }) => {
    const reply = await post(startServer(), JSON.stringify({ ...valid(), ...change }));
    expect(reply).toMatchObject({ status: 400, body: { code: 'invalid', pointer, expected, errors: [{ in: 'body', pointer }] } });
    expect(await countOf('entry')).toBe(0);
  });

  test.each([
    { path: '/v1/scores?asOf=30.6.2022', pointer: '/asOf' },
    { path: '/v1/scores?asof=2022-06-30', pointer: '/asof' },
    { path: '/v1/overdue?within=-1', pointer: '/within' },
    { path: '/v1/overdue?within=soon', pointer: '/within' },
    { path: '/v1/registers/measures/entries?limit=0', pointer: '/limit' },
    { path: '/v1/registers/measures/entries?flag=late', pointer: '/flag' },
  ])('$path', async ({ path, pointer }) => {
    expect(await startServer().refused(path)).toMatchObject({ status: 400, body: { code: 'invalid', errors: [{ in: 'query', pointer }] } });
  });

  test('a register that is none: 404 with those there are', async () => {
    const reply = await startServer().refused('/v1/registers/nothing/entries');
    expect(reply).toMatchObject({ status: 404, body: { code: 'registerUnknown', params: { register: 'nothing' } } });
    expect(reply.body.params['known']).toContain('measures');
  });

  test('another workspace than the sheet’s: 409', async () => {
    expect(await post(startServer(), JSON.stringify({ ...valid(), workspace: ulid() }))).toMatchObject({ status: 409, body: { code: 'otherWorkspace' } });
    expect(await countOf('entry')).toBe(0);
  });
});

describe('limits of a request', () => {
  test.each([
    { name: 'broken JSON', body: '{"base":', headers: json, status: 400, code: 'badJson' },
    { name: 'no JSON at all', body: 'base=0', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, status: 415, code: 'mediaType' },
    { name: 'an unknown encoding', body: '{}', headers: { ...json, 'Content-Encoding': 'br' }, status: 415, code: 'mediaType' },
    { name: 'gzip that is none', body: '{}', headers: { ...json, 'Content-Encoding': 'gzip' }, status: 400, code: 'badJson' },
  ])('$name: $status', async ({ body, headers, status, code }) => {
    expect(await post(startServer(), body, headers)).toMatchObject({ status, body: { code } });
  });

  test('more rows than allowed: 413 with the limits', async () => {
    const reply = await post(startServer(), JSON.stringify({ ...valid(), columns: ['id'], rows: Array.from({ length: MAX_ROWS + 1 }, () => ['x']) }));
    expect(reply).toMatchObject({ status: 413, body: { code: 'tooLarge', params: { maxRows: MAX_ROWS, maxBytes: MAX_BYTES } } });
  });

  test('more bytes than allowed: 413, also inflated from a small gzip', async () => {
    const body = JSON.stringify({ ...valid(), padding: ' '.repeat(MAX_BYTES) });
    expect(await post(startServer(), body)).toMatchObject({ status: 413, body: { code: 'tooLarge' } });
    const small = await gzip(body);
    expect(small.byteLength).toBeLessThan(MAX_BYTES / 100);
    expect(await post(startServer(), small, { ...json, 'Content-Encoding': 'gzip' })).toMatchObject({ status: 413, body: { code: 'tooLarge' } });
  });

  test('a gzip body is read', async () => {
    const response = await startServer().send(PUSH, {
      method: 'POST',
      headers: { ...json, 'Content-Encoding': 'gzip' },
      body: await gzip(JSON.stringify(valid())),
    });
    expect(response.status).toBe(200);
  });
});
