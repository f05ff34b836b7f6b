import { describe, expect, test } from 'vitest';
import type { BulletinAnswer, RollupAnswer } from '../../shared/contract/reports.ts';
import type { ScoresAnswer } from '../../shared/contract/scores.ts';
import { takeSnapshots } from '../../worker/usecases/take-snapshots.ts';
import { chinaCalendar } from '../../shared/calendar/china.ts';
import { trendStore } from '../../worker/store/trend.ts';
import { env } from 'cloudflare:workers';
import type { TrendAnswer } from '../../shared/contract/trend.ts';
import { addKey, BOOTSTRAP, columns, draftOf, measure, startServer, ulid, type Server } from './support/server.ts';

const [OWN, OTHER] = ['区发改委', '区住建局'];
const TODAY = '2023-06-30';
type Ranked = Pick<ScoresAnswer['units'][number], 'unit' | 'rank' | 'tierRank'>;

/** Two units with a measure in either year, scored the day before today, under plans of 2023 and 2024 that publish scores or not. */
async function seed(publishing: { readonly thisYear: boolean; readonly nextYear: boolean }): Promise<{ server: Server; clerk: string; own: string }> {
  const now = (): Date => new Date(`${TODAY}T02:00:00Z`);
  const server = startServer({ now, bootstrap: { ...BOOTSTRAP, planYear: 2023 } });
  await server.push({ columns: ['id', 'name'], rows: [OWN, OTHER].map((name) => [ulid(), name]) }, { register: 'units' });
  const own = ulid();
  await server.push({ columns, rows: [measure({ id: own, unit: OWN, due: '2024年底前' }), measure({ unit: OTHER, due: '2023年5月底前' })] });
  await takeSnapshots({ trend: trendStore(env.DB), calendar: chinaCalendar(), now: () => new Date(now().getTime() + 86_400_000), log: () => {} });
  await server.putPlan(1, { ...draftOf(2023), publishScores: publishing.thisYear });
  await server.putPlan(2, { ...draftOf(2024), publishScores: publishing.nextYear });
  return { server, clerk: await addKey('clerk', OWN), own };
}

/** Every place where a clerk is told of units and their ranks as of a day, and what was told there. */
async function toldAsOf(day: string, { server, clerk, own }: Awaited<ReturnType<typeof seed>>): Promise<Record<string, readonly Ranked[]>> {
  const get = async <Body>(path: string): Promise<Body> => (await server.get<Body>(path, clerk)).body;
  const { ranking } = await get<BulletinAnswer>(`/v1/bulletin?asOf=${day}`);
  const trend = await get<TrendAnswer>(`/v1/scores/trend?from=${TODAY}&to=${day < TODAY ? TODAY : day}`);
  const pushed = await server.push({ base: 100, asOf: day, columns: ['id', 'note'], rows: [[own, 'x']], dryRun: true }, { key: clerk });
  return {
    scores: (await get<ScoresAnswer>(`/v1/scores?asOf=${day}`)).units,
    receipt: [await get<Ranked>(`/v1/scores/${encodeURIComponent(OWN)}?asOf=${day}`)],
    rollup: (await get<RollupAnswer>(`/v1/rollup?month=${day.slice(0, 7)}`)).units,
    bulletin: ranking.flatMap(({ units }) => units),
    push: pushed.units,
    trend: trend.units.map(({ unit, rank }) => ({ unit, rank: rank.find((one) => one !== null) ?? null, tierRank: null })),
  };
}

const days = ['2024-01-15', TODAY, '2023-01-15'];

describe('whether a clerk sees others’ totals is decided by the plan of the real today', () => {
  test.each(days)('which hides them, as of %s too, though another year’s plan publishes scores', async (day) => {
    const told = await toldAsOf(day, await seed({ thisYear: false, nextYear: true }));
    for (const [place, units] of Object.entries(told)) {
      expect({ place, units: units.map(({ unit, rank, tierRank }) => [unit, rank, tierRank ?? null]) }).toEqual({ place, units: [[OWN, null, null]] });
    }
  });

  test.each(days)('which publishes them, as of %s too, though another year’s plan hides them', async (day) => {
    const told = await toldAsOf(day, await seed({ thisYear: true, nextYear: false }));
    for (const [place, units] of Object.entries(told)) {
      expect({ place, units: units.map(({ unit }) => unit).toSorted() }).toEqual({ place, units: place === 'receipt' ? [OWN] : [OTHER, OWN] });
      for (const { unit, rank } of units) expect({ place, unit, isRanked: rank !== null }).toEqual({ place, unit, isRanked: true });
    }
  });

  test('and so is the text of the bulletin', async () => {
    const { server, clerk } = await seed({ thisYear: false, nextYear: true });
    const { body } = await server.get<BulletinAnswer>('/v1/bulletin?asOf=2024-01-15', clerk);
    expect(JSON.stringify(body)).not.toContain(OTHER);
  });
});
