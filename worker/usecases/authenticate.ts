import { hashOf, isSigned, isWeak, keyIdOf, MIN_KEY_LENGTH, sameDigest } from '../auth/keys.ts';
import type { Principal } from '../auth/principal.ts';
import type { Deps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import type { StoredKey } from '../store/access-port.ts';
import { identifyAccount } from './access/identify-account.ts';
import { bootstrapWorkspace } from './bootstrap-workspace.ts';

/** The use of a key is noted no more often than this. */
const NOTED_EVERY_MS = 3_600_000;

export interface Credential {
  /** The bearer token; null when none was sent. */
  readonly token: string | null;
  /** The id of the workspace that a signed-in person asks for; null when none was named. A key is of one workspace and names none. */
  readonly workspace: string | null;
  /** Whether it was sent to this very machine. */
  readonly isLocal: boolean;
}

/**
 * Who a bearer token speaks for. The bootstrap admin key makes the first workspace when there is none yet.
 * A signed token is a work account's, if those may sign in; anything else is an access key.
 * Refuses with credentialMissing, credentialUnknown, credentialExpired, keyTooWeak for a guessable key outside localhost, or as `identifyAccount` does.
 */
export async function authenticate(deps: Deps, { token, workspace, isLocal }: Credential): Promise<Principal> {
  if (token === null) throw new Refusal('credentialMissing');
  if (deps.entra !== null && isSigned(token)) return identifyAccount(deps, deps.entra, token, workspace);
  const hash = await hashOf(token);
  const key = (await keyWith(deps, token, hash)) ?? (await bootstrapKey(deps, token, hash, isLocal));
  if (key === null) throw new Refusal('credentialUnknown');
  if (isWeak(token) && !isLocal) throw new Refusal('keyTooWeak', { length: MIN_KEY_LENGTH });
  if (key.expiresAt !== null && key.expiresAt <= deps.now().toISOString()) throw new Refusal('credentialExpired', { expiresAt: key.expiresAt });
  await noteUse(deps, key);
  const { id, name, expiresAt, isBootstrap, role, unit } = key;
  return { credential: { id, name, expiresAt, isBootstrap }, workspace: key.workspace, role, unit };
}

/** The key of a token: found by its key id, or by its digest where it has none; the digest is compared in either case. */
async function keyWith(deps: Deps, token: string, hash: string): Promise<StoredKey | null> {
  const id = keyIdOf(token);
  const key = await deps.store.findKey(id === null ? { hash } : { id });
  return key !== null && sameDigest(key.hash, hash) ? key : null;
}

async function bootstrapKey(deps: Deps, token: string, hash: string, isLocal: boolean): Promise<StoredKey | null> {
  const { bootstrap } = deps;
  if (bootstrap === null || !sameDigest(await hashOf(bootstrap.adminKey), hash)) return null;
  if (await deps.store.hasWorkspace()) return null;
  if (isWeak(token) && !isLocal) throw new Refusal('keyTooWeak', { length: MIN_KEY_LENGTH });
  await bootstrapWorkspace(deps, bootstrap, hash);
  return keyWith(deps, token, hash);
}

/** Notes that a key is used. Whatever goes wrong there, the request goes on. */
async function noteUse(deps: Deps, { id, lastUsedAt }: StoredKey): Promise<void> {
  const now = deps.now();
  if (lastUsedAt !== null && now.getTime() - Date.parse(lastUsedAt) < NOTED_EVERY_MS) return;
  try {
    await deps.store.touchKey(id, now.toISOString());
  } catch (error) {
    deps.log({ problem: 'keyUseNotNoted', credential: id, error: String(error) });
  }
}
