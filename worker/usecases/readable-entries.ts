import type { Entry } from '../../shared/ledger/entry.ts';
import type { AssessInput } from '../../shared/scoring/assess.ts';
import type { Scope } from '../auth/scope.ts';

/** The entries a credential may read, for figures that name what they rest on. */
export interface ReadableEntries {
  /** Those of the ids that may be read, in their order. */
  ids(ids: readonly string[]): string[];
  /** The entries of all ids told so far, each once. */
  told(): readonly Entry[];
}

/** Looks ids up among the live entries of a workspace, within a scope. */
export function readableEntries(entries: AssessInput['entries'], scope: Scope): ReadableEntries {
  const byId = new Map(
    Object.values(entries)
      .flat()
      .map((entry) => [entry.id, entry]),
  );
  const told = new Map<string, Entry>();
  return {
    ids: (ids) =>
      ids.filter((id) => {
        if (told.has(id)) return true;
        const entry = byId.get(id);
        if (entry === undefined || !scope.mayRead(entry)) return false;
        told.set(id, entry);
        return true;
      }),
    told: () => [...told.values()],
  };
}
