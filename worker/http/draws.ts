import type { Hono } from 'hono';
import type { DrawAnswer } from '../../shared/contract/draws.ts';
import { endpoints } from '../../shared/contract/endpoints/index.ts';
import type { Deps } from '../deps.ts';
import type { StoredDraw } from '../store/draw-port.ts';
import { abandonDraw } from '../usecases/draw/abandon-draw.ts';
import { commitToDraw } from '../usecases/draw/commit-to-draw.ts';
import { listDraws } from '../usecases/draw/list-draws.ts';
import { revealInDraw } from '../usecases/draw/reveal-in-draw.ts';
import { showDraw } from '../usecases/draw/show-draw.ts';
import { showSlip } from '../usecases/draw/show-slip.ts';
import { startDraw } from '../usecases/draw/start-draw.ts';
import type { HonoEnv } from './context.ts';
import { guarded } from './route.ts';

/** A draw as it is shown: no secret stands in it before the slip. */
async function answerOf(draw: StoredDraw): Promise<DrawAnswer> {
  const { id, state, list, listHash, termsHash, abandoned } = draw;
  const { number, of, asOf, flags, excluded, sizes, frozenAt, revealBy } = draw.terms;
  const parties = draw.parties.map(({ name, commitment, committedAt, revealedAt }) => ({ name, commitment, committedAt, revealedAt }));
  const frozen = { number, of, asOf, flags, excluded, sizes, frozenAt, revealBy, list, listHash, termsHash };
  return { id, state, ...frozen, parties, abandoned, slip: await showSlip(draw) };
}

export function drawRoutes(app: Hono<HonoEnv>, deps: Deps): void {
  guarded(app, deps, endpoints.startDraw, async ({ principal, readBody }) => answerOf(await startDraw(deps, principal, readBody)));

  guarded(app, deps, endpoints.draws, async ({ principal }) => {
    const draws = await listDraws(deps, principal);
    return { draws: draws.map(({ id, state, terms: { number, of, asOf, frozenAt } }) => ({ id, number, of, asOf, state, frozenAt })) };
  });

  guarded(app, deps, endpoints.draw, async ({ principal, params }) => answerOf(await showDraw(deps, principal, params.id)));

  guarded(app, deps, endpoints.commitToDraw, async ({ principal, params, readBody }) => answerOf(await commitToDraw(deps, principal, params.id, readBody)));

  guarded(app, deps, endpoints.revealInDraw, async ({ principal, params, readBody }) => answerOf(await revealInDraw(deps, principal, params.id, readBody)));

  guarded(app, deps, endpoints.abandonDraw, async ({ principal, params, readBody }) => answerOf(await abandonDraw(deps, principal, params.id, readBody)));
}
