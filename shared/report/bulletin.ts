import type { Entry } from '../ledger/entry.ts';
import type { AssessResult } from '../scoring/assess.ts';
import type { Facts, RowFact } from '../scoring/facts.ts';
import { titleOf } from '../scoring/receipt-entry.ts';
import type { UnitScore } from '../scoring/types.ts';
import { foldWidth } from '../text/fold.ts';
import { compareText } from '../text/compare.ts';
import { entriesFigure, groupsFigure, type Counted, type Figure } from './figure.ts';

/** The kinds of inspection that are one, a visit aside, in the order they are told. */
export const inspectionKinds = ['field', 'written', 'routine', 'special', 'annual'] as const;
export type InspectionKind = (typeof inspectionKinds)[number];

/** The figures of a bulletin, in the order they are told. */
export const figureIds = [
  'unitsWithLists',
  'measures',
  'inspections',
  ...inspectionKinds.map((kind) => `${kind}Inspections` as const),
  'writtenOrders',
  'unitsVisited',
  'problems',
  'aspects',
  'problemsClosed',
  'problemsOverdue',
  'redUnits',
] as const;
export type FigureId = (typeof figureIds)[number];

/** 通报: how things stand as of a day, every figure with the entries behind it. */
export interface Bulletin {
  /** The one unit whose rows are counted; null: all of the workspace. */
  readonly unit: string | null;
  readonly figures: Readonly<Record<FigureId, Figure>>;
  /** The units with a rank in the tier, best first. */
  readonly ranking: Readonly<Record<UnitScore['tier'], readonly UnitScore[]>>;
}

/**
 * The bulletin of an assessment (domain, Bulletin). With `unit`, a name as receipts have it, of that unit's rows alone: the measures it leads, and the rows
 * that name it.
 */
export function bulletinOf({ facts, receipts }: Pick<AssessResult, 'facts' | 'receipts'>, unit: string | null = null): Bulletin {
  const isMeant = (name: string): boolean => unit === null || name === unit;
  const { measures, problems, inspections } = rowsOf(facts, isMeant);
  const visits = inspections.filter(({ entry }) => entry.content['kind'] === 'visit');
  const inspected = inspections.filter(({ entry }) => entry.content['kind'] !== 'visit').map(({ entry }) => entry);
  const ofKind = (kind: InspectionKind): readonly Entry[] => inspected.filter(({ content }) => content['kind'] === kind);
  const closed = problems.filter(({ verdict }) => verdict.flag === 'done' || verdict.flag === 'doneLate');
  const overdueOf = (name: string): readonly Entry[] => [
    ...facts.measures.filter(({ verdict, lead, co }) => verdict.flag === 'overdue' && (lead === name || co.includes(name))).map(({ entry }) => entry),
    ...facts.problems.filter(({ verdict, units }) => verdict.flag === 'overdue' && units.includes(name)).map(({ entry }) => entry),
  ];
  const red = receipts.filter((receipt) => receipt.card === 'red' && isMeant(receipt.unit));
  const ranked = (tier: UnitScore['tier']): UnitScore[] =>
    receipts
      .filter((receipt) => receipt.tier === tier && receipt.tierRank !== null && isMeant(receipt.unit))
      .toSorted((a, b) => Number(a.tierRank) - Number(b.tierRank) || compareText(a.unit, b.unit));
  return {
    unit,
    figures: {
      unitsWithLists: groupsFigure(measures.map(({ entry, lead }) => ({ entry, key: lead, name: lead }))),
      measures: entriesFigure(measures.map(({ entry }) => entry)),
      inspections: inspectionsFigure(inspected),
      fieldInspections: inspectionsFigure(ofKind('field')),
      writtenInspections: inspectionsFigure(ofKind('written')),
      routineInspections: inspectionsFigure(ofKind('routine')),
      specialInspections: inspectionsFigure(ofKind('special')),
      annualInspections: inspectionsFigure(ofKind('annual')),
      writtenOrders: entriesFigure(ofKind('written')),
      unitsVisited: groupsFigure(visits.flatMap(({ entry, units }) => units.filter(isMeant).map((name) => ({ entry, key: name, name })))),
      problems: entriesFigure(problems.map(({ entry }) => entry)),
      aspects: groupsFigure(problems.flatMap(({ entry }) => aspectOf(entry))),
      problemsClosed: entriesFigure(closed.map(({ entry }) => entry)),
      problemsOverdue: entriesFigure(problems.filter(({ verdict }) => verdict.flag === 'overdue').map(({ entry }) => entry)),
      redUnits: groupsFigure(red.flatMap(({ unit: name }) => overdueOf(name).map((entry) => ({ entry, key: name, name })))),
    },
    ranking: { key: ranked('key'), other: ranked('other') },
  };
}

function rowsOf({ measures, problems, inspections }: Facts, isMeant: (name: string) => boolean): Pick<Facts, 'measures' | 'problems' | 'inspections'> {
  const naming = <Row extends RowFact>(rows: readonly Row[]): readonly Row[] => rows.filter(({ units }) => units.some(isMeant));
  return { measures: measures.filter(({ lead }) => isMeant(lead)), problems: naming(problems), inspections: naming(inspections) };
}

/** Rows that share a number are one inspection; a row without one counts by itself. */
function inspectionsFigure(rows: readonly Entry[]): Figure {
  return groupsFigure(
    rows.map((entry): Counted => {
      const no = String(entry.content['no'] ?? '');
      return { entry, key: no === '' ? `id ${entry.id}` : `no ${no}`, name: no === '' ? titleOf(entry) : no };
    }),
  );
}

/** The aspect of a problem, however wide or spaced it is written; none where it is blank. */
function aspectOf(entry: Entry): Counted[] {
  const name = String(entry.content['aspect'] ?? '').trim();
  const key = foldWidth(name).replace(/\s+/g, '');
  return key === '' ? [] : [{ entry, key, name }];
}
