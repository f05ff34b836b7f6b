import type { Hono } from 'hono';
import { endpoints } from '../../shared/contract/endpoints/index.ts';
import type { Deps } from '../deps.ts';
import { showTrend } from '../usecases/show-trend.ts';
import type { HonoEnv } from './context.ts';
import { guarded } from './route.ts';

/** Comes before the receipts: `trend` is no unit. */
export function trendRoutes(app: Hono<HonoEnv>, deps: Deps): void {
  guarded(app, deps, endpoints.trend, async ({ principal, query }) => {
    const { units, ...span } = await showTrend(deps, principal, query);
    return {
      ...span,
      units: units.map(({ unit, stands }) => ({
        unit,
        score: stands.map((stand) => stand?.score ?? null),
        grade: stands.map((stand) => stand?.grade ?? null),
        rank: stands.map((stand) => stand?.rank ?? null),
      })),
    };
  });
}
