import type { Language } from '../message.ts';
import type { Field, FieldKind, Register } from './types.ts';

/** A column of a new, empty ledger. */
export interface TemplateColumn {
  readonly field: string;
  readonly header: string;
  /** In characters. */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
  /** An Excel number format. */
  readonly numberFormat: string;
  /** What may be picked; null for anything. */
  readonly list: readonly string[] | null;
  /** Whether other words than those listed are taken as well. */
  readonly isListOpen: boolean;
}

/** A ledger as it is created for a register: a title over one row of headers. */
export interface LedgerTemplate {
  readonly title: string;
  readonly columns: readonly TemplateColumn[];
}

/** The ledger that a register's definition makes, in one language; it is recognised as that register, every column by its own name. */
export function ledgerTemplate(register: Register, language: Language): LedgerTemplate {
  return { title: register.label[language], columns: register.fields.map((field) => columnOf(field, register, language)) };
}

function columnOf(field: Field, register: Register, language: Language): TemplateColumn {
  return {
    field: field.id,
    header: field.label[language],
    width: field.width,
    align: alignments[field.kind] ?? 'center',
    numberFormat: numberFormats[field.kind] ?? 'General',
    list: listOf(field, register, language),
    isListOpen: field.kind === 'status',
  };
}

const alignments: Readonly<Partial<Record<FieldKind, TemplateColumn['align']>>> = {
  text: 'left',
  unit: 'left',
  units: 'left',
  number: 'right',
  progress: 'right',
};

/** Deadlines and codes are kept as typed: Excel would make a date of 6月15日, in the year it happens to be, and 1 of 01. */
const numberFormats: Readonly<Partial<Record<FieldKind, string>>> = {
  deadline: '@',
  code: '@',
  ref: '@',
  date: 'yyyy-mm-dd',
  month: 'yyyy-mm',
  progress: '0%',
};

function listOf(field: Field, register: Register, language: Language): readonly string[] | null {
  if (field.kind === 'status') return register.id === 'problems' ? statusOfProblems[language] : statusOfMeasures[language];
  if (field.kind !== 'choice' || field.choices === undefined) return null;
  return field.choices.map(({ id, words: [first] }) => (language === 'zh-CN' ? (first ?? id) : id));
}

const statusOfMeasures: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['已完成', '进行中', '未完成', '未启动'],
  en: ['Done', 'In progress', 'Not started'],
};

const statusOfProblems: Readonly<Record<Language, readonly string[]>> = { ...statusOfMeasures, 'zh-CN': ['已整改', '整改中', '未整改'] };
