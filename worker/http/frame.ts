import type { MiddlewareHandler } from 'hono';
import { ulid } from 'ulid';
import { isLocalhost } from '../auth/keys.ts';
import type { Deps } from '../deps.ts';
import type { HonoEnv } from './context.ts';
import { languageOf } from './language.ts';

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

/** A year. Not on localhost, where it would bind every other local server to https. */
const HSTS = 'max-age=31536000';

/**
 * Around every request: its id, its language, the headers of every answer, and one line in the log. The line names the route, not what was put into its
 * address: that may be anything, a key too.
 */
export function frame(deps: Deps): MiddlewareHandler<HonoEnv> {
  return async (c, next) => {
    const began = deps.now().getTime();
    const requestId = ulid(began);
    c.set('requestId', requestId);
    c.set('language', languageOf(c.req.header('Accept-Language') ?? null));
    await next();
    for (const [name, value] of Object.entries(HEADERS)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    const { protocol, hostname } = new URL(c.req.url);
    if (protocol === 'https:' && !isLocalhost(hostname)) c.res.headers.set('Strict-Transport-Security', HSTS);
    c.res.headers.set('X-Request-Id', requestId);
    c.res.headers.append('Vary', 'Accept-Language');
    const principal = c.get('principal');
    deps.log({
      requestId,
      method: c.req.method,
      route: c.get('route') ?? null,
      status: c.res.status,
      ms: deps.now().getTime() - began,
      workspace: principal?.workspace.id,
      credential: principal?.credential.id,
      ...c.get('noted'),
    });
  };
}
