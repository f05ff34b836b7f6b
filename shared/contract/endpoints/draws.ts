import * as z from 'zod';
import { abandonRequest, commitmentRequest, drawAnswer, drawRequest, drawsAnswer, revealRequest } from '../draws.ts';
import { endpoint, nothing } from './endpoint.ts';

const ofDraw = z.object({ id: z.string() });
const assessors = ['admin', 'assessor'] as const;
const steps = ['drawUnknown', 'drawListChanged', 'badJson', 'mediaType', 'tooLarge', 'drawClosed'] as const;

/** Random draws (随机抽查), from freezing the list to the slip. */
export const drawsEndpoints = {
  startDraw: endpoint({
    id: 'startDraw',
    method: 'POST',
    path: '/v1/draws',
    summary: 'Freeze the list of a random draw (随机抽查)',
    roles: assessors,
    params: nothing,
    query: nothing,
    body: drawRequest,
    status: 201,
    answer: drawAnswer,
    problems: ['unitUnknown', 'drawTooFew', 'drawTooMany', 'drawLate', 'badJson', 'mediaType', 'tooLarge', 'busy'],
  }),
  draws: endpoint({
    id: 'draws',
    method: 'GET',
    path: '/v1/draws',
    summary: 'Every draw of the workspace, newest first',
    roles: assessors,
    params: nothing,
    query: nothing,
    body: null,
    answer: drawsAnswer,
    problems: [],
  }),
  draw: endpoint({
    id: 'draw',
    method: 'GET',
    path: '/v1/draws/{id}',
    summary: 'A draw; its slip when all have revealed',
    roles: assessors,
    params: ofDraw,
    query: nothing,
    body: null,
    answer: drawAnswer,
    problems: ['drawUnknown', 'drawListChanged'],
  }),
  commitToDraw: endpoint({
    id: 'commitToDraw',
    method: 'POST',
    path: '/v1/draws/{id}/commitments',
    summary: 'Commit a party to a secret by its SHA-256',
    roles: assessors,
    params: ofDraw,
    query: nothing,
    body: commitmentRequest,
    answer: drawAnswer,
    problems: [...steps, 'partyUnknown', 'partyCommitted', 'commitmentCopied', 'drawLate'],
  }),
  revealInDraw: endpoint({
    id: 'revealInDraw',
    method: 'POST',
    path: '/v1/draws/{id}/reveals',
    summary: 'Reveal a party’s secret; the last one ends the draw',
    roles: assessors,
    params: ofDraw,
    query: nothing,
    body: revealRequest,
    answer: drawAnswer,
    problems: [...steps, 'partyUnknown', 'partyRevealed', 'revealEarly', 'revealFalse', 'drawLate'],
  }),
  abandonDraw: endpoint({
    id: 'abandonDraw',
    method: 'POST',
    path: '/v1/draws/{id}/abandon',
    summary: 'Abandon a draw that is not done; it stays on record with the reason',
    roles: assessors,
    params: ofDraw,
    query: nothing,
    body: abandonRequest,
    answer: drawAnswer,
    problems: steps,
  }),
} as const;
