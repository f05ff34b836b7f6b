import * as z from 'zod';
import type { Role } from '../primitives.ts';
import type { ProblemCode } from '../problems.ts';

/** JSON, one value a line. */
export const NDJSON = 'application/x-ndjson';

/** One address of the API: what it takes, who may use it, what it answers. */
export interface Endpoint<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType | null = z.ZodType | null,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With parameters in braces. */
  readonly path: `/v1/${string}`;
  readonly summary: string;
  /** Who may use it, for readers of the API: the use cases refuse the others. null: anyone, without a credential. */
  readonly roles: readonly Role[] | null;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly answer: Answer;
  /** The type of an answer that is no JSON; left out: JSON. */
  readonly media?: typeof NDJSON;
  /** The status of an answer as asked; left out: 200. */
  readonly status?: 200 | 201;
  /**
   * Of what has versions: `answered` tells the newest one as ETag; `required` takes it back as If-Match, so that nobody writes over what was not seen, and
   * answers the new one. Left out: neither.
   */
  readonly etag?: 'answered' | 'required';
  /** Refusals of its own, beside those every endpoint has. */
  readonly problems: readonly ProblemCode[];
}

/** An endpoint with the types of its parts kept. */
export function endpoint<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType | null, Answer extends z.ZodType>(
  table: Endpoint<Params, Query, Body, Answer>,
): Endpoint<Params, Query, Body, Answer> {
  return table;
}

/** No parameters. */
export const nothing = z.strictObject({});

/** The unit an address names. */
export const ofUnit = z.object({ unit: z.string().meta({ description: 'The name of the unit, by any spelling.' }) });
