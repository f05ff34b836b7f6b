import type { Language } from '../../../shared/message.ts';
import { wordFor } from '../../../shared/ledger/written-cell.ts';
import { registerById } from '../../../shared/registers/index.ts';
import type { Content } from '../../../shared/ledger/entry.ts';
import type { Binding } from '../../excel/port.ts';
import type { Decision } from '../push/decisions.ts';

/** One field of a row as both sides have it, under the sheet's own header; '' for a blank. */
export interface FieldLine {
  readonly field: string;
  readonly header: string;
  readonly mine: string;
  readonly theirs: string;
  readonly differs: boolean;
}

/** The fields the sheet has, in its order, those with anything in them. */
export function fieldLines({ register: id, columns }: Binding, { mine, theirs }: Pick<Decision, 'mine' | 'theirs'>, language: Language): readonly FieldLine[] {
  const register = registerById(id);
  const words = (content: Content | null, field: string): string => {
    const value = content?.[field];
    const known = register?.fields.find((one) => one.id === field);
    return value === undefined || known === undefined || register === undefined ? '' : wordFor(register, known, value, language);
  };
  return columns
    .map(({ field, header }) => {
      const [one, other] = [words(mine, field), words(theirs, field)];
      return { field, header: header.replace(/\s+/g, ' '), mine: one, theirs: other, differs: mine?.[field] !== theirs?.[field] };
    })
    .filter((line) => line.mine !== '' || line.theirs !== '');
}
