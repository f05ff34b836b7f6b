import type { MiddlewareHandler } from 'hono';
import { ulid } from 'ulid';
import type { Deps } from '../deps.ts';
import type { HonoEnv } from './context.ts';
import { languageOf } from './language.ts';

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

/** Around every request: its id, its language, the headers of every answer, and one line in the log. */
export function frame(deps: Deps): MiddlewareHandler<HonoEnv> {
  return async (c, next) => {
    const began = deps.now().getTime();
    const requestId = ulid(began);
    c.set('requestId', requestId);
    c.set('language', languageOf(c.req.header('Accept-Language') ?? null));
    await next();
    for (const [name, value] of Object.entries(HEADERS)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    c.res.headers.set('X-Request-Id', requestId);
    c.res.headers.append('Vary', 'Accept-Language');
    const principal = c.get('principal');
    deps.log({
      requestId,
      method: c.req.method,
      path: new URL(c.req.url).pathname,
      status: c.res.status,
      ms: deps.now().getTime() - began,
      workspace: principal?.workspace.id,
      credential: principal?.credential.id,
      ...c.get('noted'),
    });
  };
}
