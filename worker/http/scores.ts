import type { Hono } from 'hono';
import { endpoints } from '../../shared/contract/endpoints/index.ts';
import type { UnitScore } from '../../shared/scoring/types.ts';
import type { Deps } from '../deps.ts';
import type { Assessment } from '../usecases/assess-workspace.ts';
import { listScores } from '../usecases/list-scores.ts';
import { showReceipt } from '../usecases/show-receipt.ts';
import type { HonoEnv } from './context.ts';
import { guarded } from './route.ts';
import { receiptLineOf } from '../../shared/contract/words.ts';

/** A unit's total without the lines it rests on. */
export function unitScoreOf({ unit, tier, assessed, score, grade, rank, tierRank, card, overdue, dueSoon, vetoed }: UnitScore): UnitScore {
  return { unit, tier, assessed, score, grade, rank, tierRank, card, overdue, dueSoon, vetoed };
}

/** The day, revision and plan that figures rest on. */
export function restsOn({ asOf, revision, plan }: Assessment) {
  return { asOf, revision, planVersion: plan.version };
}

export function scoreRoutes(app: Hono<HonoEnv>, deps: Deps): void {
  guarded(app, deps, endpoints.scores, async ({ principal, query }) => {
    const { assessment, units } = await listScores(deps, principal, query);
    return {
      ...restsOn(assessment),
      reportedFrom: assessment.facts.reportedFrom,
      units: units.map(({ change, ...unit }) => ({ ...unitScoreOf(unit), change })),
    };
  });

  guarded(app, deps, endpoints.receipt, async ({ principal, params, query, language }) => {
    const { assessment, receipt } = await showReceipt(deps, principal, { unit: params.unit, asOf: query.asOf });
    return {
      ...restsOn(assessment),
      reportedFrom: assessment.facts.reportedFrom,
      ...unitScoreOf(receipt),
      lines: receipt.lines.map((line) => receiptLineOf(line, language)),
    };
  });
}
