import type { MiddlewareHandler } from 'hono';
import { RATE_WINDOW_SECONDS } from '../auth/rates.ts';
import type { Deps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import type { HonoEnv } from './context.ts';

/** Where a request comes from, as Cloudflare tells it; clients cannot set it there. */
export function addressOf(request: Request): string {
  return request.headers.get('CF-Connecting-IP') ?? 'unknown';
}

export function tooManyRequests(): Refusal {
  return new Refusal('tooManyRequests', { seconds: RATE_WINDOW_SECONDS });
}

/** Refuses an address that asks too often, before anything is looked up. */
export function addressRate(deps: Deps): MiddlewareHandler<HonoEnv> {
  return async (c, next) => {
    if (!(await deps.rates.address(addressOf(c.req.raw)))) throw tooManyRequests();
    await next();
  };
}
