import type { Principal } from '../../auth/principal.ts';
import { scopeOf, type Scope } from '../../auth/scope.ts';
import type { Deps } from '../../deps.ts';
import type { StoredEntry } from '../../store/port.ts';
import { liveByRegister } from '../assess-workspace.ts';

/** Who reads the history. */
export interface Reader {
  /** The last revision. */
  readonly head: number;
  readonly entries: readonly StoredEntry[];
  /** Whether a version is the credential's to read. */
  readonly mayRead: Scope['mayRead'];
}

/** The workspace as it stands, and what of its history a credential may read. */
export async function readerOf(deps: Deps, principal: Principal): Promise<Reader> {
  const { head, plans, entries } = await deps.store.read(principal.workspace.id);
  const scope = scopeOf(deps, principal, { plans, units: liveByRegister(entries).units });
  return { head, entries, mayRead: scope.mayRead };
}
