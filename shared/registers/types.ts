/** How the cells of a field are read and compared. */
export type FieldKind =
  | 'text'
  | 'unit' // one or several unit names; the first leads
  | 'units' // several unit names
  | 'date'
  | 'deadline' // read by the deadline grammar, never rejected
  | 'number'
  | 'progress' // 0–100 or `60%`
  | 'status'
  | 'choice';

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
  /** For `number`: the least allowed value. */
  readonly min?: number;
  /** Column width in a new ledger, in characters. */
  readonly width: number;
}

export type RegisterId = 'units' | 'measures';

/** A kind of ledger (台账种类). */
export interface Register {
  readonly id: RegisterId;
  readonly label: { readonly 'zh-CN': string; readonly en: string };
  readonly fields: readonly Field[];
}
