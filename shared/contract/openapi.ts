import * as z from 'zod';
import type { Endpoint } from './endpoints/endpoint.ts';
import { WORKSPACE_HEADER } from './members.ts';
import { problemDocument, problemStatus, type ProblemCode } from './problems.ts';

/** A JSON object of the document. */
interface Json {
  [key: string]: unknown;
}

/** Refusals every endpoint with a credential has; `internal` and the rest of the table come on top. */
const GUARDED: readonly ProblemCode[] = [
  'credentialMissing',
  'credentialUnknown',
  'credentialExpired',
  'keyTooWeak',
  'notMember',
  'workspaceAmbiguous',
  'roleForbids',
  'invalid',
  'tooManyRequests',
  'signInUnavailable',
  'internal',
];

const IF_MATCH: Json = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The ETag the version was read with.',
  schema: { type: 'string', examples: ['"3"'] },
};
/** Of every endpoint with a credential. */
const WORKSPACE: Json = {
  name: WORKSPACE_HEADER,
  in: 'header',
  required: false,
  description: 'The id of the workspace that a signed-in person means; needed by who is a member of several. An access key is of one workspace and needs none.',
  schema: { type: 'string' },
};
const ETag: Json = { description: 'The newest version, in quotes.', schema: { type: 'string' } };

/** The OpenAPI 3.1 document of a table of endpoints. Schemas with an id become components, each once. */
export function openApiDocument(endpoints: readonly Endpoint[], version: string): Json {
  const schemas: Json = {};
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json =>
    hoist(z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' }) as Json, schemas);
  const problem = schemaOf(problemDocument, 'output');
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = (paths[endpoint.path] ??= {});
    path[endpoint.method.toLowerCase()] = operationOf(endpoint, problem, schemaOf);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Taizhang API',
      version,
      description: 'Scores and overdue flags for ledgers (台账) kept in Excel, with reasons down to the row.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ accessKey: [] }],
    paths,
    components: {
      securitySchemes: { accessKey: { type: 'http', scheme: 'bearer', description: 'An access key of a workspace, or the token of a work account.' } },
      parameters: { Workspace: WORKSPACE },
      schemas: sorted(schemas),
    },
  };
}

type SchemaOf = (schema: z.ZodType, io: 'input' | 'output') => Json;

function operationOf(endpoint: Endpoint, problem: Json, schemaOf: SchemaOf): Json {
  const { id, summary, roles, params, query, body, answer, media = 'application/json', status = 200, etag } = endpoint;
  return {
    operationId: id,
    summary,
    ...(roles === null ? { security: [] } : { description: `Roles: ${roles.join(', ')}.` }),
    parameters: [
      ...parametersOf(params, 'path', schemaOf),
      ...parametersOf(query, 'query', schemaOf),
      ...(etag === 'required' ? [IF_MATCH] : []),
      ...(roles === null ? [] : [{ $ref: '#/components/parameters/Workspace' }]),
    ],
    ...(body !== null && { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } } }),
    responses: {
      [String(status)]: {
        description: 'As asked.',
        ...(etag !== undefined && { headers: { ETag } }),
        content: { [media]: { schema: schemaOf(answer, 'output') } },
      },
      ...problemsOf(endpoint, problem),
    },
  };
}

/** Refusals by status, with the codes that each can have. */
function problemsOf({ roles, problems }: Endpoint, schema: Json): Json {
  const codes = [...new Set([...problems, ...(roles === null ? (['tooManyRequests', 'internal'] as const) : GUARDED)])];
  const statuses = [...new Set(codes.map((code) => problemStatus[code]))];
  return Object.fromEntries(
    statuses.map((status) => {
      const description = codes
        .filter((code) => problemStatus[code] === status)
        .toSorted()
        .join(', ');
      return [String(status), { description, content: { 'application/problem+json': { schema } } }];
    }),
  );
}

function parametersOf(shape: z.ZodObject, where: 'path' | 'query', schemaOf: SchemaOf): Json[] {
  return Object.entries(shape.shape).map(([name, field]) => {
    const { description, ...schema } = schemaOf(field, 'input');
    const required = where === 'path' || !field.safeParse(undefined).success;
    return { name, in: where, required, ...(description !== undefined && { description }), schema };
  });
}

/** Moves the definitions of a schema to `schemas` and points its references there. A schema with an id is left as a reference. */
function hoist(schema: Json, schemas: Json): Json {
  const { $schema: _dialect, $defs: definitions = {}, ...rest } = schema;
  for (const [name, definition] of Object.entries(definitions as Json)) schemas[name] = repointed(definition);
  const { id, ...bare } = repointed(rest) as Json;
  if (typeof id !== 'string') return bare;
  schemas[id] = bare;
  return { $ref: `#/components/schemas/${id}` };
}

/** The same with every reference to a definition pointing to the components, and without the ids that named them. */
function repointed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(repointed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string' ? inner.replace('#/$defs/', '#/components/schemas/') : repointed(inner),
    ]),
  );
}

function sorted(object: Json): Json {
  return Object.fromEntries(Object.entries(object).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
