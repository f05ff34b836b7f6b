/** AutoFilters of sheets and tables, with what they filter by. */

import { areaAddress } from '../model/address.ts';
import type { Area, AutoFilter, FilterState } from '../model/book.ts';
import { alike } from './equal.ts';
import { childrenOf, cloneXml, isTrue, xml, type XmlElement } from './xml.ts';

type Criterion = Readonly<Record<string, unknown>>;

const SIGNS: Readonly<Record<string, string>> = {
  equal: '=',
  notEqual: '<>',
  greaterThan: '>',
  greaterThanOrEqual: '>=',
  lessThan: '<',
  lessThanOrEqual: '<=',
};
const OPAQUE: Readonly<Record<string, string>> = { colorFilter: 'CellColor', iconFilter: 'Icon' };
const DATE_PARTS = ['year', 'month', 'day', 'hour', 'minute', 'second'];

/** `2022-06` with specificity Month, for a date group of the filter's list. */
function dateGroup({ attributes }: XmlElement): Criterion {
  const [year = '', month, day, ...time] = DATE_PARTS.map((part) => attributes[part]?.padStart(2, '0'));
  const specificity = attributes['dateTimeGrouping'] ?? 'day';
  const clock = time.filter((part) => part !== undefined);
  const date = [year, month, day].filter((part) => part !== undefined).join('-') + (clock.length > 0 ? ` ${clock.join(':')}` : '');
  return { date, specificity: specificity.charAt(0).toUpperCase() + specificity.slice(1) };
}

function readCriterion(column: XmlElement): Criterion | null {
  const [rule] = childrenOf(column);
  if (rule === undefined) return null;
  const { attributes } = rule;
  switch (rule.name) {
    case 'filters': {
      const values = [...childrenOf(rule, 'filter').map((one) => one.attributes['val'] ?? ''), ...childrenOf(rule, 'dateGroupItem').map(dateGroup)];
      return { filterOn: 'Values', values: isTrue(attributes['blank']) ? [...values, ''] : values };
    }
    case 'customFilters': {
      const [criterion1, criterion2] = childrenOf(rule, 'customFilter').map(
        (one) => (SIGNS[one.attributes['operator'] ?? 'equal'] ?? '=') + (one.attributes['val'] ?? ''),
      );
      return { filterOn: 'Custom', criterion1, ...(criterion2 === undefined ? {} : { criterion2, operator: isTrue(attributes['and']) ? 'And' : 'Or' }) };
    }
    case 'top10':
      return {
        filterOn: `${isTrue(attributes['top'], true) ? 'Top' : 'Bottom'}${isTrue(attributes['percent']) ? 'Percent' : 'Items'}`,
        criterion1: attributes['val'] ?? '10',
      };
    case 'dynamicFilter':
      return { filterOn: 'Dynamic', dynamicCriteria: (attributes['type'] ?? '').replace(/^./, (letter) => letter.toUpperCase()) };
    default:
      return { filterOn: OPAQUE[rule.name] ?? 'Custom' };
  }
}

/** What an `autoFilter` element filters by. */
export function readFilter(element: XmlElement): FilterState {
  const columns = new Map(childrenOf(element, 'filterColumn').map((column) => [Number(column.attributes['colId']), readCriterion(column)] as const));
  const criteria = Array.from({ length: Math.max(0, ...[...columns.keys()].map((column) => column + 1)) }, (_, column) => columns.get(column) ?? null);
  const isActive = criteria.some((criterion) => criterion !== null);
  return isActive ? { isActive, criteria } : { isActive };
}

/** A criterion's text or number as text. */
function scalar(value: unknown, otherwise: string): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : otherwise;
}

function customFilter(criterion: unknown): XmlElement {
  const text = scalar(criterion, '');
  const sign = /^(<>|>=|<=|=|>|<)?/.exec(text)?.[1] ?? '';
  const operator = Object.keys(SIGNS).find((name) => SIGNS[name] === sign) ?? 'equal';
  return xml('customFilter', { operator: operator === 'equal' ? undefined : operator, val: text.slice(sign.length) });
}

/** The rule element for a criterion; null for kinds a file cannot hold without more than the criterion says (colours, icons). */
function writeCriterion(criterion: Criterion): XmlElement | null {
  const kind = scalar(criterion['filterOn'], '');
  if (kind === 'Values') {
    const values = Array.isArray(criterion['values']) ? (criterion['values'] as readonly unknown[]) : [];
    const plain = values.filter((value) => typeof value !== 'object').map(String);
    const items = plain.filter((value) => value !== '').map((val) => xml('filter', { val }));
    return xml('filters', { blank: plain.includes('') ? 1 : undefined }, items);
  }
  if (kind === 'Custom') {
    const list = [criterion['criterion1'], criterion['criterion2']].filter((one) => one !== undefined && one !== null);
    return xml('customFilters', { and: list.length > 1 && criterion['operator'] === 'And' ? 1 : undefined }, list.map(customFilter));
  }
  if (/^(Top|Bottom)(Items|Percent)$/.test(kind)) {
    return xml('top10', {
      top: kind.startsWith('Top') ? undefined : 0,
      percent: kind.endsWith('Percent') ? 1 : undefined,
      val: scalar(criterion['criterion1'], '10'),
    });
  }
  if (kind === 'Dynamic') return xml('dynamicFilter', { type: scalar(criterion['dynamicCriteria'], 'null').replace(/^./, (letter) => letter.toLowerCase()) });
  return null;
}

/** The `autoFilter` element for an area: columns whose criterion stands as it was keep their element. */
export function writeFilter(was: XmlElement | undefined, area: Area, state: Pick<AutoFilter, 'isActive' | 'criteria'>): XmlElement {
  const element = was === undefined ? xml('autoFilter') : cloneXml(was);
  element.attributes = { ...element.attributes, ref: areaAddress(area) };
  const before = was === undefined ? [] : (readFilter(was).criteria ?? []);
  const now = state.isActive ? (state.criteria ?? before) : [];
  if (alike(now, before)) return element;
  const old = new Map(childrenOf(element, 'filterColumn').map((column) => [Number(column.attributes['colId']), column]));
  const columns = Array.from({ length: Math.max(now.length, ...[...old.keys()].map((column) => column + 1)) }, (_, column) => {
    const criterion = now[column] ?? null;
    const existing = old.get(column);
    if (alike(criterion, before[column] ?? null)) return existing;
    const rule = criterion === null ? null : writeCriterion(criterion);
    const attributes = existing?.attributes ?? { colId: String(column) };
    return rule === null
      ? existing?.attributes['hiddenButton'] === undefined
        ? undefined
        : xml('filterColumn', attributes)
      : xml('filterColumn', attributes, [rule]);
  });
  element.children = [
    ...columns.filter((column) => column !== undefined),
    ...element.children.filter((node) => typeof node !== 'string' && node.name !== 'filterColumn'),
  ];
  return element;
}
