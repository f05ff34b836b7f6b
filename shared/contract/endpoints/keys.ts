import * as z from 'zod';
import { keyRequest, keysAnswer, newKeyAnswer, newWorkspaceAnswer, revokedKeyAnswer, workspaceRequest } from '../keys.ts';
import { endpoint, nothing } from './endpoint.ts';

const admins = ['admin'] as const;

/** Access keys, and further workspaces. */
export const keysEndpoints = {
  keys: endpoint({
    id: 'keys',
    method: 'GET',
    path: '/v1/keys',
    summary: 'The access keys of the workspace that are not revoked, oldest first',
    roles: admins,
    params: nothing,
    query: nothing,
    body: null,
    answer: keysAnswer,
    problems: [],
  }),
  createKey: endpoint({
    id: 'createKey',
    method: 'POST',
    path: '/v1/keys',
    summary: 'Make an access key; it is shown this once',
    roles: admins,
    params: nothing,
    query: nothing,
    body: keyRequest,
    status: 201,
    answer: newKeyAnswer,
    problems: ['badJson', 'mediaType', 'tooLarge'],
  }),
  revokeKey: endpoint({
    id: 'revokeKey',
    method: 'DELETE',
    path: '/v1/keys/{id}',
    summary: 'Revoke an access key at once',
    roles: admins,
    params: z.object({ id: z.string() }),
    query: nothing,
    body: null,
    answer: revokedKeyAnswer,
    problems: ['keyUnknown', 'ownKey', 'lastAdminKey'],
  }),
  createWorkspace: endpoint({
    id: 'createWorkspace',
    method: 'POST',
    path: '/v1/workspaces',
    summary: 'Make a further workspace with an admin key of its own; for the bootstrap admin key alone',
    roles: admins,
    params: nothing,
    query: nothing,
    body: workspaceRequest,
    status: 201,
    answer: newWorkspaceAnswer,
    problems: ['bootstrapOnly', 'badJson', 'mediaType', 'tooLarge'],
  }),
} as const;
