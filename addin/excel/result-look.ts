import { say } from '../../shared/contract/messages/index.ts';
import { message } from '../../shared/message.ts';
import type { Language } from '../../shared/message.ts';
import { CARD_OF } from '../../shared/verdict/deadline-flag.ts';
import { cards, flags } from '../../shared/verdict/types.ts';
import type { Card } from '../../shared/verdict/types.ts';
import type { ResultColumn } from '../../shared/ledger/result-columns.ts';
import { columnLetters } from './cells.ts';

/** Fill and text by card, readable in print and for colour-blind eyes (pane, The sheet). */
export const cardColors: Readonly<Record<Card, { readonly fill: string; readonly text: string }>> = {
  red: { fill: '#FDE7E9', text: '#A4262C' },
  yellow: { fill: '#FFF4CE', text: '#835B00' },
  green: { fill: '#DFF6DD', text: '#0B6A0B' },
  grey: { fill: '#F3F2F1', text: '#605E5C' },
};

const HEADER = { fill: '#EBF3FC', text: '#0F548C' } as const;

/** Width in points (hidden columns have none to set), number format and alignment of each result column. */
const looks: Readonly<Record<ResultColumn, { readonly width: number; readonly numberFormat: string; readonly align: 'Left' | 'Center' }>> = {
  id: { width: 0, numberFormat: 'General', align: 'Left' },
  flag: { width: 78, numberFormat: 'General', align: 'Center' },
  due: { width: 78, numberFormat: 'yyyy-mm-dd', align: 'Center' },
  daysLeft: { width: 78, numberFormat: '0', align: 'Center' },
  score: { width: 60, numberFormat: '0.0', align: 'Center' },
  explanation: { width: 240, numberFormat: 'General', align: 'Left' },
};

/** Dresses a new result column's header cell and sets the column's width, but for 编号, which is hidden. */
export function dressHeader(header: Excel.Range, column: ResultColumn): void {
  const { format } = header;
  format.fill.color = HEADER.fill;
  format.font.color = HEADER.text;
  format.font.bold = true;
  format.horizontalAlignment = 'Center';
  format.verticalAlignment = 'Center';
  if (column !== 'id') format.columnWidth = looks[column].width;
}

/** Sets number format and alignment of a result column's cells, before values are written: a cell formatted as text would keep them as text. */
export function dressCells(cells: Excel.Range, column: ResultColumn): void {
  const { numberFormat, align } = looks[column];
  // One value for the whole range is Excel's own shorthand; the types only know the full array.
  (cells as { numberFormat: unknown }).numberFormat = numberFormat;
  cells.format.horizontalAlignment = align;
  cells.format.verticalAlignment = 'Center';
  if (column === 'flag') cells.format.font.bold = true;
}

/** Asks for the conditional formats that `isOurFormat` looks at. */
export function askForFormats(area: Excel.Range): Excel.ConditionalFormatCollection {
  return area.conditionalFormats.load('items/id,items/type,items/customOrNullObject/rule/formula');
}

const languages: readonly Language[] = ['zh-CN', 'en'];

/** The labels that may stand in 预警, in either language, of the flags of a card. */
function labelsOf(card: Card): readonly string[] {
  return flags.filter((flag) => CARD_OF[flag] === card).flatMap((flag) => languages.map((language) => say(message(`flag.${flag}`), language)));
}

/** Whether a conditional format is one of those made by `colourByCard`, in whatever language and column: it compares with our labels. */
export function isOurFormat(format: Excel.ConditionalFormat): boolean {
  if (format.type !== 'Custom' || format.customOrNullObject.isNullObject) return false;
  const { formula } = format.customOrNullObject.rule;
  return cards.some((card) => labelsOf(card).some((label) => formula.includes(`="${label}"`)));
}

/**
 * Colours rows of result cells by the label in 预警, so that colours follow their rows through sorting and by hand. `area`
 * begins in sheet row `firstRow` (zero-based).
 */
export function colourByCard(area: Excel.Range, flagColumn: number, firstRow: number): void {
  const flag = `$${columnLetters(flagColumn)}${firstRow + 1}`;
  for (const card of cards) {
    const format = area.conditionalFormats.add('Custom').custom;
    format.rule.formula = `=OR(${labelsOf(card)
      .map((label) => `${flag}="${label}"`)
      .join(',')})`;
    format.format.fill.color = cardColors[card].fill;
    format.format.font.color = cardColors[card].text;
  }
}
