import type { Hono } from 'hono';
import { endpoints } from '../../shared/contract/endpoints/index.ts';
import type { Deps } from '../deps.ts';
import { createKey } from '../usecases/access/create-key.ts';
import { createWorkspace } from '../usecases/access/create-workspace.ts';
import { listKeys } from '../usecases/access/list-keys.ts';
import { revokeKey } from '../usecases/access/revoke-key.ts';
import type { HonoEnv } from './context.ts';
import { guarded } from './route.ts';

export function accessRoutes(app: Hono<HonoEnv>, deps: Deps): void {
  guarded(app, deps, endpoints.keys, async ({ principal }) => ({ keys: (await listKeys(deps, principal)).map((info) => ({ ...info })) }));

  guarded(app, deps, endpoints.createKey, async ({ principal, readBody, note }) => {
    const { info, key } = await createKey(deps, principal, readBody);
    note({ key: info.id });
    return { ...info, key };
  });

  guarded(app, deps, endpoints.revokeKey, async ({ principal, params, note }) => {
    const revoked = await revokeKey(deps, principal, params.id);
    note({ key: revoked.id });
    return revoked;
  });

  guarded(app, deps, endpoints.createWorkspace, async ({ principal, readBody, note }) => {
    const made = await createWorkspace(deps, principal, readBody);
    note({ made: made.id });
    return made;
  });
}
