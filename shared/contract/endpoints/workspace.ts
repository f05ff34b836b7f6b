import { roles } from '../primitives.ts';
import { healthAnswer, meAnswer, registersAnswer } from '../workspace.ts';
import { endpoint, nothing } from './endpoint.ts';

/** Who is asking, and what holds in the workspace. */
export const workspaceEndpoints = {
  health: endpoint({
    id: 'health',
    method: 'GET',
    path: '/v1/health',
    summary: 'Whether the service and its database answer',
    roles: null,
    params: nothing,
    query: nothing,
    body: null,
    answer: healthAnswer,
    problems: ['unavailable'],
  }),
  me: endpoint({
    id: 'me',
    method: 'GET',
    path: '/v1/me',
    summary: 'Workspace, role and unit of the credential',
    roles,
    params: nothing,
    query: nothing,
    body: null,
    answer: meAnswer,
    problems: [],
  }),
  registers: endpoint({
    id: 'registers',
    method: 'GET',
    path: '/v1/registers',
    summary: 'The registers: fields, types, header aliases',
    roles,
    params: nothing,
    query: nothing,
    body: null,
    answer: registersAnswer,
    problems: [],
  }),
} as const;
