import * as z from 'zod';
import { roles } from '../primitives.ts';
import { historyAnswer, ofRevision, revertAnswer, revisionAnswer, revisionQuery, revisionsAnswer, revisionsQuery } from '../revisions.ts';
import { endpoint, nothing } from './endpoint.ts';

/** Who changed what, and how it is put back. */
export const revisionsEndpoints = {
  history: endpoint({
    id: 'history',
    method: 'GET',
    path: '/v1/registers/{register}/entries/{id}/history',
    summary: 'Every version of an entry: when, by whom, what changed',
    roles,
    params: z.object({ register: z.string(), id: z.string() }),
    query: nothing,
    body: null,
    answer: historyAnswer,
    problems: ['registerUnknown', 'entryUnknown'],
  }),
  revisions: endpoint({
    id: 'revisions',
    method: 'GET',
    path: '/v1/revisions',
    summary: 'What was pushed, deleted and put back, newest first',
    roles,
    params: nothing,
    query: revisionsQuery,
    body: null,
    answer: revisionsAnswer,
    problems: [],
  }),
  revision: endpoint({
    id: 'revision',
    method: 'GET',
    path: '/v1/revisions/{revision}',
    summary: 'One revision with the entries it changed',
    roles,
    params: ofRevision,
    query: revisionQuery,
    body: null,
    answer: revisionAnswer,
    problems: ['revisionUnknown'],
  }),
  revert: endpoint({
    id: 'revert',
    method: 'POST',
    path: '/v1/revisions/{revision}/revert',
    summary: 'Put back what a revision changed, as a new revision; entries changed since are left and listed',
    roles: roles.filter((role) => role !== 'viewer'),
    params: ofRevision,
    query: nothing,
    body: null,
    answer: revertAnswer,
    problems: ['revisionUnknown', 'revisionNotYours', 'revertTooLarge', 'busy'],
  }),
} as const;
