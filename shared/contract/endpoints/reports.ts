import { roles } from '../primitives.ts';
import { bulletinAnswer, bulletinQuery, orderAnswer, orderQuery, rollupAnswer, rollupQuery } from '../reports.ts';
import { endpoint, nothing, ofUnit } from './endpoint.ts';

/** What the rows add up to. */
export const reportsEndpoints = {
  rollup: endpoint({
    id: 'rollup',
    method: 'GET',
    path: '/v1/rollup',
    summary: 'Month-end roll-up (月度汇总) of every unit',
    roles,
    params: nothing,
    query: rollupQuery,
    body: null,
    answer: rollupAnswer,
    problems: [],
  }),
  bulletin: endpoint({
    id: 'bulletin',
    method: 'GET',
    path: '/v1/bulletin',
    summary: 'Bulletin (通报): figures with their entries, and the text in Chinese and English',
    roles,
    params: nothing,
    query: bulletinQuery,
    body: null,
    answer: bulletinAnswer,
    problems: [],
  }),
  order: endpoint({
    id: 'order',
    method: 'GET',
    path: '/v1/orders/{unit}',
    summary: 'Supervision order (督办单): what a unit has overdue and due soon',
    roles: ['admin', 'assessor'],
    params: ofUnit,
    query: orderQuery,
    body: null,
    answer: orderAnswer,
    problems: ['unitUnknown'],
  }),
} as const;
