import { parseIso, partsOf } from '../calendar/day.ts';
import { message, type Message } from '../message.ts';
import { gradeIds, indicatorIds, type PlanDraft } from './plan.ts';
import { numberBounds, planNumberPointers, planNumbers, type PlanNumberKind } from './plan-numbers.ts';

/** Decimals of a number that count: exact arithmetic takes six (`number/ratio.ts`). */
const DECIMALS = 6;
/** The longest period of a plan, so that nobody types 2202 for 2022. */
const MAX_YEARS = 5;
/** The longest name of a district. */
export const MAX_DISTRICT = 50;

/** One place of a plan that is not as it must be. */
export interface PlanFault {
  /** JSON pointer (RFC 6901) into the plan. */
  readonly pointer: string;
  /** What stands there; null for what has parts. */
  readonly value: string | number | null;
  readonly expected: Message;
}

/**
 * What is wrong with a plan, field by field, in the plan's order; nothing for one that can be put in force. The shape is taken as given, numbers may be NaN
 * where none could be read. An indicator of weight 0 is not in the plan, so one weight at least is above 0 (domain, Plan).
 */
export function planFaults(plan: PlanDraft): readonly PlanFault[] {
  return [...periodFaults(plan), ...districtFaults(plan), ...numberFaults(plan), ...weightFaults(plan), ...gradeFaults(plan), ...lockFaults(plan)];
}

function periodFaults({ period: { start, end } }: PlanDraft): PlanFault[] {
  const [first, last] = [parseIso(start), parseIso(end)];
  const faults: PlanFault[] = [];
  if (first === null) faults.push(fault('/period/start', start, message('plan.date')));
  if (last === null) faults.push(fault('/period/end', end, message('plan.date')));
  if (first === null || last === null) return faults;
  if (last < first) return [fault('/period/end', end, message('plan.notBefore', { start }))];
  return partsOf(last).year - partsOf(first).year < MAX_YEARS ? [] : [fault('/period/end', end, message('plan.withinYears', { years: MAX_YEARS, start }))];
}

function districtFaults({ district }: PlanDraft): PlanFault[] {
  return district.length <= MAX_DISTRICT ? [] : [fault('/district', district, message('plan.shortText', { max: MAX_DISTRICT }))];
}

function lockFaults({ listLockedOn }: PlanDraft): PlanFault[] {
  return listLockedOn === null || parseIso(listLockedOn) !== null ? [] : [fault('/listLockedOn', listLockedOn, message('plan.dateOrNone'))];
}

function numberFaults(plan: PlanDraft): PlanFault[] {
  return planNumberPointers.flatMap((pointer) => {
    const value = numberAt(plan, pointer);
    const expected = value === undefined ? null : numberFault(value, planNumbers[pointer]);
    return value === undefined || expected === null ? [] : [fault(pointer, value, expected)];
  });
}

/** What was expected of a number of a kind; null when it is so. */
function numberFault(value: number, kind: PlanNumberKind): Message | null {
  const { min, max, whole, aboveMin } = numberBounds[kind];
  const isWithin = value <= max && (aboveMin ? value > min : value >= min);
  if (!isWithin) return message(aboveMin ? 'plan.above' : whole ? 'plan.wholeBetween' : 'plan.between', { min, max });
  if (whole && !Number.isInteger(value)) return message('plan.wholeBetween', { min, max });
  return Number(value.toFixed(DECIMALS)) === value ? null : message('plan.decimals', { decimals: DECIMALS });
}

/** The number at a pointer; undefined where the plan has none. */
function numberAt(plan: PlanDraft, pointer: string): number | undefined {
  let found: unknown = plan;
  for (const step of pointer.slice(1).split('/')) found = (found as Readonly<Record<string, unknown>> | undefined)?.[step];
  return typeof found === 'number' ? found : undefined;
}

function weightFaults({ indicators, severityWeights }: PlanDraft): PlanFault[] {
  const faults: PlanFault[] = [];
  if (!Object.values(severityWeights).some(isNotZero)) faults.push(fault('/severityWeights', null, message('plan.oneWeight')));
  if (!indicatorIds.some((id) => isNotZero(indicators[id].weight))) faults.push(fault('/indicators', null, message('plan.oneWeight')));
  return faults;
}

/** What is no number at all has a fault of its own. */
function isNotZero(value: number): boolean {
  return value !== 0;
}

function gradeFaults({ grades, cap }: PlanDraft): PlanFault[] {
  if (grades.length !== gradeIds.length) return [fault('/grades', grades.length, message('plan.fourGrades', { grades: gradeIds.join(', ') }))];
  return grades.flatMap(({ id, from }, at) => {
    const faults: PlanFault[] = [];
    if (id !== gradeIds[at]) faults.push(fault(`/grades/${at}/id`, id, message('plan.gradeHere', { grade: String(gradeIds[at]) })));
    const before = grades[at - 1]?.from;
    if (before !== undefined && from >= before) faults.push(fault(`/grades/${at}/from`, from, message('plan.below', { before })));
    else if (at === gradeIds.length - 1 && from !== 0 && numberFault(from, 'threshold') === null)
      faults.push(fault(`/grades/${at}/from`, from, message('plan.zero')));
    else if (from > cap && numberFault(cap, 'cap') === null && numberFault(from, 'threshold') === null)
      faults.push(fault(`/grades/${at}/from`, from, message(`plan.reachable.${gradeIds[at]}`, { cap })));
    return faults;
  });
}

function fault(pointer: string, value: PlanFault['value'], expected: Message): PlanFault {
  return { pointer, value, expected };
}
