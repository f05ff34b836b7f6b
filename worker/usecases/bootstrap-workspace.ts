import { ulid } from 'ulid';
import { defaultPlan } from '../../shared/scoring/plan.ts';
import type { Bootstrap, Deps } from '../deps.ts';
import { todayIn } from './today.ts';

const DEFAULT_TIME_ZONE = 'Asia/Shanghai';

/** Makes the first workspace with the default plan and an admin key of the given hash. Does nothing when there is one already. */
export async function bootstrapWorkspace(deps: Deps, bootstrap: Bootstrap, hash: string): Promise<void> {
  const year = bootstrap.planYear ?? Number(todayIn(DEFAULT_TIME_ZONE, deps.now()).slice(0, 4));
  await deps.store.createFirstWorkspace({
    workspace: { id: ulid(), name: bootstrap.workspaceName, timeZone: DEFAULT_TIME_ZONE },
    plan: defaultPlan(year),
    key: { id: ulid(), name: 'bootstrap', role: 'admin', unit: null, hash, expiresAt: null },
    at: deps.now().toISOString(),
  });
}
