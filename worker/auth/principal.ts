import type { Role } from '../../shared/contract/primitives.ts';
import type { Workspace } from '../store/access-port.ts';

/** Who is asking: the credential decides workspace, role and unit. */
export interface Principal {
  readonly credential: {
    readonly id: string;
    readonly name: string;
    readonly expiresAt: string | null;
    /** Whether it is the admin key the first workspace was made with. */
    readonly isBootstrap: boolean;
  };
  readonly workspace: Workspace;
  readonly role: Role;
  /** A clerk's unit, by name; null for every other role. */
  readonly unit: string | null;
}
