import { ulid } from 'ulid';
import type { Role } from '../../../shared/contract/primitives.ts';
import { hashOf, newKey } from '../../auth/keys.ts';
import type { Principal } from '../../auth/principal.ts';
import { requireRole } from '../../auth/scope.ts';
import type { Deps } from '../../deps.ts';
import { invalid } from '../../refusal.ts';
import type { KeyInfo } from '../../store/access-port.ts';

export interface CreateKeyInput {
  readonly name: string;
  readonly role: Role;
  /** For clerks, and for them alone. */
  readonly unit?: string | undefined;
  /** ISO 8601. */
  readonly expiresAt?: string | undefined;
}

/** Makes an access key of the workspace. The key itself is in the answer and nowhere else. Refuses with invalid for an expiry that is not to come. */
export async function createKey(
  deps: Deps,
  principal: Principal,
  readInput: () => Promise<CreateKeyInput>,
): Promise<{ readonly info: KeyInfo; readonly key: string }> {
  requireRole(principal, 'admin');
  const input = await readInput();
  const createdAt = deps.now().toISOString();
  const expiresAt = input.expiresAt === undefined ? null : new Date(input.expiresAt).toISOString();
  if (expiresAt !== null && expiresAt <= createdAt)
    throw invalid([{ in: 'body', pointer: '/expiresAt', expected: 'a time to come', value: input.expiresAt ?? null }]);
  const id = ulid(Date.parse(createdAt));
  const key = newKey(id);
  const kept = { id, name: input.name, role: input.role, unit: input.unit ?? null, createdAt, expiresAt };
  await deps.store.addKey(principal.workspace.id, { ...kept, hash: await hashOf(key), isBootstrap: false });
  return { info: { ...kept, lastUsedAt: null }, key };
}
