import type { Hono } from 'hono';
import { readHead } from '../../shared/audit/chain.ts';
import { endpoints } from '../../shared/contract/endpoints/index.ts';
import type { Deps } from '../deps.ts';
import { verifyHistory } from '../usecases/verify-history.ts';
import type { HonoEnv } from './context.ts';
import { guarded } from './route.ts';

export function auditRoutes(app: Hono<HonoEnv>, deps: Deps): void {
  guarded(app, deps, endpoints.verify, async ({ principal, query, note }) => {
    const { head, versions, broken } = await verifyHistory(deps, principal, query.head === undefined ? null : readHead(query.head));
    note({ head, broken });
    return { ok: broken === null, head, versions, ...(broken !== null && { broken }) };
  });
}
