import { z } from 'zod';
import { parseIso } from '../calendar/day.ts';

/** `YYYY-MM-DD`, a date that exists. */
export const isoDate = z
  .string()
  .refine((text) => parseIso(text) !== null, { error: 'expected a date YYYY-MM-DD that exists' })
  .meta({ id: 'IsoDate', format: 'date' });

/** 26 characters of Crockford's base 32, upper case. */
export const ULID_PATTERN = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
export const ulid = z.string().regex(ULID_PATTERN).meta({ id: 'Ulid' });

export const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]).meta({ id: 'Cell' });
