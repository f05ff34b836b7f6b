import * as z from 'zod';
import { verifyAnswer, verifyQuery } from '../audit.ts';
import { endpoint, NDJSON, nothing } from './endpoint.ts';

/** Whether history is what it was. */
export const auditEndpoints = {
  verify: endpoint({
    id: 'verify',
    method: 'GET',
    path: '/v1/audit/verify',
    summary: 'Recompute the hash chain of all revisions',
    roles: ['admin'],
    params: nothing,
    query: verifyQuery,
    body: null,
    answer: verifyAnswer,
    problems: [],
  }),
  export: endpoint({
    id: 'export',
    method: 'GET',
    path: '/v1/export',
    summary: 'Everything of the workspace, one line of JSON for every row',
    roles: ['admin'],
    params: nothing,
    query: nothing,
    body: null,
    answer: z
      .string()
      .meta({ description: 'NDJSON: the format, the rows of every table, every revision before what it wrote, and a last line with the head.' }),
    media: NDJSON,
    problems: [],
  }),
} as const;
