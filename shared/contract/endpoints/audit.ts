import { verifyAnswer, verifyQuery } from '../audit.ts';
import { endpoint, nothing } from './endpoint.ts';

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
} as const;
