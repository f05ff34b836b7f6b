import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../shared/ledger/entry.ts';
import { foldUnitName, splitUnits } from '../../../shared/ledger/unit-names.ts';
import type { RegisterId } from '../../../shared/registers/types.ts';
import { assess } from '../../../shared/scoring/assess.ts';
import type { Plan } from '../../../shared/scoring/plan.ts';
import type { Receipt, ReceiptEntry } from '../../../shared/scoring/types.ts';
import { compareText } from '../../../shared/text/compare.ts';
import { judgeContext } from '../../../shared/verdict/context.ts';
import { judgeMeasure } from '../../../shared/verdict/measure.ts';
import { anyAsOf, anyWorkspace, type Workspace } from '../support/any-workspace.ts';
import { calendar, day, plan2022 } from '../support/measures.ts';
import { isoOf, parseIso } from '../../../shared/calendar/day.ts';

/** Twice as many as usual. */
const RUNS = { numRuns: 2 * (fc.readConfigureGlobal()?.numRuns ?? 100) };

function receiptsOf(entries: Workspace, asOf: string, plan: Plan = plan2022): readonly Receipt[] {
  return assess({ entries, plan, asOf: day(asOf), calendar }).receipts;
}

/** A unit without a row goes by the spelling met first, so units are told apart by what their spellings have in common. */
function byFold<Told>(receipts: readonly Receipt[], tell: (receipt: Receipt) => Told): ReadonlyMap<string, Told> {
  return new Map(receipts.map((receipt) => [foldUnitName(receipt.unit, ''), tell(receipt)]));
}

/** Everything of a receipt but the order of entries and what the unit is called: every entry with what it gave and why. */
function toldBy(receipt: Receipt): unknown {
  const inOrder = (entries: readonly ReceiptEntry[]): unknown => entries.toSorted((a, b) => compareText(`${a.id} ${a.title}`, `${b.id} ${b.title}`));
  return { ...receipt, unit: null, lines: receipt.lines.map((line) => ('entries' in line ? { ...line, entries: inOrder(line.entries) } : line)) };
}

const OWN_DATE: Readonly<Partial<Record<RegisterId, string>>> = {
  reports: 'submittedOn',
  inspections: 'date',
  problems: 'foundOn',
  spotchecks: 'checkedOn',
  surveys: 'date',
  adjustments: 'date',
};

describe('in any workspace with rows of all registers', { timeout: 60_000 }, () => {
  test('the lines of a receipt add up to its score', () => {
    fc.assert(
      fc.property(anyWorkspace, anyAsOf, (entries, asOf) => {
        for (const { score, lines } of receiptsOf(entries, asOf)) {
          if (score === null) continue;
          const sum = lines.reduce((total, line) => total + ('points' in line ? line.points : 0), 0);
          expect(Math.abs(sum - score)).toBeLessThan(0.005_001);
          const clauses = lines.filter((line) => line.kind === 'clause');
          for (const { entries: hits, points } of clauses) expect(hits.reduce((total, { gave }) => total + gave, 0)).toBeCloseTo(points, 9);
        }
      }),
      RUNS,
    );
  });

  test('permuting the rows changes nothing', () => {
    const anyOrder = anyWorkspace.chain((entries) =>
      fc.tuple(
        fc.constant(entries),
        fc.record(
          Object.fromEntries(Object.entries(entries).map(([register, rows]) => [register, fc.shuffledSubarray([...rows], { minLength: rows.length })])),
        ),
      ),
    );
    fc.assert(
      fc.property(anyOrder, anyAsOf, ([entries, shuffled], asOf) => {
        expect(byFold(receiptsOf(shuffled as unknown as Workspace, asOf), toldBy)).toEqual(byFold(receiptsOf(entries, asOf), toldBy));
      }),
      RUNS,
    );
  });

  test('finishing an open measure on time never lowers the score of the unit that leads it', () => {
    let tried = 0;
    fc.assert(
      fc.property(anyWorkspace, anyAsOf, fc.nat(), (entries, asOf, pick) => {
        const chosen = entries.measures[pick % Math.max(entries.measures.length, 1)];
        fc.pre(chosen !== undefined);
        const { flag, deadline, due } = judgeMeasure(chosen, judgeContext(plan2022, day(asOf), calendar));
        fc.pre(flag !== 'done' && flag !== 'doneLate' && deadline !== 'recurring');
        // On time, by as-of, and in the period: one finished before it would not count at all.
        const on = Math.min(due ?? Infinity, day(asOf));
        fc.pre(on >= (parseIso(plan2022.period.start) ?? 0));
        const finished: Entry = { ...chosen, content: { ...chosen.content, status: 'done', completedOn: isoOf(on) } };
        const after = { ...entries, measures: entries.measures.map((entry) => (entry === chosen ? finished : entry)) };

        const { directory } = assess({ entries, plan: plan2022, asOf: day(asOf), calendar });
        const lead = directory.resolveMeasure(chosen.content).lead.name;
        const scoreIn = (workspace: Workspace): number | null => receiptsOf(workspace, asOf).find(({ unit }) => unit === lead)?.score ?? null;
        const before = scoreIn(entries);
        fc.pre(before !== null);
        expect(scoreIn(after)).toBeGreaterThanOrEqual(before);
        tried += 1;
      }),
      RUNS,
    );
    expect(tried).toBe(RUNS.numRuns);
  });

  test('a fact is deducted once for a unit, however many clauses hit it', () => {
    fc.assert(
      fc.property(anyWorkspace, anyAsOf, (entries, asOf) => {
        const factOf = new Map(Object.values(entries).flatMap((rows) => rows.map(({ id, content }) => [id, content['ref'] ?? id] as const)));
        const { receipts, directory } = assess({ entries, plan: plan2022, asOf: day(asOf), calendar });
        for (const { unit, lines } of receipts) {
          /** The months of the unit's own reports that were there by the day and are of the period: a report is about its month. */
          const monthOf = new Map(
            entries.reports
              .filter(({ content }) => String(content['submittedOn']) <= asOf && String(content['month']).startsWith('2022'))
              .filter(({ content }) => splitUnits(String(content['unit'])).some((name) => directory.resolve(name).name === unit))
              .map(({ id, content }) => [id, content['month']] as const),
          );
          const hits = lines.flatMap((line) => (line.kind === 'clause' && line.id !== 'adjustment' && line.id !== 'veto' ? line.entries : []));
          const factsOf = (some: typeof hits): unknown[] =>
            some.map(({ id, title }) => {
              const about = id === null ? title : String(factOf.get(id));
              return monthOf.get(about) ?? about;
            });
          const deducted = factsOf(hits.filter(({ gave }) => gave < 0));
          expect(new Set(deducted).size).toBe(deducted.length);
          expect(new Set(deducted)).toEqual(new Set(factsOf(hits)));
        }
      }),
      RUNS,
    );
  });

  test('what could not be assessed is not 0: it weighs nothing, whatever its weight in the plan', () => {
    fc.assert(
      fc.property(anyWorkspace, anyAsOf, (entries, asOf) => {
        for (const { unit, assessed, score, lines } of receiptsOf(entries, asOf)) {
          const weights = lines.flatMap((line) => (line.kind === 'indicator' ? [line.weight] : []));
          expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(weights.length > 0 ? 100 : 0, 9);
          expect(score === null).toBe(!assessed || weights.length === 0);
          const missing = lines.find((line) => line.kind === 'notAssessed');
          if (missing === undefined) continue;
          const plan = { ...plan2022, indicators: { ...plan2022.indicators, [missing.id]: { weight: 500 } } };
          expect(receiptsOf(entries, asOf, plan).find((receipt) => receipt.unit === unit)?.score).toBe(score);
        }
      }),
      RUNS,
    );
  });

  test('as of a day in the past, rows dated later change nothing', () => {
    fc.assert(
      fc.property(anyWorkspace, anyAsOf, (entries, asOf) => {
        const known = Object.fromEntries(
          Object.entries(entries).map(([register, rows]) => {
            const field = OWN_DATE[register as RegisterId];
            return [register, field === undefined ? rows : rows.filter(({ content }) => String(content[field]) <= asOf)];
          }),
        ) as unknown as Workspace;
        expect(receiptsOf(known, asOf)).toEqual(receiptsOf(entries, asOf));
      }),
      RUNS,
    );
  });
});
