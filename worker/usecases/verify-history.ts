import { checkChain, type Broken, type Head } from '../../shared/audit/chain.ts';
import { hashOf } from '../auth/keys.ts';
import type { Principal } from '../auth/principal.ts';
import { requireRole } from '../auth/scope.ts';
import type { Deps } from '../deps.ts';

/** Whether the history of a workspace stands. */
export interface Verified {
  /** The last revision that stands. */
  readonly head: Head;
  /** How many versions of entries were checked. */
  readonly versions: number;
  /** The first revision that does not stand; null when all do. */
  readonly broken: Broken | null;
}

/**
 * Recomputes the hash of every revision from what is kept of it and of the entries it wrote, in bounded memory. `noted` is a
 * head noted earlier: without one, nobody can tell a history that was cut off or wholly rewritten from a true one.
 */
export async function verifyHistory(deps: Deps, principal: Principal, noted: Head | null): Promise<Verified> {
  requireRole(principal, 'admin');
  const workspace = principal.workspace.id;
  const chain = checkChain(hashOf, noted);
  let versions = 0;
  for await (const { link, versions: written } of deps.audit.log(workspace)) {
    const broken = await chain.follow(link, written);
    if (broken !== null) return { head: chain.head, versions, broken };
    versions += written.length;
  }
  const stray = await deps.audit.firstStray(workspace);
  const misplaced = await deps.audit.firstMisplaced(workspace);
  const broken: Broken | null =
    stray !== null ? { revision: stray, why: 'stray' } : misplaced !== null ? { revision: misplaced, why: 'misplaced' } : chain.end();
  return { head: chain.head, versions, broken };
}
