import { overdueAnswer, overdueQuery } from '../entries.ts';
import { roles } from '../primitives.ts';
import { receiptAnswer, receiptQuery, scoresAnswer, scoresQuery } from '../scores.ts';
import { trendAnswer, trendQuery } from '../trend.ts';
import { endpoint, nothing, ofUnit } from './endpoint.ts';

/** What the rows are worth, and what needs someone. */
export const scoresEndpoints = {
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
  trend: endpoint({
    id: 'trend',
    method: 'GET',
    path: '/v1/scores/trend',
    summary: 'How the units stood at the end of each day',
    roles,
    params: nothing,
    query: trendQuery,
    body: null,
    answer: trendAnswer,
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
