import type { Role } from '../../shared/contract/primitives.ts';
import type { Plan } from '../../shared/scoring/plan.ts';

export interface Workspace {
  readonly id: string;
  readonly name: string;
  /** An IANA name, such as Asia/Shanghai: whose today it is when no as-of is given. */
  readonly timeZone: string;
}

/** What is told of an access key: never the key itself. Times are ISO 8601 UTC. */
export interface KeyInfo {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** A clerk's unit, by name; null for every other role. */
  readonly unit: string | null;
  readonly createdAt: string;
  /** Null: never. */
  readonly expiresAt: string | null;
  /** To the hour; null: never. */
  readonly lastUsedAt: string | null;
}

/** An access key as it is kept. */
export interface StoredKey extends KeyInfo {
  /** SHA-256 of the key, lowercase hex. */
  readonly hash: string;
  /** Whether the first workspace was made with it. */
  readonly isBootstrap: boolean;
  readonly workspace: Workspace;
}

export type NewKey = Omit<StoredKey, 'workspace' | 'lastUsedAt'>;

export interface NewWorkspace {
  readonly workspace: Workspace;
  readonly plan: Plan;
  readonly key: NewKey;
}

/** What keys and workspaces need kept. */
export interface AccessStore {
  /** The key with this id, or with this hash, that is not revoked; null when there is none. */
  findKey(by: { readonly id: string } | { readonly hash: string }): Promise<StoredKey | null>;
  /** Notes that a key was used. */
  touchKey(id: string, at: string): Promise<void>;
  /** The keys of a workspace that are not revoked, oldest first. */
  listKeys(workspace: string): Promise<readonly KeyInfo[]>;
  addKey(workspace: string, key: NewKey): Promise<void>;
  /**
   * Revokes a key at once. `unknown` when the workspace has no such key; `last` when no other admin key would stay that lasts as long as this one,
   * and nothing is written. A key revoked before stays as it is.
   */
  revokeKey(workspace: string, id: string, at: string): Promise<{ readonly revokedAt: string } | 'unknown' | 'last'>;
  hasWorkspace(): Promise<boolean>;
  /** Makes the first workspace with its plan and admin key; does nothing when there is one already. */
  createFirstWorkspace(first: NewWorkspace): Promise<void>;
  createWorkspace(further: NewWorkspace): Promise<void>;
}
