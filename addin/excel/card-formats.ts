import { say } from '../../shared/contract/messages/index.ts';
import { message } from '../../shared/message.ts';
import type { Language } from '../../shared/message.ts';
import { CARD_OF } from '../../shared/verdict/deadline-flag.ts';
import { cards, flags } from '../../shared/verdict/types.ts';
import type { Card } from '../../shared/verdict/types.ts';
import { columnLetters } from './cells.ts';
import type { LedgerPlace } from './locate-ledger.ts';
import { leftEdge } from './result-area.ts';

/**
 * By card, readable in print and for colour-blind eyes (excel, What it does to a workbook): fill and text of result cells, and the mark at the
 * row's start. Excel draws a conditional border one pixel thin: so narrow, the yellow of texts could not be told from green.
 */
export const cardColors: Readonly<Record<Card, { readonly fill: string; readonly text: string; readonly mark: string }>> = {
  red: { fill: '#FDE7E9', text: '#A4262C', mark: '#A4262C' },
  yellow: { fill: '#FFF4CE', text: '#835B00', mark: '#B86E00' },
  green: { fill: '#DFF6DD', text: '#0B6A0B', mark: '#0B6A0B' },
  grey: { fill: '#F3F2F1', text: '#605E5C', mark: '#605E5C' },
};

const languages: readonly Language[] = ['zh-CN', 'en'];

/** The labels that may stand in 预警, in either language, of the flags of a card. */
function labelsOf(card: Card): readonly string[] {
  return flags.filter((flag) => CARD_OF[flag] === card).flatMap((flag) => languages.map((language) => say(message(`flag.${flag}`), language)));
}

/** Whether the cell `flag` (such as `$J4`) holds a label of the card, without the leading `=`. */
function formulaFor(card: Card, flag: string): string {
  return `OR(${labelsOf(card)
    .map((label) => `${flag}="${label}"`)
    .join(',')})`;
}

/** What a formula compares its labels with; Excel changes it as columns come and go, down to `#REF!`. */
const REFERENCE = /(?:\$?([A-Z]{1,3})\$?\d+|#REF!)(?==)/g;
const ourFormulas = new Set(cards.map((card) => formulaFor(card, '')));

/**
 * The column letters our rule looks at; null when its 预警 was deleted, undefined for a rule that is not ours. Ours compares one cell
 * with all labels of a card and nothing else: a clerk's own rule for 已完成 does not.
 */
function flagColumnOf(format: Excel.ConditionalFormat): string | null | undefined {
  if (format.type !== 'Custom' || format.customOrNullObject.isNullObject) return undefined;
  const formula = format.customOrNullObject.rule.formula.replace(/^=/, '');
  if (!ourFormulas.has(formula.replaceAll(REFERENCE, ''))) return undefined;
  return [...formula.matchAll(REFERENCE)][0]?.[1] ?? null;
}

/**
 * Takes our conditional formats off `count` rows of a ledger, wherever the clerk has moved their cells: any of ours from the
 * ledger's first column to its last, but for those that look at the 预警 of a ledger beside it, and left of it those that look at its own. One `context.sync()`.
 */
export async function removeCardFormats(context: Excel.RequestContext, place: LedgerPlace, count: number): Promise<void> {
  const first = leftEdge(place);
  const last = Math.max(...place.columns, ...Object.values(place.results ?? {}));
  const formatsOf = (from: number, to: number) =>
    place.sheet
      .getRangeByIndexes(place.data.first, from, count, to - from + 1)
      .conditionalFormats.load('items/id,items/type,items/customOrNullObject/rule/formula');
  const within = formatsOf(first, last);
  const left = first > 0 ? formatsOf(0, first - 1) : null;
  await context.sync();

  const flag = place.results?.flag;
  const looksHere = (column: string | null | undefined) => column === null || (flag !== undefined && column === columnLetters(flag));
  const beside = new Set(place.beside.map(columnLetters));
  const isOthers = (column: string | null) => column !== null && beside.has(column);
  const ours = [
    ...within.items.filter((format) => {
      const column = flagColumnOf(format);
      return column !== undefined && !isOthers(column);
    }),
    ...(left?.items ?? []).filter((format) => looksHere(flagColumnOf(format))),
  ];
  // One that reaches over both is listed twice.
  for (const format of new Map(ours.map((item) => [item.id, item])).values()) format.delete();
}

/**
 * Colours rows of result cells by the label in 预警, so that colours follow their rows through sorting and by hand. `area`
 * begins in sheet row `firstRow` (zero-based).
 */
export function colourByCard(area: Excel.Range, flagColumn: number, firstRow: number): void {
  for (const card of cards) {
    const { format } = addRule(area, card, flagColumn, firstRow);
    format.fill.color = cardColors[card].fill;
    format.font.color = cardColors[card].text;
  }
}

/** Draws the thin mark in the card's colour at the left of the cells of `column`, as `colourByCard` does. */
export function markByCard(column: Excel.Range, flagColumn: number, firstRow: number): void {
  for (const card of cards) {
    const border = addRule(column, card, flagColumn, firstRow).format.borders.getItem('EdgeLeft');
    border.style = 'Continuous';
    border.color = cardColors[card].mark;
  }
}

function addRule(area: Excel.Range, card: Card, flagColumn: number, firstRow: number): Excel.CustomConditionalFormat {
  const { custom } = area.conditionalFormats.add('Custom');
  custom.rule.formula = `=${formulaFor(card, `$${columnLetters(flagColumn)}${firstRow + 1}`)}`;
  return custom;
}
