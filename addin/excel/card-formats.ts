import { say } from '../../shared/contract/messages/index.ts';
import { message } from '../../shared/message.ts';
import type { Language } from '../../shared/message.ts';
import { CARD_OF } from '../../shared/verdict/deadline-flag.ts';
import { cards, flags } from '../../shared/verdict/types.ts';
import type { Card } from '../../shared/verdict/types.ts';
import { columnLetters } from './cells.ts';
import type { LedgerPlace } from './locate-ledger.ts';
import { leftEdge } from './result-area.ts';

/** How a row's result cells look: by its verdict's card, or `open` for a row that was not taken and waits for the clerk. */
type Look = Card | 'open';
const looks: readonly Look[] = [...cards, 'open'];

/** The labels in 预警 of rows that were not taken. */
const OPEN_LABELS = ['sheet.rejected', 'sheet.conflict', 'sheet.incoming'] as const;

interface LookColours {
  readonly fill: string;
  readonly text: string;
  readonly mark: string;
}

/**
 * By card, readable in print and for colour-blind eyes (excel, What it does to a workbook): fill and text of result cells, and the mark at the
 * row's start. Excel draws a conditional border one pixel thin: so narrow, the yellow of texts could not be told from green.
 */
export const cardColors: Readonly<Record<Card, LookColours>> = {
  red: { fill: '#FDE7E9', text: '#A4262C', mark: '#A4262C' },
  yellow: { fill: '#FFF4CE', text: '#835B00', mark: '#B86E00' },
  green: { fill: '#DFF6DD', text: '#0B6A0B', mark: '#0B6A0B' },
  grey: { fill: '#F3F2F1', text: '#605E5C', mark: '#605E5C' },
};

const lookColors: Readonly<Record<Look, LookColours>> = { ...cardColors, open: { fill: '#E1DFDD', text: '#323130', mark: '#323130' } };

const languages: readonly Language[] = ['zh-CN', 'en'];

/** The labels that may stand in 预警, in either language, of rows that look so. */
function labelsOf(look: Look): readonly string[] {
  const codes = look === 'open' ? OPEN_LABELS : flags.filter((flag) => CARD_OF[flag] === look).map((flag) => `flag.${flag}` as const);
  return codes.flatMap((code) => languages.map((language) => say(message(code), language)));
}

/** Whether the cell `flag` (such as `$J4`) holds a label of rows that look so, without the leading `=`. */
function formulaFor(look: Look, flag: string): string {
  return `OR(${labelsOf(look)
    .map((label) => `${flag}="${label}"`)
    .join(',')})`;
}

/** What a formula compares its labels with; Excel changes it as columns come and go, down to `#REF!`. */
const REFERENCE = /(?:\$?([A-Z]{1,3})\$?\d+|#REF!)(?==)/g;
const ourFormulas = new Set(looks.map((look) => formulaFor(look, '')));

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
  for (const look of looks) {
    const { format } = addRule(area, look, flagColumn, firstRow);
    format.fill.color = lookColors[look].fill;
    format.font.color = lookColors[look].text;
  }
}

/** Draws the thin mark in the card's colour at the left of the cells of `column`, as `colourByCard` does. */
export function markByCard(column: Excel.Range, flagColumn: number, firstRow: number): void {
  for (const look of looks) {
    const border = addRule(column, look, flagColumn, firstRow).format.borders.getItem('EdgeLeft');
    border.style = 'Continuous';
    border.color = lookColors[look].mark;
  }
}

function addRule(area: Excel.Range, look: Look, flagColumn: number, firstRow: number): Excel.CustomConditionalFormat {
  const { custom } = area.conditionalFormats.add('Custom');
  custom.rule.formula = `=${formulaFor(look, `$${columnLetters(flagColumn)}${firstRow + 1}`)}`;
  return custom;
}
