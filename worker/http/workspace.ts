import type { Hono } from 'hono';
import { endpoints } from '../../shared/contract/endpoints/index.ts';
import { registers } from '../../shared/registers/index.ts';
import type { Deps } from '../deps.ts';
import { dateIn } from '../../shared/calendar/zone.ts';
import type { HonoEnv } from './context.ts';
import { guarded } from './route.ts';

export function workspaceRoutes(app: Hono<HonoEnv>, deps: Deps): void {
  guarded(
    app,
    deps,
    endpoints.me,
    ({
      principal: {
        workspace,
        role,
        unit,
        credential: { id, name, expiresAt },
      },
    }) => Promise.resolve({ workspace, role, unit, credential: { id, name, expiresAt }, today: dateIn(workspace.timeZone, deps.now()) }),
  );

  guarded(app, deps, endpoints.registers, () => Promise.resolve({ registers }));
}
