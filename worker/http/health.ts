import type { Hono } from 'hono';
import { endpoints } from '../../shared/contract/endpoints/index.ts';
import type { HealthAnswer } from '../../shared/contract/workspace.ts';
import type { Deps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import type { HonoEnv } from './context.ts';

export function healthRoutes(app: Hono<HonoEnv>, deps: Deps): void {
  app.get(endpoints.health.path, async (c) => {
    c.set('route', endpoints.health.path);
    try {
      await deps.store.ping();
    } catch (error) {
      c.set('noted', { error: String(error) });
      throw new Refusal('unavailable');
    }
    const answer: HealthAnswer = { ok: true, version: deps.version };
    return c.json(answer);
  });
}
