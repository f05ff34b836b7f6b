import type { Hono } from 'hono';
import type * as z from 'zod';
import type { Endpoint } from '../../shared/contract/endpoints/endpoint.ts';
import type { DeepReadonly } from '../../shared/contract/primitives.ts';
import type { Language } from '../../shared/message.ts';
import type { Principal } from '../auth/principal.ts';
import type { Deps } from '../deps.ts';
import { invalid, Refusal } from '../refusal.ts';
import { readJson } from './body.ts';
import type { HonoEnv } from './context.ts';
import { parseInput } from './input.ts';
import { principalOf } from './principal.ts';

/** One request to an endpoint, its credential known and its address read. */
export interface Call<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType | null> {
  readonly principal: Principal;
  readonly language: Language;
  readonly params: z.infer<Params>;
  readonly query: z.infer<Query>;
  /** Reads and checks the body; for the use case to call once it has found the rights in order. */
  readonly readBody: () => Promise<Body extends z.ZodType ? z.infer<Body> : null>;
  /** The version that If-Match names; refuses with preconditionRequired without one. For endpoints that require it. */
  readonly ifMatch: () => number;
  /** Answers with the newest version as ETag. */
  readonly setEtag: (version: number) => void;
  /** Adds fields to the request's log line. */
  readonly note: (fields: Readonly<Record<string, unknown>>) => void;
}

/** Adds an endpoint that asks for a credential. What its role may do is the use case's to say, before the body is read. What is no JSON is answered as a whole Response. */
export function guarded<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType | null, Answer extends z.ZodType>(
  app: Hono<HonoEnv>,
  deps: Deps,
  endpoint: Endpoint<Params, Query, Body, Answer>,
  handle: (call: Call<Params, Query, Body>) => Promise<DeepReadonly<z.infer<Answer>> | Response>,
): void {
  app.on(endpoint.method, honoPath(endpoint.path), async (c) => {
    c.set('route', endpoint.path);
    const principal = await principalOf(deps, c);
    const { body } = endpoint;
    const answer = await handle({
      principal,
      language: c.get('language'),
      params: parseInput(endpoint.params, c.req.param(), 'path'),
      query: parseInput(endpoint.query, c.req.query(), 'query'),
      readBody: async () => (body === null ? null : parseInput(body, await readJson(c.req.raw), 'body')) as Body extends z.ZodType ? z.infer<Body> : null,
      ifMatch: () => versionOf(c.req.header('If-Match')),
      setEtag: (version) => c.header('ETag', `"${version}"`),
      note: (fields) => c.set('noted', fields),
    });
    if (answer instanceof Response) return answer;
    c.header('Content-Language', c.get('language'));
    return c.json(answer as object, endpoint.status ?? 200);
  });
}

/** The version in an If-Match as it was answered in an ETag; what compresses answers on the way may have marked it weak. */
function versionOf(header: string | undefined): number {
  if (header === undefined) throw new Refusal('preconditionRequired');
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())?.[1];
  if (version === undefined)
    throw invalid([{ in: 'header', pointer: '/If-Match', expected: 'one ETag as it was answered, such as "3"', value: header.slice(0, 100) }]);
  return Number(version);
}

/** `/v1/scores/{unit}` as hono writes it. */
export function honoPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}
