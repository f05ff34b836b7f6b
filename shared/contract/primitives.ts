import * as z from 'zod';
import { parseIso } from '../calendar/day.ts';
import { deadlineKinds } from '../deadline/types.ts';
import { cards, flags } from '../verdict/types.ts';

/** A type with every array and object in it read-only: what answers are to those who get them. */
export type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

/** `YYYY-MM-DD`, a date that exists. */
export const isoDate = z
  .string()
  .refine((text) => parseIso(text) !== null, { error: 'a date YYYY-MM-DD that exists' })
  .meta({ id: 'IsoDate', format: 'date' });

/** 26 characters of Crockford's base 32, upper case. */
export const ULID_PATTERN = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
export const ulid = z.string().regex(ULID_PATTERN, { error: 'a ULID: 26 characters of 0–9 and A–Z without I, L, O, U' }).meta({ id: 'Ulid' });

/** The most characters a cell of a sheet can hold; Excel's own limit. */
export const MAX_CELL_LENGTH = 32_767;
export const cell = z
  .union([z.string().max(MAX_CELL_LENGTH), z.number(), z.boolean(), z.null()])
  .meta({ id: 'Cell', description: 'A cell as it stands in the sheet. Dates may be Excel serials; percent-formatted cells travel as text such as 60%.' });

/** A code with its parameters, and the words for it in the language asked for. */
export const said = z
  .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])), message: z.string() })
  .meta({ id: 'Said', description: 'Something to tell a person: a stable code with parameters, and words for it in the language of Accept-Language.' });
export type Said = DeepReadonly<z.infer<typeof said>>;

export const roles = ['admin', 'assessor', 'clerk', 'viewer'] as const;
/** What a credential may do (security, Who may what). */
export type Role = (typeof roles)[number];
export const role = z.enum(roles).meta({ id: 'Role' });

export const flag = z.enum(flags).meta({ id: 'Flag' });
export const card = z.enum(cards).meta({ id: 'Card' });
const deadlineKind = z.enum(deadlineKinds).meta({ id: 'DeadlineKind' });
export const tier = z.enum(['key', 'other']).meta({ id: 'Tier' });

/** What the product says of each row, column by column, in the order of the rows; nulls where there is no verdict. */
export const verdictColumns = {
  flag: z.array(flag.nullable()),
  card: z.array(card.nullable()),
  due: z.array(isoDate.nullable()),
  daysLeft: z.array(z.int().nullable()),
  score: z.array(z.number().nullable()).meta({ description: 'The value of each row × 100, one decimal.' }),
  deadline: z.array(deadlineKind.nullable()),
  reading: z.array(z.string().nullable()).meta({ description: 'What was read as the deadline, in words.' }),
  hints: z.array(z.array(said)),
};
