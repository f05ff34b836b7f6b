import { partsOf, type Day } from '../calendar/day.ts';
import type { Entry } from '../ledger/entry.ts';
import type { AssessResult } from '../scoring/assess.ts';
import type { Facts } from '../scoring/facts.ts';
import { compareText } from '../text/compare.ts';
import type { Verdict } from '../verdict/types.ts';

/** The parts of an order's number: `督办〔2022〕0630-03号`. */
export interface OrderNumber {
  readonly year: number;
  /** Month and day of the as-of day, `0630`. */
  readonly day: string;
  /** The unit's own in the workspace, from 1 (`order-place.ts`). */
  readonly place: number;
}

/** Something the unit is to see to. */
export interface OrderItem {
  readonly entry: Entry;
  readonly verdict: Verdict;
  readonly due: Day;
  readonly daysLeft: number;
  /** As what the unit meets a measure; of a problem it is always the lead. */
  readonly role: 'lead' | 'co';
  /** The unit that leads the measure; of a problem the unit itself. */
  readonly lead: string;
  /** The leader named in the row, else the unit's own where it leads; null when nobody is named. */
  readonly leader: string | null;
}

/** 督办单: what one unit is to see to. */
export interface Order {
  readonly unit: string;
  readonly number: OrderNumber;
  readonly leader: string | null;
  /** Measures led or supported and problems that are overdue or due soon: longest overdue first. */
  readonly items: readonly OrderItem[];
}

/**
 * The supervision order of a unit as of a day (domain, Supervision order). `unit` is a name as receipts have it, `place` the one kept for it. The number is the
 * day and that place, so the same day's order of a unit has the same number however often it is made, and no two units have the same. Throws a RangeError for
 * a unit that is not listed.
 */
export function orderOf({ facts, directory }: Pick<AssessResult, 'facts' | 'directory'>, unit: string, asOf: Day, place: number): Order {
  if (!facts.units.some(({ name }) => name === unit)) throw new RangeError(`${unit} is not listed`);
  const { year, month, day } = partsOf(asOf);
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  const leader = textOf(directory.resolve(unit).entry?.content['leader']);
  const items = [...measureItems(facts, unit, leader), ...problemItems(facts, unit, leader)];
  return {
    unit,
    number: { year, day: twoDigits(month) + twoDigits(day), place },
    leader,
    items: items.toSorted((a, b) => a.daysLeft - b.daysLeft || compareText(a.entry.id, b.entry.id)),
  };
}

function measureItems({ measures }: Facts, unit: string, unitLeader: string | null): OrderItem[] {
  return measures.flatMap(({ entry, verdict, lead, co }): OrderItem[] => {
    const role = lead === unit ? 'lead' : 'co';
    const leader = textOf(entry.content['leader']) ?? (role === 'lead' ? unitLeader : null);
    return role === 'lead' || co.includes(unit) ? pressing(entry, verdict).map((item) => ({ ...item, role, lead, leader })) : [];
  });
}

function problemItems({ problems }: Facts, unit: string, leader: string | null): OrderItem[] {
  return problems.flatMap(({ entry, verdict, units }): OrderItem[] =>
    units.includes(unit) ? pressing(entry, verdict).map((item) => ({ ...item, role: 'lead', lead: unit, leader })) : [],
  );
}

/** The entry with its due day, if it is overdue or due soon. */
function pressing(entry: Entry, verdict: Verdict): Pick<OrderItem, 'entry' | 'verdict' | 'due' | 'daysLeft'>[] {
  const { flag, due, daysLeft } = verdict;
  if ((flag !== 'overdue' && flag !== 'dueSoon') || due === null || daysLeft === null) return [];
  return [{ entry, verdict, due, daysLeft }];
}

function textOf(value: string | number | undefined): string | null {
  return value === undefined ? null : String(value);
}
