import * as z from 'zod';
import { entriesAnswer, entriesQuery, overdueAnswer, overdueQuery } from './entries.ts';
import { roles, type Role } from './primitives.ts';
import type { ProblemCode } from './problems.ts';
import { pushAnswer, pushRequest } from './push.ts';
import { receiptAnswer, receiptQuery, scoresAnswer, scoresQuery } from './scores.ts';
import { healthAnswer, meAnswer, planAnswer, registersAnswer } from './workspace.ts';

/** One address of the API: what it takes, who may use it, what it answers. Routes, typed calls and the OpenAPI document come from it. */
export interface Endpoint<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType | null = z.ZodType | null,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  /** With parameters in braces. */
  readonly path: `/v1/${string}`;
  readonly summary: string;
  /** Who may use it; null: anyone, without a credential. */
  readonly roles: readonly Role[] | null;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly answer: Answer;
  /** Refusals of its own, beside those every endpoint has. */
  readonly problems: readonly ProblemCode[];
}

function endpoint<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType | null, Answer extends z.ZodType>(
  table: Endpoint<Params, Query, Body, Answer>,
): Endpoint<Params, Query, Body, Answer> {
  return table;
}

const nothing = z.strictObject({});
const ofRegister = z.object({ register: z.string() });
const ofUnit = z.object({ unit: z.string().meta({ description: 'The name of the unit, by any spelling.' }) });
const writers = roles.filter((role) => role !== 'viewer');

export const endpoints = {
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
  plan: endpoint({
    id: 'plan',
    method: 'GET',
    path: '/v1/plan',
    summary: 'The plan (考核方案) in force today',
    roles,
    params: nothing,
    query: nothing,
    body: null,
    answer: planAnswer,
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
    problems: ['registerUnknown', 'badJson', 'mediaType', 'tooLarge', 'otherWorkspace', 'requestReused', 'busy'],
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
  scores: endpoint({
    id: 'scores',
    method: 'GET',
    path: '/v1/scores',
    summary: 'Every unit with score, grade, rank and card',
    roles,
    params: nothing,
    query: scoresQuery,
    body: null,
    answer: scoresAnswer,
    problems: [],
  }),
  receipt: endpoint({
    id: 'receipt',
    method: 'GET',
    path: '/v1/scores/{unit}',
    summary: 'What the score of a unit rests on (得分依据)',
    roles,
    params: ofUnit,
    query: receiptQuery,
    body: null,
    answer: receiptAnswer,
    problems: ['unitUnknown'],
  }),
  overdue: endpoint({
    id: 'overdue',
    method: 'GET',
    path: '/v1/overdue',
    summary: 'Open entries overdue or due soon, worst first',
    roles,
    params: nothing,
    query: overdueQuery,
    body: null,
    answer: overdueAnswer,
    problems: [],
  }),
} as const;
