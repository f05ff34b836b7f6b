/** Conditional formats: rules the product understands are shown in the model, the others pass through. */

import type { Area, ConditionalFormat, Sheet } from '../model/book.ts';
import { alike } from './equal.ts';
import { areasOf, cellReference, sqrefOf } from './references.ts';
import type { StyleReader } from './styles-read.ts';
import type { StyleWriter } from './styles-write.ts';
import { childrenOf, cloneXml, isTrue, replaceChildren, textOf, xml, type XmlElement } from './xml.ts';

/** The rule as the file had it, and how it read then. */
interface FormatOrigin {
  readonly rule: XmlElement;
  /** Attributes of the block the rule stood in, such as `pivot`. */
  readonly block: Readonly<Record<string, string>>;
  readonly sqref: string;
  readonly was: Omit<ConditionalFormat, 'origin' | 'id'>;
}

// The Excel API's words for the operators of ECMA-376 18.18.15; the others are the same.
const OPERATORS: Readonly<Record<string, string>> = { equal: 'equalTo', notEqual: 'notEqualTo', containsText: 'contains' };
const FILE_OPERATORS = Object.fromEntries(Object.entries(OPERATORS).map(([file, api]) => [api, file]));
const TEXT_RULES: Readonly<Record<string, string>> = {
  containsText: 'contains',
  notContainsText: 'notContains',
  beginsWith: 'beginsWith',
  endsWith: 'endsWith',
};

function meaning(rule: XmlElement): Pick<ConditionalFormat, 'type' | 'formula' | 'formula2' | 'operator'> {
  const { type = '', operator = 'lessThan', text } = rule.attributes;
  const [first, second] = childrenOf(rule, 'formula').map((formula) => `=${textOf(formula)}`);
  if (type === 'expression' && first !== undefined) return { type: 'custom', formula: first };
  if (type === 'cellIs' && first !== undefined) {
    return { type: 'cellValue', formula: first, ...(second === undefined ? {} : { formula2: second }), operator: OPERATORS[operator] ?? operator };
  }
  const comparison = TEXT_RULES[type];
  if (comparison !== undefined && text !== undefined) return { type: 'containsText', formula: text, operator: comparison };
  return { type: 'other' };
}

/** Puts the conditional formats of a worksheet element into the sheet. */
export function readConditionalFormats(worksheet: XmlElement, sheet: Sheet, styles: StyleReader): void {
  for (const block of childrenOf(worksheet, 'conditionalFormatting')) {
    const { sqref = '', ...others } = block.attributes;
    const [area, ...moreAreas] = areasOf(sqref);
    if (area === undefined) continue;
    for (const rule of childrenOf(block, 'cfRule')) {
      const format: Omit<ConditionalFormat, 'origin' | 'id'> = {
        ...meaning(rule),
        area,
        ...(moreAreas.length === 0 ? {} : { moreAreas }),
        format: styles.differential(rule.attributes['dxfId']),
        priority: Number(rule.attributes['priority'] ?? sheet.conditionalFormats.length + 1),
        stopIfTrue: isTrue(rule.attributes['stopIfTrue']),
      };
      const origin: FormatOrigin = { rule, block: others, sqref, was: structuredClone(format) };
      sheet.conditionalFormats.push({ ...format, id: `cf${sheet.conditionalFormats.length + 1}`, origin });
    }
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** The formula that stands beside a text rule for programs that do not know the rule. */
function textFormula(operator: string, text: string, { row, column }: Area): string {
  const cell = cellReference(row, column);
  switch (operator) {
    case 'notContains':
      return `ISERROR(SEARCH(${quoted(text)},${cell}))`;
    case 'beginsWith':
      return `LEFT(${cell},LEN(${quoted(text)}))=${quoted(text)}`;
    case 'endsWith':
      return `RIGHT(${cell},LEN(${quoted(text)}))=${quoted(text)}`;
    default:
      return `NOT(ISERROR(SEARCH(${quoted(text)},${cell})))`;
  }
}

function bare(formula: string | undefined): string {
  return (formula ?? '').replace(/^=/, '');
}

function ruleKind(format: ConditionalFormat): { attributes: Record<string, string | undefined>; formulas: string[] } | null {
  const operator = format.operator ?? '';
  if (format.type === 'custom') return { attributes: { type: 'expression' }, formulas: [bare(format.formula)] };
  if (format.type === 'cellValue') {
    const formulas = [bare(format.formula), ...(format.formula2 === undefined ? [] : [bare(format.formula2)])];
    return { attributes: { type: 'cellIs', operator: FILE_OPERATORS[operator] ?? operator }, formulas };
  }
  if (format.type !== 'containsText') return null;
  const text = format.formula ?? '';
  const type = Object.keys(TEXT_RULES).find((name) => TEXT_RULES[name] === operator) ?? 'containsText';
  return { attributes: { type, operator: FILE_OPERATORS[operator] ?? operator, text }, formulas: [textFormula(operator, text, format.area)] };
}

function ruleOf(format: ConditionalFormat, styles: StyleWriter): XmlElement | null {
  const origin = format.origin as FormatOrigin | undefined;
  const { origin: _origin, id: _id, ...now } = format;
  if (origin !== undefined && alike({ ...now, area: 0, moreAreas: 0 }, { ...origin.was, area: 0, moreAreas: 0 })) return origin.rule;
  const kind = ruleKind(format);
  if (kind === null && origin === undefined) return null;
  const rule = origin === undefined ? xml('cfRule') : cloneXml(origin.rule);
  const hasFormat = Object.values(format.format).some((part) => part !== undefined);
  const dxfId =
    origin !== undefined && alike(origin.was.format, format.format)
      ? rule.attributes['dxfId']
      : hasFormat
        ? String(styles.addDifferential(format.format))
        : undefined;
  const attributes = { ...rule.attributes, ...kind?.attributes, dxfId, priority: Math.max(1, format.priority), stopIfTrue: format.stopIfTrue ? 1 : undefined };
  rule.attributes = xml('cfRule', attributes).attributes;
  if (kind !== null)
    replaceChildren(
      rule,
      'formula',
      kind.formulas.map((formula) => xml('formula', {}, [formula])),
      ['formula', 'colorScale', 'dataBar', 'iconSet', 'extLst'],
    );
  return rule;
}

/** The `conditionalFormatting` elements of a sheet; neighbours over the same cells share one. */
export function writeConditionalFormats(sheet: Sheet, styles: StyleWriter): XmlElement[] {
  const blocks: XmlElement[] = [];
  for (const format of sheet.conditionalFormats) {
    const rule = ruleOf(format, styles);
    if (rule === null) continue;
    const origin = format.origin as FormatOrigin | undefined;
    const block = origin?.block ?? {};
    const sqref = sqrefOf([format.area, ...(format.moreAreas ?? [])], origin?.sqref);
    const previous = blocks.at(-1);
    if (previous !== undefined && previous.attributes['sqref'] === sqref && alike({ ...block, sqref }, previous.attributes)) previous.children.push(rule);
    else blocks.push(xml('conditionalFormatting', { ...block, sqref }, [rule]));
  }
  return blocks;
}
