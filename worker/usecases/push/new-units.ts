import type { Entry } from '../../../shared/ledger/entry.ts';
import type { UnitDirectory } from '../../../shared/ledger/unit-names.ts';

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

function unknownUnits(entries: readonly Entry[], directory: UnitDirectory): Set<string> {
  const names = new Set<string>();
  for (const { content } of entries) {
    const { lead, co } = directory.resolveMeasure(content);
    if (lead.entry === null) names.add(lead.name);
    for (const unit of co) if (unit.entry === null) names.add(unit.name);
  }
  return names;
}
