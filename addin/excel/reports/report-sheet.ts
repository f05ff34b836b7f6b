import type { Language } from '../../../shared/message.ts';
import type { Card } from '../../../shared/verdict/types.ts';

/** A report as it is to stand on a sheet of its own: words and numbers, ready to be shown. Nothing in it is ever read as a formula. */
export interface ReportSheet {
  /** The sheet's name; made to fit what Excel allows. A report of the same name is replaced. */
  readonly name: string;
  readonly language: Language;
  /** `table`: figures under a coloured header. `document`: black on white, set like an office's paper. */
  readonly look: 'table' | 'document';
  readonly title: string;
  /** Between title and table. */
  readonly lines: readonly ReportLine[];
  readonly columns: readonly ReportColumn[];
  readonly sections: readonly ReportSection[];
  readonly chart?: ReportChart;
  /** Below the table. */
  readonly notes?: readonly ReportLine[];
  readonly reply?: ReportReply;
  readonly orientation: 'portrait' | 'landscape';
}

/** Text over the whole width, or left and right halves. */
export interface ReportLine {
  readonly left: string;
  readonly right?: string;
}

export interface ReportColumn {
  readonly header: string;
  /** Neighbouring columns of one group stand under its name. */
  readonly group?: string;
  /** `decimal` has two places, `change` a sign too; a `date` cell is an ISO day, or other text as it is. */
  readonly kind: 'text' | 'integer' | 'decimal' | 'change' | 'date';
  /** In characters; a Chinese one counts two. At least: a word is not broken. */
  readonly width: number;
  /** Texts stand left, numbers and dates in the middle, unless said. */
  readonly align?: 'left' | 'center' | 'right';
}

/** A text under a card's colour. */
export interface CardCell {
  readonly text: string;
  readonly card: Card;
}

/** Null for a blank one; a day as ISO text. */
export type ReportCell = string | number | CardCell | null;

export interface ReportSection {
  /** Over its rows; absent for a table in one piece. */
  readonly caption?: string;
  readonly rows: readonly (readonly ReportCell[])[];
  /** What is said where there are no rows. */
  readonly empty?: string;
}

/** Drawn below the table from the rows of its first section. */
export interface ReportChart {
  /** `bar` lies down, its first row on top. */
  readonly kind: 'bar' | 'column' | 'line';
  readonly title: string;
  /** Zero-based columns of the table. */
  readonly category: number;
  readonly values: readonly number[];
  /** Ends of the value axis, where they are known. */
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Room to write in by hand, and who signs. */
export interface ReportReply {
  readonly title: string;
  /** How many handwritten lines there is room for. */
  readonly room: number;
  readonly signatures: readonly ReportLine[];
}
