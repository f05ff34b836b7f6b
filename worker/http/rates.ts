import type { MiddlewareHandler } from 'hono';
import { RATE_WINDOW_SECONDS } from '../auth/rates.ts';
import type { Deps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import type { HonoEnv } from './context.ts';

/** The groups of an IPv6 address that name a network: its owner has all the addresses in it. */
const NETWORK_GROUPS = 4;
const GROUPS = 8;

/** Where a request comes from, as Cloudflare tells it; clients cannot set it there. Of an IPv6 address its network of 64 bits: one machine has as many addresses as it likes. */
export function addressOf(request: Request): string {
  return networkOf(request.headers.get('CF-Connecting-IP') ?? 'unknown');
}

function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const inside = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1];
  if (inside !== undefined) return inside;
  const [before = [], after] = address.split('::').map((part) => (part === '' ? [] : part.split(':')));
  const left = after === undefined ? 0 : Math.max(0, GROUPS - before.length - after.length);
  const groups = [...before, ...Array.from({ length: left }, () => '0'), ...(after ?? [])].slice(0, NETWORK_GROUPS);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
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
