import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { d1Store } from '../../worker/store/d1.ts';
import { columns, measure, startServer, ulid } from './support/server.ts';

/** A database that fails: at which of its calls, and whether before or after it was done. */
const PUSHES = 300;
const ROWS = 5;

/** The test's database, whose calls can be made to fail one by one. */
function failingDb() {
  let calls = 0;
  let failing: { readonly at: number; readonly when: 'before' | 'after' } | null = null;
  const guarded = async <Result>(act: () => Promise<Result>): Promise<Result> => {
    calls += 1;
    const now = failing?.at === calls ? failing.when : null;
    if (now === 'before') throw new Error('the database is gone');
    const result = await act();
    if (now === 'after') throw new Error('the answer of the database was lost');
    return result;
  };
  const originals = new WeakMap<object, D1PreparedStatement>();
  const statement = (original: D1PreparedStatement): D1PreparedStatement => {
    const wrapped = {
      bind: (...values: unknown[]) => statement(original.bind(...values)),
      first: (...args: []) => guarded(() => original.first(...args)),
      run: () => guarded(() => original.run()),
      all: () => guarded(() => original.all()),
      raw: (...args: []) => guarded(() => original.raw(...args)),
    } as unknown as D1PreparedStatement;
    originals.set(wrapped, original);
    return wrapped;
  };
  const db = {
    prepare: (sql: string) => statement(env.DB.prepare(sql)),
    batch: (statements: D1PreparedStatement[]) => guarded(() => env.DB.batch(statements.map((one) => originals.get(one) ?? one))),
  } as unknown as D1Database;
  return {
    db,
    /** Makes the nth call from now on fail; answers whether it was made when `reset` is called. */
    fail(at: number, when: 'before' | 'after') {
      calls = 0;
      failing = { at, when };
    },
    reset(): number {
      failing = null;
      return calls;
    },
  };
}

const revisions = async (): Promise<{ number: number; request: string }[]> =>
  (await env.DB.prepare('SELECT number, request FROM revision ORDER BY number').all<{ number: number; request: string }>()).results;

test(`of ${PUSHES} pushes over a database that fails at every call, before and after it was done, none succeeds without commit and none leaves a gap`, async () => {
  const faulty = failingDb();
  const server = startServer({ store: d1Store(faulty.db) });
  await server.get('/v1/me');
  const ids = Array.from({ length: ROWS }, () => ulid());
  let [base, failed, committed, callsSeen] = [0, 0, 0, 0];
  let pending: string[] = [];
  let position = 1;
  for (let push = 0; push < PUSHES; push += 1) {
    const when = push % 2 === 0 ? 'before' : 'after';
    const request = ulid();
    const body = { base, request, pending, columns, rows: ids.map((id) => measure({ id, progress: push % 100, title: `第 ${push} 次` })) };
    faulty.fail(position, when);
    const answer = await server.push(body).catch(() => null);
    const calls = faulty.reset();
    callsSeen = Math.max(callsSeen, calls);
    // Every call in turn; once past the last of a push, from the first again.
    if (when === 'after') position = calls < position ? 1 : position + 1;

    const made = (await revisions()).find((one) => one.request === request);
    if (answer === null) {
      failed += 1;
      pending = [...pending, request].slice(-100);
      if (made !== undefined) committed += 1;
      continue;
    }
    expect(made?.number).toBe(answer.revision);
    base = answer.revision;
    pending = [];
  }
  const numbers = (await revisions()).map(({ number }) => number);
  expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  const last = await server.push({ base, pending, columns, rows: ids.map((id) => measure({ id, progress: 1, title: '最后一次' })) });
  expect(last.rows.outcome).toEqual(ids.map(() => 'updated'));
  expect(failed).toBeGreaterThan(PUSHES / 4);
  expect(callsSeen).toBeGreaterThan(2);
  console.log(
    `database faults: ${PUSHES} pushes, ${failed} failed at one of ${callsSeen} calls, ${committed} of them committed all the same, 0 gaps in ${numbers.length} revisions`,
  );
}, 60_000);
