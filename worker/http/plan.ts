import type { Hono } from 'hono';
import { isoOf } from '../../shared/calendar/day.ts';
import { endpoints } from '../../shared/contract/endpoints/index.ts';
import type { Language } from '../../shared/message.ts';
import type { EntryMove, LineTotal, UnitMove } from '../../shared/scoring/replay.ts';
import { rowScore } from '../../shared/verdict/row-score.ts';
import type { Deps } from '../deps.ts';
import { changePlan } from '../usecases/change-plan.ts';
import { listPlanVersions } from '../usecases/list-plan-versions.ts';
import { replayPlan } from '../usecases/replay-plan.ts';
import type { HonoEnv } from './context.ts';
import { guarded } from './route.ts';
import { unitScoreOf } from './scores.ts';
import { saidOf } from '../../shared/contract/words.ts';

export function planRoutes(app: Hono<HonoEnv>, deps: Deps): void {
  guarded(app, deps, endpoints.plan, async ({ principal, query, setEtag }) => {
    const { inForce, newest } = await listPlanVersions(deps, principal, query.asOf);
    setEtag(newest.version);
    return inForce;
  });

  guarded(app, deps, endpoints.changePlan, async ({ principal, ifMatch, readBody, setEtag, note }) => {
    const plan = await changePlan(deps, principal, async () => ({ base: ifMatch(), draft: await readBody() }));
    note({ planVersion: plan.version });
    setEtag(plan.version);
    return plan;
  });

  guarded(app, deps, endpoints.planVersions, async ({ principal, setEtag }) => {
    const { versions, newest } = await listPlanVersions(deps, principal, undefined);
    setEtag(newest.version);
    return { versions: versions.toReversed().map(({ plan, at, by }) => ({ version: plan.version, at, by, plan })) };
  });

  guarded(app, deps, endpoints.replayPlan, async ({ principal, readBody, language }) => {
    const { asOf, revision, plan, notInForce, units, flags } = await replayPlan(deps, principal, readBody);
    return {
      asOf,
      revision,
      planVersion: plan.version,
      notInForce: notInForce && saidOf(notInForce, language),
      units: units.map((move) => unitMoveOf(move, language)),
      flags: flags.map(({ before, after, ids }) => ({ before, after, count: ids.length, ids })),
    };
  });
}

function unitMoveOf({ unit, before, after, change, lines, entries }: UnitMove, language: Language) {
  return {
    unit,
    tier: (after ?? before)?.tier ?? 'other',
    before: before && unitScoreOf(before),
    after: after && unitScoreOf(after),
    change,
    lines: lines.map(({ line, before: was, after: is }) => ({ line, before: was && totalOf(was, language), after: is && totalOf(is, language) })),
    entries: entries.map(({ entry: { id, register, content }, before: was, after: is }) => ({
      id,
      register,
      title: String(content['title'] ?? ''),
      before: judgedOf(was),
      after: judgedOf(is),
    })),
  };
}

function totalOf(total: LineTotal, language: Language) {
  return total.kind === 'notAssessed' ? { ...total, reason: saidOf(total.reason, language) } : total;
}

function judgedOf({ flag, due, value }: EntryMove['before']) {
  return { flag, due: due === null ? null : isoOf(due), score: value && rowScore(value) };
}
