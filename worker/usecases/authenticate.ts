import { hashOf, isWeak, MIN_KEY_LENGTH, sameDigest } from '../auth/keys.ts';
import type { Principal } from '../auth/principal.ts';
import type { Deps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import type { StoredKey } from '../store/port.ts';
import { bootstrapWorkspace } from './bootstrap-workspace.ts';

export interface Credential {
  /** The bearer token; null when none was sent. */
  readonly token: string | null;
  /** Whether it was sent to this very machine. */
  readonly isLocal: boolean;
}

/**
 * Who a bearer token speaks for. The bootstrap admin key makes the first workspace when there is none yet.
 * Refuses with credentialMissing, credentialUnknown, credentialExpired, or keyTooWeak for a guessable key outside localhost.
 */
export async function authenticate(deps: Deps, { token, isLocal }: Credential): Promise<Principal> {
  if (token === null) throw new Refusal('credentialMissing');
  const hash = await hashOf(token);
  const key = (await keyWith(deps, hash)) ?? (await bootstrapKey(deps, token, hash, isLocal));
  if (key === null) throw new Refusal('credentialUnknown');
  if (isWeak(token) && !isLocal) throw new Refusal('keyTooWeak', { length: MIN_KEY_LENGTH });
  if (key.expiresAt !== null && key.expiresAt <= deps.now().toISOString()) throw new Refusal('credentialExpired', { expiresAt: key.expiresAt });
  const { id, name, expiresAt, workspace, role, unit } = key;
  return { credential: { id, name, expiresAt }, workspace, role, unit };
}

async function keyWith(deps: Deps, hash: string): Promise<StoredKey | null> {
  const key = await deps.store.findKey(hash);
  return key !== null && sameDigest(key.hash, hash) ? key : null;
}

async function bootstrapKey(deps: Deps, token: string, hash: string, isLocal: boolean): Promise<StoredKey | null> {
  const { bootstrap } = deps;
  if (bootstrap === null || !sameDigest(await hashOf(bootstrap.adminKey), hash)) return null;
  if (await deps.store.hasWorkspace()) return null;
  if (isWeak(token) && !isLocal) throw new Refusal('keyTooWeak', { length: MIN_KEY_LENGTH });
  await bootstrapWorkspace(deps, bootstrap, hash);
  return keyWith(deps, hash);
}
