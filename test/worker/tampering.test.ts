import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import type { VerifyAnswer } from '../../shared/contract/audit.ts';
import { addKey, columns, measure, startServer, ulid, type Server } from './support/server.ts';
import { random, tamperings, type Random } from './support/tampering.ts';

const RUNS = 1_000;
const TABLES = ['revision', 'entry', 'entry_version'] as const;

let server: Server;
const verify = async (head?: string): Promise<VerifyAnswer> => (await server.get<VerifyAnswer>(`/v1/audit/verify${head ? `?head=${head}` : ''}`)).body;
const printed = ({ head }: VerifyAnswer): string => `${head.revision}:${head.hash}`;

/** Twelve revisions of every kind, texts of every sort in them. */
beforeEach(async () => {
  server = startServer();
  const ids = Array.from({ length: 8 }, () => ulid());
  const [a, b, c] = ids;
  await server.push({ columns, rows: ids.map((id) => measure({ id, due: '6月底前', progress: 5 })) });
  await server.push({ columns: ['id', 'name'], rows: [[ulid(), '区发改委']] }, { register: 'units' });
  const assessor = await addKey('assessor', null);
  for (const title of ['“引号” "quotes" \\', 'tab\tline\nend', '💡 𠮷野家 \u2028', 'e\u0301 combined', '0.1']) {
    const base = (await verify()).head.revision;
    await server.push(
      { base, push: ulid(), columns, rows: [measure({ id: a ?? '', title }), measure({ id: b ?? '', title, progress: 0.1 })] },
      { key: assessor },
    );
  }
  await server.delete({ base: 7, ids: [c ?? ''] });
  await server.send('/v1/revisions/8/revert', { method: 'POST' });
  await server.send('/v1/revisions/9/revert', { method: 'POST' });
  for (const base of [10, 11]) await server.push({ base, columns, rows: [measure({ id: ids[4] ?? '', progress: base })] });
});

describe('the chain of revisions', () => {
  test('stands, whatever characters are in the texts, and its head can be noted', async () => {
    const answer = await verify();
    expect(answer).toMatchObject({ ok: true, head: { revision: 12 } });
    expect(await verify(printed(answer))).toEqual(answer);
  });

  test('goes on after the noted head', async () => {
    const noted = printed(await verify());
    await server.push({ base: 12, columns, rows: [measure({})] });
    expect(await verify(noted)).toMatchObject({ ok: true, head: { revision: 13 } });
  });

  test('is verified by admins alone, and a head that is none is refused', async () => {
    expect((await server.refused('/v1/audit/verify', { key: await addKey('viewer', null) })).body.code).toBe('roleForbids');
    expect((await server.refused('/v1/audit/verify?head=12')).body).toMatchObject({ code: 'invalid', pointer: '/head' });
  });

  test('of revisions made before there was one is said to be unsealed', async () => {
    await env.DB.prepare("UPDATE revision SET hash = ''").run();
    expect(await verify()).toMatchObject({ ok: false, broken: { revision: 1, why: 'unsealed' } });
  });
});

test('a deletion that only looks like one to some readers is a change, whatever head was noted', async () => {
  const noted = printed(await verify());
  await env.DB.prepare('UPDATE entry_version SET deleted = 2 WHERE deleted = 1').run();
  const found = await verify(noted);
  expect(found).toMatchObject({ ok: false, broken: { revision: 8, why: 'changed' } });
});

test(`${RUNS} random edits, deletions, insertions, reorderings and truncations of the stored log are all found`, { timeout: 240_000 }, async () => {
  const noted = printed(await verify());
  await env.DB.batch(TABLES.map((table) => env.DB.prepare(`CREATE TABLE kept_${table} AS SELECT * FROM ${table}`)));
  const putBack = TABLES.flatMap((table) => [env.DB.prepare(`DELETE FROM ${table}`), env.DB.prepare(`INSERT INTO ${table} SELECT * FROM kept_${table}`)]);
  const chance: Random = random(20221126);
  const found = new Map<string, number>();
  const unnoticed: string[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const tampering = tamperings[run % tamperings.length];
    if (tampering === undefined) throw new Error('there is a tampering for every run');
    const statements = await tampering.statements(env.DB, chance);
    await env.DB.batch(statements.map((sql) => env.DB.prepare(sql)));
    const { ok, broken } = await verify(tampering.needsHead ? noted : undefined);
    if (ok || broken === undefined) unnoticed.push(`${tampering.name}: ${statements.join('; ')}`);
    else found.set(broken.why, (found.get(broken.why) ?? 0) + 1);
    await env.DB.batch(putBack);
  }
  expect(unnoticed).toEqual([]);
  expect([...found.values()].reduce((sum, count) => sum + count, 0)).toBe(RUNS);
  expect([...found.keys()].toSorted()).toEqual(expect.arrayContaining(['changed', 'cutOff', 'misplaced', 'missing', 'stray']));
  expect(await verify(noted)).toMatchObject({ ok: true });
});
