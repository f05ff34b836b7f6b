import type { Entry } from '../../../shared/ledger/entry.ts';
import type { UnitDirectory } from '../../../shared/ledger/unit-names.ts';
import type { Scope } from '../../auth/scope.ts';
import type { StoredEntry } from '../../store/port.ts';

/**
 * The units that the written entries name for the first time and that have no row of their own, each once, in order of
 * mention. `before` are the workspace's entries before the push; they are only looked through when a name is unknown.
 */
export function newUnits(written: readonly Entry[], before: readonly Entry[], directory: UnitDirectory): string[] {
  const unknown = unknownUnits(written, directory);
  if (unknown.size === 0) return [];
  for (const name of unknownUnits(before, directory)) unknown.delete(name);
  return [...unknown];
}

/** The entries in scope that name units: all but those that are units. */
export function namingUnits(entries: readonly StoredEntry[], scope: Scope): readonly StoredEntry[] {
  return entries.filter((entry) => entry.register !== 'units' && !entry.isDeleted && scope.mayRead(entry));
}

/** The units that entries name and that have no row of their own. */
export function unknownUnits(entries: readonly Entry[], directory: UnitDirectory): Set<string> {
  const names = new Set<string>();
  for (const { content } of entries) {
    const { lead, co } = directory.resolveMeasure(content);
    if (lead.entry === null) names.add(lead.name);
    for (const unit of co) if (unit.entry === null) names.add(unit.name);
  }
  return names;
}
