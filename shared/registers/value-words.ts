import type { Language } from '../message.ts';
import { registerById } from './index.ts';
import type { Field, RegisterId } from './types.ts';

type Words = Readonly<Record<Language, Readonly<Record<string, string>>>>;

const english = { done: 'Done', open: 'In progress', notStarted: 'Not started' };
const statusWords: Words = { 'zh-CN': { done: '已完成', open: '进行中', notStarted: '未启动' }, en: english };
const statusWordsOfProblems: Words = { 'zh-CN': { done: '已整改', open: '整改中', notStarted: '未启动' }, en: english };

/** What a field is called in a language; its id when the register has no such field. */
export function fieldLabel(register: RegisterId, field: string, language: Language): string {
  return fieldOf(register, field)?.label[language] ?? field;
}

/**
 * A field's value in canonical form (`Content`) as a person would write it in a cell: statuses and choices by their words,
 * progress as a percentage, everything else as it is. '' for null. What it gives is read back as the same value.
 */
export function valueWords(register: RegisterId, field: string, value: string | number | null, language: Language): string {
  if (value === null) return '';
  const text = String(value);
  const definition = fieldOf(register, field);
  if (definition?.kind === 'progress' && typeof value === 'number') return `${text}%`;
  if (definition?.kind === 'status') return (register === 'problems' ? statusWordsOfProblems : statusWords)[language][text] ?? text;
  if (definition?.kind === 'choice' && language === 'zh-CN') return definition.choices?.find((choice) => choice.id === text)?.words[0] ?? text;
  return text;
}

function fieldOf(register: RegisterId, field: string): Field | undefined {
  return registerById(register)?.fields.find(({ id }) => id === field);
}
