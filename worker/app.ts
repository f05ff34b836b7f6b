import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { endpoints } from '../shared/contract/endpoints/index.ts';
import { WORKSPACE_HEADER } from '../shared/contract/members.ts';
import type { Deps } from './deps.ts';
import { auditRoutes } from './http/audit.ts';
import type { HonoEnv } from './http/context.ts';
import { accessRoutes } from './http/access.ts';
import { docsRoutes } from './http/docs.ts';
import { drawRoutes } from './http/draws.ts';
import { entryRoutes } from './http/entries.ts';
import { frame } from './http/frame.ts';
import { healthRoutes } from './http/health.ts';
import { memberRoutes } from './http/members.ts';
import { planRoutes } from './http/plan.ts';
import { problemResponse } from './http/problem.ts';
import { pushRoutes } from './http/push.ts';
import { addressRate } from './http/rates.ts';
import { reportRoutes } from './http/reports.ts';
import { revisionRoutes } from './http/revisions.ts';
import { honoPath } from './http/route.ts';
import { scoreRoutes } from './http/scores.ts';
import { trendRoutes } from './http/trend.ts';
import { workspaceRoutes } from './http/workspace.ts';
import { Refusal } from './refusal.ts';

const DAY_IN_SECONDS = 86_400;

/** The API as a fetch handler. Every refusal of every route becomes an answer in one place. */
export function createApp(deps: Deps): Hono<HonoEnv> {
  const app = new Hono<HonoEnv>();
  app.use(frame(deps));
  app.use(
    '/v1/*',
    cors({
      origin: [...deps.allowedOrigins],
      allowHeaders: ['Authorization', 'Content-Type', 'Content-Encoding', 'Accept-Language', 'If-Match', WORKSPACE_HEADER],
      exposeHeaders: ['X-Request-Id', 'Retry-After', 'ETag'],
      maxAge: DAY_IN_SECONDS,
    }),
  );
  app.use('/v1/*', addressRate(deps));

  for (const addRoutes of [
    healthRoutes,
    workspaceRoutes,
    accessRoutes,
    memberRoutes,
    planRoutes,
    pushRoutes,
    entryRoutes,
    revisionRoutes,
    auditRoutes,
    trendRoutes,
    scoreRoutes,
    drawRoutes,
    reportRoutes,
  ])
    addRoutes(app, deps);
  docsRoutes(app);
  for (const [path, allowed] of methodsByPath()) {
    app.all(honoPath(path), (c) => {
      throw new Refusal('methodNotAllowed', { method: c.req.method, allowed });
    });
  }

  app.notFound((c) => {
    throw new Refusal('notFound', { path: new URL(c.req.url).pathname });
  });
  app.onError((error, c) => {
    if (error instanceof Refusal) c.set('noted', { ...c.get('noted'), problem: error.code });
    else c.set('noted', { ...c.get('noted'), problem: 'internal', error: error.stack ?? String(error) });
    return problemResponse(error, c.get('requestId'), c.get('language'));
  });
  return app;
}

/** The methods of every address, as the header Allow lists them. */
function methodsByPath(): ReadonlyMap<string, string> {
  const methods = new Map<string, string>();
  for (const { path, method } of Object.values(endpoints)) {
    const known = methods.get(path);
    methods.set(path, known === undefined ? method : `${known}, ${method}`);
  }
  return methods;
}
