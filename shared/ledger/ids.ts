import type { Cell } from '../cell.ts';
import { ULID_PATTERN } from '../contract/primitives.ts';
import { message } from '../message.ts';
import type { Message } from '../message.ts';
import { quoted, textOf } from './cells.ts';

/** The id of a pushed row: a ULID as it stands in the hidden 编号 column (domain, Ids), or why it is none. */
export function readId(cell: Cell): { readonly id: string } | { readonly problem: Message } {
  const text = textOf(cell);
  if (text === '') return { problem: message('problem.idMissing') };
  return ULID_PATTERN.test(text) ? { id: text } : { problem: message('problem.idMalformed', { value: quoted(cell) }) };
}
