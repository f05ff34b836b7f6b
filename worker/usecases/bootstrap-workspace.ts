import { ulid } from 'ulid';
import { defaultPlan } from '../../shared/scoring/plan.ts';
import { keyIdOf } from '../auth/keys.ts';
import type { Bootstrap, Deps } from '../deps.ts';
import { dateIn } from '../../shared/calendar/zone.ts';

const DEFAULT_TIME_ZONE = 'Asia/Shanghai';

/** Makes the first workspace with the default plan and the bootstrap admin key, of the given hash. Does nothing when there is one already. */
export async function bootstrapWorkspace(deps: Deps, bootstrap: Bootstrap, hash: string): Promise<void> {
  const year = bootstrap.planYear ?? Number(dateIn(DEFAULT_TIME_ZONE, deps.now()).slice(0, 4));
  const key = { id: keyIdOf(bootstrap.adminKey) ?? ulid(), name: 'bootstrap', role: 'admin', unit: null, hash, expiresAt: null } as const;
  await deps.store.createFirstWorkspace({
    workspace: { id: ulid(), name: bootstrap.workspaceName, timeZone: DEFAULT_TIME_ZONE },
    plan: defaultPlan(year),
    key: { ...key, createdAt: deps.now().toISOString(), isBootstrap: true },
  });
}
