import { env } from 'cloudflare:workers';
import { monotonicFactory } from 'ulid';
import { chinaCalendar } from '../../../shared/calendar/china.ts';
import type { Cell } from '../../../shared/cell.ts';
import type { DeleteAnswer, DeleteRequest } from '../../../shared/contract/delete.ts';
import type { PushAnswer, PushRequest } from '../../../shared/contract/push.ts';
import type { ProblemDocument } from '../../../shared/contract/problems.ts';
import { defaultPlan, type Plan, type PlanDraft } from '../../../shared/scoring/plan.ts';
import { createApp } from '../../../worker/app.ts';
import { hashOf } from '../../../worker/auth/keys.ts';
import type { Rates } from '../../../worker/auth/rates.ts';
import type { Bootstrap, Deps } from '../../../worker/deps.ts';
import { d1Store } from '../../../worker/store/d1.ts';
import { auditStore } from '../../../worker/store/audit.ts';
import { exportStore } from '../../../worker/store/export.ts';
import { historyStore } from '../../../worker/store/history.ts';
import { memberStore } from '../../../worker/store/members.ts';
import { trendStore } from '../../../worker/store/trend.ts';

export const ulid = monotonicFactory();

/** A key strong enough to be used from anywhere. */
export const ADMIN_KEY = 'kZ3v9QmT7xWc2LpR8sYd4HnB6jGf1UaE';
export const BOOTSTRAP: Bootstrap = { adminKey: ADMIN_KEY, planYear: 2022, workspaceName: '测试区' };

/** Rates that nothing exceeds. */
const yes = (): Promise<boolean> => Promise.resolve(true);
const UNLIMITED: Rates = { credential: yes, address: yes, wrongKey: yes, isBlocked: () => false };

export interface Reply<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** One isolate of the worker over the test's database. Several of them are several isolates: they share nothing but it. */
export interface Server {
  send(path: string, init?: RequestInit & { readonly key?: string | null; readonly host?: string }): Promise<Response>;
  get<Body>(path: string, key?: string): Promise<Reply<Body>>;
  refused(path: string, init?: RequestInit & { readonly key?: string | null; readonly host?: string }): Promise<Reply<ProblemDocument>>;
  /** Puts a plan in force over the version seen; throws when it is refused. */
  putPlan(seen: number, draft: PlanDraft, key?: string): Promise<Plan>;
  push(body: Partial<PushRequest>, options?: { readonly register?: string; readonly key?: string }): Promise<PushAnswer>;
  delete(body: Partial<DeleteRequest>, key?: string): Promise<DeleteAnswer>;
  readonly lines: readonly Readonly<Record<string, unknown>>[];
}

async function replyOf<Body>(response: Response): Promise<Reply<Body>> {
  return { status: response.status, headers: response.headers, body: await response.json<Body>() };
}

export function startServer(overrides: Partial<Deps> = {}): Server {
  const lines: Readonly<Record<string, unknown>>[] = [];
  const app = createApp({
    store: d1Store(env.DB),
    trend: trendStore(env.DB),
    history: historyStore(env.DB),
    audit: auditStore(env.DB),
    export: exportStore(env.DB),
    members: memberStore(env.DB),
    entra: null,
    calendar: chinaCalendar(),
    now: () => new Date(),
    version: 'test',
    bootstrap: BOOTSTRAP,
    allowedOrigins: [],
    rates: UNLIMITED,
    log: (line) => lines.push(line),
    ...overrides,
  });
  const send: Server['send'] = async (path, { key = ADMIN_KEY, host = 'taizhang.example', ...init } = {}) => {
    const headers = new Headers(init.headers);
    if (key !== null) headers.set('Authorization', `Bearer ${key}`);
    return app.fetch(new Request(`https://${host}${path}`, { ...init, headers }));
  };
  const post = async <Answer>(path: string, key: string, body: unknown): Promise<Answer> => {
    const response = await send(path, { key, method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
    if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
    return response.json<Answer>();
  };
  return {
    send,
    lines,
    get: async <Body>(path: string, key: string = ADMIN_KEY) => replyOf<Body>(await send(path, { key })),
    refused: async (path, init) => replyOf<ProblemDocument>(await send(path, init)),
    async putPlan(seen, draft, key = ADMIN_KEY) {
      const response = await send('/v1/plan', {
        key,
        method: 'PUT',
        headers: { 'Content-Type': 'application/json', 'If-Match': `"${seen}"` },
        body: JSON.stringify(draft),
      });
      if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
      return response.json<Plan>();
    },
    async push(body, { register = 'measures', key = ADMIN_KEY } = {}) {
      return post(`/v1/registers/${register}/push`, key, { base: 0, asOf: '2022-06-30', request: ulid(), columns: [], rows: [], ...body });
    },
    async delete(body, key = ADMIN_KEY) {
      return post('/v1/registers/measures/delete', key, { base: 0, request: ulid(), ids: [], ...body });
    },
  };
}

/** The default plan of a year as it is written, before it is made a version. */
export function draftOf(year: number): PlanDraft {
  const { version: _version, ...draft } = defaultPlan(year);
  return draft;
}

/** Adds an access key to the only workspace, straight into the database; the key is its name padded to strength. */
export async function addKey(role: 'assessor' | 'clerk' | 'viewer', unit: string | null, expiresAt: string | null = null): Promise<string> {
  const key = `${ulid()}${ulid()}`;
  await env.DB.prepare(
    `INSERT INTO access_key (id, workspace, name, role, unit, hash, created_at, expires_at)
     SELECT ?1, id, ?2, ?2, ?3, ?4, '2022-01-01T00:00:00.000Z', ?5 FROM workspace`,
  )
    .bind(ulid(), role, unit, await hashOf(key), expiresAt)
    .run();
  return key;
}

/** Locks the responsibility list of the only workspace, straight into the database. */
export async function lockList(day: string): Promise<void> {
  await env.DB.prepare("UPDATE plan SET content = json_set(content, '$.listLockedOn', ?1)").bind(day).run();
}

/** The rows of a table, for what must (not) have been written. */
export async function countOf(
  table: 'entry' | 'entry_version' | 'plan' | 'revision' | 'workspace' | 'access_key' | 'snapshot' | 'lost_request' | 'order_place',
): Promise<number> {
  const row = await env.DB.prepare(`SELECT count(*) AS count FROM ${table}`).first<{ count: number }>();
  return row?.count ?? 0;
}

export const columns = ['id', 'unit', 'title', 'due', 'status', 'progress', 'completedOn'];

/** A row of `columns`, with an id of its own unless given. */
export function measure(cells: { id?: string; unit?: Cell; title?: Cell; due?: Cell; status?: Cell; progress?: Cell; completedOn?: Cell }): Cell[] {
  const { id = ulid(), unit = '区发改委', title = '推进项目', due = null, status = null, progress = null, completedOn = null } = cells;
  return [id, unit, title, due, status, progress, completedOn];
}

/** The test's database, with the rows written as D1 bills them added up. */
export function meteredDb(): { readonly db: D1Database; readonly rowsWritten: () => number } {
  let rows = 0;
  const db = new Proxy(env.DB, {
    get(target, name) {
      if (name !== 'batch') return Reflect.get(target, name).bind(target) as unknown;
      return async (statements: D1PreparedStatement[]) => {
        const results = await target.batch(statements);
        for (const { meta } of results) rows += meta.rows_written;
        return results;
      };
    },
  });
  return { db, rowsWritten: () => rows };
}
