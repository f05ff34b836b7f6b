import type { DeleteAnswer } from '../../shared/contract/delete.ts';
import type { EntriesAnswer } from '../../shared/contract/entries.ts';
import type { PlanVersionsAnswer } from '../../shared/contract/plan.ts';
import type { PushAnswer } from '../../shared/contract/push.ts';
import type { ReplayAnswer } from '../../shared/contract/replay.ts';
import type { BulletinAnswer, OrderAnswer, RollupAnswer } from '../../shared/contract/reports.ts';
import type { ReceiptAnswer, ScoresAnswer } from '../../shared/contract/scores.ts';
import type { TrendAnswer } from '../../shared/contract/trend.ts';
import type { MeAnswer } from '../../shared/contract/workspace.ts';
import type { Plan, PlanDraft } from '../../shared/scoring/plan.ts';
import { drawsApi } from './draws.ts';
import type { DrawsApi } from './draws.ts';
import { keysApi } from './keys.ts';
import type { KeysApi } from './keys.ts';
import { exportApi } from './export.ts';
import type { ExportApi } from './export.ts';
import { historyApi } from './history.ts';
import type { HistoryApi } from './history.ts';
import { membersApi } from './members.ts';
import type { MembersApi } from './members.ts';
import type { LedgerApi } from './ledger-api.ts';
import { liveEntries } from './live-entries.ts';
import { openMeasures } from './open-measures.ts';
import type { OpenMeasures } from './open-measures.ts';
import type { Transport } from './transport.ts';

/** Everything the pane asks of the server. Every method rejects with an `ApiError`, or with the signal's reason when aborted. */
export interface PaneApi extends LedgerApi, DrawsApi, KeysApi, MembersApi, HistoryApi, ExportApi {
  /** Who the key speaks for, and for which workspace. */
  me(signal?: AbortSignal): Promise<MeAnswer>;
  /** The plan in force on a day. */
  plan(asOf: string, signal?: AbortSignal): Promise<Plan>;
  /** Every version of the plan, newest first. */
  planVersions(signal?: AbortSignal): Promise<PlanVersionsAnswer>;
  /** Puts a plan in force; `planChanged` when `seen` is not the newest version. */
  changePlan(draft: PlanDraft, seen: number): Promise<Plan>;
  /** Every unit under a proposed plan and the one in force, as of a day. */
  replayPlan(draft: PlanDraft, asOf: string): Promise<ReplayAnswer>;
  /** Every unit as of a day, ranked. */
  scores(asOf: string, signal?: AbortSignal): Promise<ScoresAnswer>;
  /** How units stood at the end of each of the days up to one: one unit, or all for null. */
  trend(to: string, unit: string | null, signal?: AbortSignal): Promise<TrendAnswer>;
  /** What a unit's score rests on. */
  receipt(unit: string, asOf: string, signal?: AbortSignal): Promise<ReceiptAnswer>;
  /** The roll-up of a month, `2022-05`. */
  rollup(month: string, signal?: AbortSignal): Promise<RollupAnswer>;
  /** The bulletin as of a day. */
  bulletin(asOf: string, signal?: AbortSignal): Promise<BulletinAnswer>;
  /** The supervision order of a unit as of a day. */
  order(unit: string, asOf: string, signal?: AbortSignal): Promise<OrderAnswer>;
  /** Whether the workspace has a row in its register of units. */
  hasUnits(signal?: AbortSignal): Promise<boolean>;
  /** The measures that need someone as of a day, worst first. */
  openMeasures(asOf: string, signal?: AbortSignal): Promise<OpenMeasures>;
}

/** The API over a transport. Answers are those of `shared/contract`; the server is of the same version and they are not checked again. */
export function createClient(transport: Transport): PaneApi {
  const get = <Answer>(path: string, signal?: AbortSignal, query: Readonly<Record<string, string>> = {}): Promise<Answer> =>
    transport<Answer>('GET', path, { signal, query });
  return {
    ...drawsApi(transport),
    ...keysApi(transport),
    ...historyApi(transport),
    ...exportApi(transport),
    ...membersApi(transport),
    me: (signal) => get<MeAnswer>('/v1/me', signal),
    plan: (asOf, signal) => get<Plan>('/v1/plan', signal, { asOf }),
    planVersions: (signal) => get<PlanVersionsAnswer>('/v1/plan/versions', signal),
    changePlan: (draft, seen) => transport<Plan>('PUT', '/v1/plan', { body: draft, ifMatch: seen }),
    replayPlan: (draft, asOf) => transport<ReplayAnswer>('POST', '/v1/plan/replay', { body: { plan: draft, asOf } }),
    scores: (asOf, signal) => get<ScoresAnswer>('/v1/scores', signal, { asOf }),
    trend: (to, unit, signal) => get<TrendAnswer>('/v1/scores/trend', signal, unit === null ? { to } : { to, unit }),
    receipt: (unit, asOf, signal) => get<ReceiptAnswer>(`/v1/scores/${encodeURIComponent(unit)}`, signal, { asOf }),
    rollup: (month, signal) => get<RollupAnswer>('/v1/rollup', signal, { month }),
    bulletin: (asOf, signal) => get<BulletinAnswer>('/v1/bulletin', signal, { asOf }),
    order: (unit, asOf, signal) => get<OrderAnswer>(`/v1/orders/${encodeURIComponent(unit)}`, signal, { asOf }),
    hasUnits: async (signal) => (await get<EntriesAnswer>('/v1/registers/units/entries', signal, { limit: '1' })).rows.length > 0,
    entries: (register, signal) => liveEntries(transport, register, signal),
    openMeasures: (asOf, signal) => openMeasures(transport, asOf, signal),
    deleteEntries: (register, body, signal) => transport<DeleteAnswer>('POST', `/v1/registers/${register}/delete`, { body, signal }),
    push: (register, body, options = {}) =>
      transport<PushAnswer>('POST', `/v1/registers/${register}/push`, { body, signal: options.signal, language: options.language }),
  };
}
