import { describe, expect, test } from 'vitest';
import { exports } from 'cloudflare:workers';
import { drawAnswer } from '../../shared/contract/draws.ts';
import type { Endpoint } from '../../shared/contract/endpoints/endpoint.ts';
import { endpoints } from '../../shared/contract/endpoints/index.ts';
import { pushAnswer } from '../../shared/contract/push.ts';
import { columns, measure, startServer } from './support/server.ts';

describe('every answer', () => {
  test('forbids sniffing and caching, and has an id that stands in the log', async () => {
    const server = startServer();
    const response = await server.send('/v1/me');
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(server.lines).toMatchObject([{ requestId: response.headers.get('X-Request-Id'), method: 'GET', route: '/v1/me', status: 200 }]);
  });

  test('is for other sites only if they are on the list', async () => {
    const server = startServer({ allowedOrigins: ['https://excel.example'] });
    const originOf = async (origin: string) => (await server.send('/v1/me', { headers: { Origin: origin } })).headers.get('Access-Control-Allow-Origin');
    expect(await originOf('https://excel.example')).toBe('https://excel.example');
    expect(await originOf('https://evil.example')).toBeNull();
    expect((await startServer().send('/v1/me', { headers: { Origin: 'https://evil.example' } })).headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  test('of every endpoint is as its schema says', async () => {
    const server = startServer();
    const pushed = await server.push({ columns, rows: [measure({ due: '6月15日', completedOn: '2022-07-20' }), measure({ title: null })] });
    expect(pushAnswer.parse(pushed)).toEqual(pushed);
    const started = await server.send('/v1/draws', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ of: 'measures', sizes: { key: 0, other: 1 }, parties: ['甲', '乙'] }),
    });
    const draw = drawAnswer.parse(await started.json());
    const paths = { register: 'measures', unit: encodeURIComponent('区发改委'), revision: '1' };
    const idIn = (path: string): string => (path.includes('/entries/') ? String(pushed.rows.id[0]) : draw.id);
    const queries: Readonly<Record<string, string>> = { '/v1/rollup': '?month=2022-05' };
    for (const { method, path, answer, media } of Object.values<Endpoint>(endpoints)) {
      if (method !== 'GET' || media !== undefined) continue;
      const { status, body } = await server.get(
        path.replace(/\{(\w+)\}/g, (_, name: keyof typeof paths | 'id') => (name === 'id' ? idIn(path) : paths[name])) + (queries[path] ?? ''),
      );
      expect({ path, status }).toEqual({ path, status: 200 });
      expect(answer.parse(body)).toEqual(body);
    }
  });
});

describe('documentation', () => {
  test('the OpenAPI document is open to anyone and names every endpoint', async () => {
    const response = await startServer().send('/v1/openapi.json', { key: null });
    const document: { openapi: string; paths: Record<string, Record<string, unknown>> } = await response.json();
    expect(document.openapi).toBe('3.1.0');
    for (const { path, method } of Object.values(endpoints)) expect(document.paths[path]).toHaveProperty(method.toLowerCase());
  });

  test('/docs reads it with a script of our own origin', async () => {
    const response = await startServer().send('/docs', { key: null });
    expect(response.headers.get('Content-Type')).toContain('text/html');
    expect(response.headers.get('Content-Security-Policy')).toContain("script-src 'self'");
    expect(await response.text()).not.toMatch(/https?:\/\//);
  });
});

test('the worker itself answers with its bindings', async () => {
  const response = await exports.default.fetch('https://taizhang.example/v1/health');
  expect(await response.json()).toMatchObject({ ok: true });
});
