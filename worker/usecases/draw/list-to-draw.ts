import { parseIso } from '../../../shared/calendar/day.ts';
import type { DrawItem, DrawnKind, Exclusion, Stratum } from '../../../shared/draw/types.ts';
import { unitDirectory, type UnitDirectory } from '../../../shared/ledger/unit-names.ts';
import { countsMeasure } from '../../../shared/scoring/in-period.ts';
import { oneLine } from '../../../shared/text/one-line.ts';
import type { Flag } from '../../../shared/verdict/types.ts';
import { Refusal } from '../../refusal.ts';
import type { Assessment } from '../assess-workspace.ts';

export interface ListInput {
  readonly of: DrawnKind;
  readonly flags: readonly Flag[];
  readonly exclude: readonly { readonly unit: string; readonly reason: string }[];
}

/**
 * What can be drawn as of the assessment's day: measures that count in the plan's period, or assessed units, less those that
 * concern a unit to be avoided (domain, Random draw). Refuses with unitUnknown for a unit to be avoided that is not there.
 */
export function listToDraw(
  assessment: Assessment,
  { of, flags, exclude }: ListInput,
): { readonly list: readonly DrawItem[]; readonly excluded: readonly Exclusion[] } {
  const { plan, units, receipts } = assessment;
  const directory = unitDirectory(units, plan.district);
  for (const receipt of receipts) directory.resolve(receipt.unit);
  const tiers = new Map(receipts.map(({ unit, tier }) => [unit, tier]));
  const reasons = new Map(
    exclude.map(({ unit, reason }) => {
      const { name } = directory.resolve(unit);
      if (!tiers.has(name)) throw new Refusal('unitUnknown', { unit });
      return [name, reason];
    }),
  );
  const tierOf = (unit: string): Stratum => tiers.get(unit) ?? 'other';
  const all = of === 'units' ? unitItems(assessment) : measureItems(assessment, flags, directory, tierOf);
  return {
    list: all.filter((item) => !item.units.some((unit) => reasons.has(unit))),
    excluded: [...reasons].map(([unit, reason]) => ({ unit, reason, entries: all.filter((item) => item.units.includes(unit)).length })),
  };
}

/** Ids are joined by line breaks before they are digested, so none may hold one. */
function unitItems({ receipts }: Assessment): DrawItem[] {
  return receipts.filter(({ assessed }) => assessed).map(({ unit, tier }) => ({ id: oneLine(unit), title: oneLine(unit), units: [unit], stratum: tier }));
}

function measureItems(
  { measures, verdicts, plan, day }: Assessment,
  flags: readonly Flag[],
  directory: UnitDirectory,
  tierOf: (unit: string) => Stratum,
): DrawItem[] {
  const period = { start: parseIso(plan.period.start) ?? day, end: parseIso(plan.period.end) ?? day, asOf: day };
  return measures.flatMap((entry) => {
    const verdict = verdicts.get(entry.id);
    if (verdict === undefined || !countsMeasure(entry, verdict, period)) return [];
    if (flags.length > 0 && !flags.includes(verdict.flag)) return [];
    const { lead, co } = directory.resolveMeasure(entry.content);
    const units = [lead, ...co].map(({ name }) => name);
    return [{ id: entry.id, title: oneLine(String(entry.content['title'] ?? '')), units, stratum: tierOf(lead.name) }];
  });
}
