import { memberAnswer, memberRequest, membersAnswer, ofMember, removedMemberAnswer, signInAnswer } from '../members.ts';
import { endpoint, nothing } from './endpoint.ts';

const admins = ['admin'] as const;

/** Sign-in with work accounts, and which of them belong. */
export const membersEndpoints = {
  signIn: endpoint({
    id: 'signIn',
    method: 'GET',
    path: '/v1/sign-in',
    summary: 'How to sign in with a work account, if at all',
    roles: null,
    params: nothing,
    query: nothing,
    body: null,
    answer: signInAnswer,
    problems: [],
  }),
  members: endpoint({
    id: 'members',
    method: 'GET',
    path: '/v1/members',
    summary: 'The persons and groups that may sign in to the workspace, oldest first',
    roles: admins,
    params: nothing,
    query: nothing,
    body: null,
    answer: membersAnswer,
    problems: [],
  }),
  putMember: endpoint({
    id: 'putMember',
    method: 'PUT',
    path: '/v1/members/{tenant}/{object}',
    summary: 'Let a person or a group sign in, or change its role',
    roles: admins,
    params: ofMember,
    query: nothing,
    body: memberRequest,
    answer: memberAnswer,
    problems: ['signInOff', 'badJson', 'mediaType', 'tooLarge'],
  }),
  removeMember: endpoint({
    id: 'removeMember',
    method: 'DELETE',
    path: '/v1/members/{tenant}/{object}',
    summary: 'Let a person or a group no longer sign in, from this moment on',
    roles: admins,
    params: ofMember,
    query: nothing,
    body: null,
    answer: removedMemberAnswer,
    problems: ['memberUnknown'],
  }),
} as const;
