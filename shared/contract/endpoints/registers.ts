import * as z from 'zod';
import { deleteAnswer, deleteRequest } from '../delete.ts';
import { entriesAnswer, entriesQuery } from '../entries.ts';
import { roles } from '../primitives.ts';
import { pushAnswer, pushRequest } from '../push.ts';
import { endpoint, nothing } from './endpoint.ts';

const ofRegister = z.object({ register: z.string() });
const writers = roles.filter((role) => role !== 'viewer');

/** The rows of a register. */
export const registersEndpoints = {
  push: endpoint({
    id: 'push',
    method: 'POST',
    path: '/v1/registers/{register}/push',
    summary: 'Push rows of a ledger; verdicts and scores come back',
    roles: writers,
    params: ofRegister,
    query: nothing,
    body: pushRequest,
    answer: pushAnswer,
    problems: ['registerUnknown', 'badJson', 'mediaType', 'tooLarge', 'otherWorkspace', 'requestReused', 'requestGivenUp', 'busy'],
  }),
  deleteEntries: endpoint({
    id: 'deleteEntries',
    method: 'POST',
    path: '/v1/registers/{register}/delete',
    summary: 'Delete entries; what others changed since the base stays and is a conflict',
    roles: writers,
    params: ofRegister,
    query: nothing,
    body: deleteRequest,
    answer: deleteAnswer,
    problems: ['registerUnknown', 'badJson', 'mediaType', 'tooLarge', 'otherWorkspace', 'busy'],
  }),
  entries: endpoint({
    id: 'entries',
    method: 'GET',
    path: '/v1/registers/{register}/entries',
    summary: 'Entries of a register with their verdicts',
    roles,
    params: ofRegister,
    query: entriesQuery,
    body: null,
    answer: entriesAnswer,
    problems: ['registerUnknown'],
  }),
} as const;
