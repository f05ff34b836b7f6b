import { ulid } from 'ulid';
import { defaultPlan } from '../../../shared/scoring/plan.ts';
import { hashOf, newKey } from '../../auth/keys.ts';
import type { Principal } from '../../auth/principal.ts';
import { requireRole } from '../../auth/scope.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../refusal.ts';
import { dateIn } from '../../../shared/calendar/zone.ts';

export interface CreateWorkspaceInput {
  readonly name: string;
  /** An IANA name. */
  readonly timeZone: string;
  /** Default: this year there. */
  readonly planYear?: number | undefined;
}

/** Makes a further workspace with the default plan and an admin key of its own. Refuses with bootstrapOnly, before `readInput` is called. */
export async function createWorkspace(
  deps: Deps,
  principal: Principal,
  readInput: () => Promise<CreateWorkspaceInput>,
): Promise<{ readonly id: string; readonly adminKey: string }> {
  requireRole(principal, 'admin');
  if (!principal.credential.isBootstrap) throw new Refusal('bootstrapOnly');
  const { name, timeZone, planYear } = await readInput();
  const now = deps.now();
  const [id, keyId] = [ulid(now.getTime()), ulid(now.getTime())];
  const adminKey = newKey(keyId);
  await deps.store.createWorkspace({
    workspace: { id, name, timeZone },
    plan: defaultPlan(planYear ?? Number(dateIn(timeZone, now).slice(0, 4))),
    key: {
      id: keyId,
      name: 'admin',
      role: 'admin',
      unit: null,
      hash: await hashOf(adminKey),
      createdAt: now.toISOString(),
      expiresAt: null,
      isBootstrap: false,
    },
  });
  return { id, adminKey };
}
