import {
  AddConditionalRuleMutation,
  CFNumberOperator,
  CFRuleType,
  CFSubRuleType,
  CFTextOperator,
  ConditionalFormattingRuleModel,
  DeleteConditionalRuleMutation,
} from '@univerjs/preset-sheets-conditional-formatting';
import type { IConditionFormattingRule, IConditionalFormattingRuleConfig } from '@univerjs/preset-sheets-conditional-formatting';
import type { IStyleBase } from '@univerjs/core';
import { sameArea } from '../../model/areas.ts';
import type { ConditionalFormat } from '../../model/book.ts';
import { bordersLook, fontLook } from '../styles.ts';
import { toArea, toRange } from '../units.ts';
import type { Part } from './part.ts';

/** A text no cell holds: a rule Univer cannot draw waits for it, so that its areas still move with the cells. */
const NEVER = '\u0000';

export const conditionalFormats: Part = {
  draw(book, sheet, id) {
    const drawn = book.injector.get(ConditionalFormattingRuleModel).getSubunitRules(book.unitId, id) ?? [];
    for (const cfId of drawn.map((rule) => rule.cfId)) book.run(DeleteConditionalRuleMutation.id, { unitId: book.unitId, subUnitId: id, cfId });
    const lastFirst = sheet.conditionalFormats.toSorted((one, other) => other.priority - one.priority); // Univer puts each new rule before the others
    for (const format of lastFirst) book.run(AddConditionalRuleMutation.id, { unitId: book.unitId, subUnitId: id, rule: toRule(format) });
  },
  read(book, sheet, id) {
    const rules = book.injector.get(ConditionalFormattingRuleModel).getSubunitRules(book.unitId, id) ?? [];
    let changed = false;
    sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => {
      const rule = rules.find(({ cfId }) => cfId === format.id);
      const [area, ...moreAreas] = (rule?.ranges ?? []).map((range) => toArea(range, { rows: 1_048_576, columns: 16_384 }));
      const before = [format.area, ...(format.moreAreas ?? [])];
      if (!area) changed = true;
      else if (before.length !== moreAreas.length + 1 || [area, ...moreAreas].some((one, index) => !sameArea(one, before[index] ?? format.area))) {
        changed = true;
        Object.assign(format, { area }, moreAreas.length > 0 || format.moreAreas ? { moreAreas } : {});
      }
      const formula = rule && format.type === 'custom' ? formulaOf(rule) : undefined;
      if (formula !== undefined && formula !== withEquals(format.formula ?? '')) {
        changed = true;
        format.formula = formula;
      }
      return area !== undefined;
    });
    return changed;
  },
};

/** A rule's formula, which Univer changes when the cells it names move; undefined for a rule of another kind. */
function formulaOf({ rule }: IConditionFormattingRule): string | undefined {
  return rule.type === CFRuleType.highlightCell && rule.subType === CFSubRuleType.formula ? rule.value : undefined;
}

function toRule(format: ConditionalFormat): IConditionFormattingRule {
  const ranges = [format.area, ...(format.moreAreas ?? [])].map(toRange);
  return { cfId: format.id, ranges, stopIfTrue: format.stopIfTrue, rule: configOf(format) };
}

function configOf(format: ConditionalFormat): IConditionalFormattingRuleConfig {
  const style: IStyleBase = {
    ...(format.format.font && fontLook(format.format.font)),
    ...(format.format.fill !== undefined && { bg: { rgb: format.format.fill } }),
    ...(format.format.borders && { bd: bordersLook(format.format.borders) }),
  };
  const base = { type: CFRuleType.highlightCell, style } as const;
  const operand = format.formula ?? '';
  const literal = literalOf(operand);
  const operator = lowerFirst(format.operator ?? '');
  if (format.type === 'custom') return { ...base, subType: CFSubRuleType.formula, value: withEquals(operand) };
  if (format.type === 'containsText' && typeof literal === 'string') {
    return { ...base, subType: CFSubRuleType.text, operator: textOperator(operator), value: literal };
  }
  if (format.type === 'cellValue' && typeof literal === 'string' && (operator === 'equal' || operator === 'equalTo')) {
    return { ...base, subType: CFSubRuleType.text, operator: CFTextOperator.equal, value: literal };
  }
  const compare = NUMBER_OPERATORS[operator];
  if (format.type === 'cellValue' && typeof literal === 'number' && compare)
    return { ...base, subType: CFSubRuleType.number, operator: compare, value: literal };
  return { ...base, subType: CFSubRuleType.text, operator: CFTextOperator.equal, value: NEVER };
}

type PlainNumberOperator = Exclude<CFNumberOperator, CFNumberOperator.between | CFNumberOperator.notBetween>;

/** By the names of .xlsx and of Office.js. */
const NUMBER_OPERATORS: Readonly<Record<string, PlainNumberOperator>> = {
  equal: CFNumberOperator.equal,
  equalTo: CFNumberOperator.equal,
  notEqual: CFNumberOperator.notEqual,
  notEqualTo: CFNumberOperator.notEqual,
  greaterThan: CFNumberOperator.greaterThan,
  greaterThanOrEqual: CFNumberOperator.greaterThanOrEqual,
  lessThan: CFNumberOperator.lessThan,
  lessThanOrEqual: CFNumberOperator.lessThanOrEqual,
};

function textOperator(operator: string): CFTextOperator {
  if (operator === 'notContains' || operator === 'notContainsText') return CFTextOperator.notContainsText;
  if (operator === 'beginsWith' || operator === 'endsWith') return CFTextOperator[operator];
  return CFTextOperator.containsText;
}

/** The number or text an operand such as `="已逾期"` or `60` stands for; null when it is a formula. */
function literalOf(operand: string): string | number | null {
  const text = operand.replace(/^=/, '').trim();
  const quoted = /^"((?:[^"]|"")*)"$/.exec(text);
  if (quoted) return (quoted[1] ?? '').replaceAll('""', '"');
  if (text !== '' && Number.isFinite(Number(text))) return Number(text);
  return operand.startsWith('=') ? null : text;
}

const withEquals = (formula: string): string => (formula.startsWith('=') ? formula : `=${formula}`);
const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
