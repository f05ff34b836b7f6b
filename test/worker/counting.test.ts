import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Entry } from '../../shared/ledger/entry.ts';
import { assess } from '../../shared/scoring/assess.ts';
import { planOfDay } from '../../shared/scoring/plan-of-day.ts';
import { defaultPlan, type Plan } from '../../shared/scoring/plan.ts';
import type { Snapshot } from '../../worker/store/port.ts';
import { d1Store } from '../../worker/store/d1.ts';
import { liveByRegister } from '../../worker/usecases/assess-workspace.ts';
import { anyAsOf, anyWorkspace } from '../shared/support/any-workspace.ts';
import { calendar, day } from '../shared/support/measures.ts';
import { columns, measure, startServer, ulid } from './support/server.ts';

const ID = 'W';
/** Years that overlap, leave days to neither, and begin in the middle of a month. */
const anyPlans: fc.Arbitrary<readonly Plan[]> = fc.constantFrom(
  [defaultPlan(2022)],
  [defaultPlan(2021), { ...defaultPlan(2022), version: 2 }],
  [{ ...defaultPlan(2022), period: { start: '2022-01-15', end: '2022-06-20' } }],
  [defaultPlan(2022), { ...defaultPlan(2022), version: 2, period: { start: '2022-06-01', end: '2023-05-31' } }],
);

async function keep(plans: readonly Plan[], entries: readonly Entry[], deleted: ReadonlySet<string>): Promise<void> {
  const put = (sql: string, ...values: unknown[]): D1PreparedStatement => env.DB.prepare(sql).bind(...values);
  await env.DB.batch([
    ...['snapshot', 'entry', 'revision', 'plan', 'workspace'].map((table) => env.DB.prepare(`DELETE FROM ${table}`)),
    put(`INSERT INTO workspace (id, name, time_zone, created_at) VALUES (?1, '', 'Asia/Shanghai', '')`, ID),
    ...plans.map((plan) => put(`INSERT INTO plan (workspace, version, content, created_at) VALUES (?1, ?2, ?3, '')`, ID, plan.version, JSON.stringify(plan))),
    put(
      `INSERT INTO revision (workspace, number, register, request, principal, at, as_of, inserted, updated) VALUES (?1, 1, 'measures', ?2, '', '', '', 0, 0)`,
      ID,
      ulid(),
    ),
    ...entries.map(({ id, register, content, memory }) =>
      put(
        'INSERT INTO entry (workspace, id, register, revision, deleted, content, memory) VALUES (?1, ?2, ?3, 1, ?4, ?5, ?6)',
        ID,
        id,
        register,
        deleted.has(id) ? 1 : 0,
        JSON.stringify(content),
        JSON.stringify(memory),
      ),
    ),
  ]);
}

function receiptsOf({ plans, entries }: Snapshot, asOf: string): unknown {
  return assess({ entries: liveByRegister(entries), plan: planOfDay(plans, day(asOf)), asOf: day(asOf), calendar }).receipts;
}

test('receipts by what may count are those by everything, in any workspace, under any plans, as of any day', { timeout: 120_000 }, async () => {
  let left = 0;
  await fc.assert(
    fc.asyncProperty(
      anyWorkspace,
      anyPlans,
      fc.array(anyAsOf, { minLength: 1, maxLength: 3 }),
      fc.infiniteStream(fc.nat(9)),
      async (workspace, plans, asked, chances) => {
        const entries = Object.values(workspace).flat();
        await keep(plans, entries, new Set(entries.filter(() => chances.next().value === 0).map(({ id }) => id)));
        const narrow = d1Store(env.DB);
        for (const asOf of asked) {
          // One store for all days: what it remembers of the first must not be taken for another.
          const [counting, all] = [await narrow.readCounting(ID, day(asOf)), await d1Store(env.DB).read(ID)];
          expect(receiptsOf(counting, asOf)).toEqual(receiptsOf(all, asOf));
          left += all.entries.length - counting.entries.length;
        }
      },
    ),
    { numRuns: 100 },
  );
  expect(left).toBeGreaterThan(100);
});

describe('what an isolate remembers', () => {
  const submitted = (id: string, month: string, on: string): string[] => [id, '区发改委', month, on];
  const reports = { columns: ['id', 'unit', 'month', 'submittedOn'] };
  const [old, now] = [ulid(), ulid()];
  beforeEach(async () => {
    const server = startServer();
    await server.push({ columns, rows: [measure({ due: '年底前', progress: 50 })] });
    await server.push({ ...reports, rows: [submitted(old, '2021-05', '2021-06-01'), submitted(now, '2022-05', '2022-06-20')] }, { register: 'reports' });
  });

  test('leaves other years’ reports unread', async () => {
    const { results } = await env.DB.prepare('SELECT id AS workspace FROM workspace').all<{ workspace: string }>();
    const { entries } = await d1Store(env.DB).readCounting(String(results[0]?.workspace), day('2022-06-30'));
    expect(entries.map(({ id }) => id)).toContain(now);
    expect(entries.map(({ id }) => id)).not.toContain(old);
  });

  test('follows what other isolates change, also of an entry that did not count before', async () => {
    const [reader, writer] = [startServer(), startServer()];
    const reporting = async (): Promise<unknown> => {
      const { body } = await reader.get<{ lines: { id: string; x?: number }[] }>(`/v1/scores/${encodeURIComponent('区发改委')}?asOf=2022-06-30`);
      return body.lines.find(({ id }) => id === 'reporting')?.x;
    };
    expect(await reporting()).toBe(0.5);
    await writer.push({ base: 2, ...reports, rows: [submitted(old, '2022-05', '2022-06-01')] }, { register: 'reports' });
    expect(await reporting()).toBe(1);
  });

  test('is a whole of one moment, however many pages it took', async () => {
    const server = startServer();
    const rows = Array.from({ length: 3_000 }, (_, at) => measure({ unit: `区第${at % 9}局`, due: '年底前', progress: 50 }));
    for (let pushed = 0; pushed < 4; pushed += 1) await server.push({ base: 9, columns, rows: rows.map(([, ...cells]) => [ulid(), ...cells]) });
    const [one, all] = [await startServer().get('/v1/scores?asOf=2022-06-30'), await server.get('/v1/scores?asOf=2022-06-30')];
    expect(one.body).toEqual(all.body);
  });
});
