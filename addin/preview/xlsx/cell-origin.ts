import type { XmlElement } from './xml.ts';

/** A hyperlink as the file had it. */
export interface LinkOrigin {
  readonly attributes: Readonly<Record<string, string>>;
  readonly rows: number;
  readonly columns: number;
}

/** What a cell had in the file beyond value, formula and style. Each part is written back only while it still fits the cell. */
export interface CellOrigin {
  /** A string with runs of several fonts, or with phonetic guides. */
  readonly rich?: { readonly text: string; readonly item: XmlElement };
  /** An array or data table formula, anchored in this cell. */
  readonly formula?: { readonly text: string; readonly attributes: Readonly<Record<string, string>>; readonly rows: number; readonly columns: number };
  /** Indexes into the workbook's cell metadata (dynamic arrays, rich values). */
  readonly metadata?: Readonly<Record<string, string>>;
  readonly link?: LinkOrigin;
}

/** A row's or column's attributes as the file had them. */
export interface LineOrigin {
  readonly attributes: Readonly<Record<string, string>>;
  readonly size: number | undefined;
}
