/** How the cells of a field are read and compared. */
export type FieldKind =
  | 'text'
  | 'unit' // one or several unit names; the first leads
  | 'units' // several unit names
  | 'date'
  | 'month' // YYYY-MM
  | 'deadline' // read by the deadline grammar, never rejected
  | 'number'
  | 'progress' // 0–100 or `60%`
  | 'status'
  | 'choice'
  | 'code' // a number or name that other rows repeat, compared as folded text
  | 'ref'; // the id of another entry

export interface Choice {
  readonly id: string;
  readonly words: readonly string[];
}

/** One field of a register. Template, column mapping, validation, API schema and documentation all come from it. */
export interface Field {
  readonly id: string;
  readonly kind: FieldKind;
  readonly label: { readonly 'zh-CN': string; readonly en: string };
  /** Further header names, Chinese and English; the labels and the id always count. */
  readonly aliases: readonly string[];
  /** Headers that are another field's, unless this one finds no other column: 完成时间 is the deadline of a sheet without one. */
  readonly claims?: readonly string[];
  readonly required?: true;
  /** For `choice`: what may be written, and the words for it. */
  readonly choices?: readonly Choice[];
  /** For `date`: which day of a month is meant where only a month is written. */
  readonly monthMeans?: 'first' | 'last';
  /** For `month`: the date field that gives the year where only a month is written: the last such month not after it. */
  readonly yearFrom?: string;
  /** For `number`: the least and the greatest allowed value. */
  readonly min?: number;
  readonly max?: number;
  /** For `number`: nothing but whole numbers. */
  readonly whole?: true;
  /** For `number`: `85%` may be written for 85. */
  readonly percent?: true;
  /** Column width in a new ledger, in characters. */
  readonly width: number;
}

export const registerIds = ['units', 'measures', 'reports', 'inspections', 'problems', 'spotchecks', 'surveys', 'adjustments'] as const;
export type RegisterId = (typeof registerIds)[number];

/** What a row must have beyond its required fields. */
export interface Need {
  /** At least one of these fields. */
  readonly oneOf: readonly string[];
  /** Only of rows whose field holds one of these values. */
  readonly where?: { readonly field: string; readonly in: readonly string[] };
  /** The code of the words for a row that lacks it. */
  readonly problem: string;
}

/** A kind of ledger (台账种类). */
export interface Register {
  readonly id: RegisterId;
  readonly label: { readonly 'zh-CN': string; readonly en: string };
  readonly fields: readonly Field[];
  /** Words in a title above the header that tell this register from others with like columns. */
  readonly titles?: readonly string[];
  readonly needs?: readonly Need[];
}
