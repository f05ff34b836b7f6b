import { planAnswer, planDraft, planQuery, planVersionsAnswer } from '../plan.ts';
import { roles } from '../primitives.ts';
import { replayAnswer, replayRequest } from '../replay.ts';
import { endpoint, nothing } from './endpoint.ts';

const OF_BODIES = ['badJson', 'mediaType', 'tooLarge'] as const;

/** 考核方案: what scores are made by. */
export const planEndpoints = {
  plan: endpoint({
    id: 'plan',
    method: 'GET',
    path: '/v1/plan',
    summary: 'The plan (考核方案) in force on a day',
    roles,
    params: nothing,
    query: planQuery,
    body: null,
    answer: planAnswer,
    etag: 'answered',
    problems: [],
  }),
  changePlan: endpoint({
    id: 'changePlan',
    method: 'PUT',
    path: '/v1/plan',
    summary: 'Put a plan in force as a new version',
    roles: ['admin'],
    params: nothing,
    query: nothing,
    body: planDraft,
    answer: planAnswer,
    etag: 'required',
    problems: ['planChanged', 'preconditionRequired', ...OF_BODIES],
  }),
  planVersions: endpoint({
    id: 'planVersions',
    method: 'GET',
    path: '/v1/plan/versions',
    summary: 'Every version of the plan, with when and by whom it was made',
    roles,
    params: nothing,
    query: nothing,
    body: null,
    answer: planVersionsAnswer,
    etag: 'answered',
    problems: [],
  }),
  replayPlan: endpoint({
    id: 'replayPlan',
    method: 'POST',
    path: '/v1/plan/replay',
    summary: 'Scores of every unit under a proposed plan beside those of the plan in force (试算)',
    roles: ['admin'],
    params: nothing,
    query: nothing,
    body: replayRequest,
    answer: replayAnswer,
    problems: [...OF_BODIES],
  }),
} as const;
