import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { Endpoint } from '../../shared/contract/endpoints/endpoint.ts';
import { endpoints } from '../../shared/contract/endpoints/index.ts';
import type { Role } from '../../shared/contract/primitives.ts';
import { d1Store } from '../../worker/store/d1.ts';
import { historyStore } from '../../worker/store/history.ts';
import { memberStore } from '../../worker/store/members.ts';
import { rows, type Aim, type Relation, type Row } from './matrix/rows.ts';
import { startServer } from './support/server.ts';
import { actors, seedWorld, SIGN_IN, stranger, targets, type Actor, type Target, type World } from './matrix/world.ts';

const roleOf: Readonly<Partial<Record<Actor, Role>>> = {
  viewer: 'viewer',
  clerkA: 'clerk',
  clerkB: 'clerk',
  assessor: 'assessor',
  admin: 'admin',
  otherAdmin: 'admin',
};

function relationOf(actor: Actor, target: Target): Relation {
  if (actor === 'otherAdmin') return target === 'otherWorkspace' ? 'own' : 'otherWorkspace';
  if (target === 'otherWorkspace') return 'otherWorkspace';
  return (actor === 'clerkA' && target === 'unitB') || (actor === 'clerkB' && target === 'unitA') ? 'otherUnit' : 'own';
}

function expectedStatus({ roles }: Endpoint, { status, except }: Row, actor: Actor, relation: Relation): number {
  if (roles === null) return typeof status === 'number' ? status : status.own;
  if (stranger.has(actor)) return 401;
  const role = roleOf[actor];
  if (role === undefined || !roles.includes(role)) return 403;
  const expected = typeof status === 'number' ? status : status[relation];
  return relation === 'own' || typeof status === 'number' ? (except?.[actor] ?? expected) : expected;
}

/** Every way an endpoint is asked. */
function everyRow(): (readonly [Endpoint, Row])[] {
  return (Object.values(endpoints) as readonly Endpoint[]).flatMap((endpoint) => {
    const row = rows[endpoint.id];
    return [row, row?.also].flatMap((one) => (one === undefined ? [] : [[endpoint, one] as const]));
  });
}

/** What must not stand in an answer to an actor, but for what the request itself said. */
function foreignTexts({ units, own, other }: World, actor: Actor): string[] {
  const { unitA, unitB, otherWorkspace } = units;
  const textsOf = ({ secret, ids, scoreOfADay }: typeof unitA): string[] => [secret, ...ids, String(scoreOfADay)];
  const ours = [own.id, own.name, own.draw, unitA.name, unitB.name];
  const theirs = [...textsOf(otherWorkspace), otherWorkspace.name, other.id, other.name, other.draw];
  if (stranger.has(actor)) return [...textsOf(unitA), ...textsOf(unitB), ...ours, ...theirs];
  if (actor === 'otherAdmin') return [...textsOf(unitA), ...textsOf(unitB), ...ours];
  if (actor === 'clerkA') return [...textsOf(unitB), own.draw, ...theirs];
  return actor === 'clerkB' ? [...textsOf(unitA), own.draw, ...theirs] : theirs;
}

/** What requests change, all together. */
async function stored(): Promise<string> {
  const tables = [
    'revision',
    'entry',
    'entry_version',
    'plan',
    'workspace',
    'access_key',
    'draw',
    'draw_party',
    'order_place',
    'member',
    'account',
    'snapshot',
    'lost_request',
  ];
  const counts = tables.map((table) => `(SELECT count(*) FROM ${table})`).join(", '-', ");
  const row = await env.DB.prepare(
    `SELECT concat(${counts}) AS counts, (SELECT sum(revision) FROM entry) AS revisions, (SELECT count(*) FROM access_key WHERE revoked_at IS NULL) AS live,
      (SELECT group_concat(state) FROM draw) AS states, (SELECT count(commitment) FROM draw_party) AS commitments`,
  ).first();
  return JSON.stringify(row);
}

interface Asked {
  readonly status: number;
  /** Status line, headers and body, without what differs from request to request, and without the words of the request itself. */
  readonly told: string;
  readonly requestText: string;
}

async function ask(endpoint: Endpoint, row: Row, aim: Aim): Promise<Asked & { readonly changed: boolean }> {
  const { path, body, headers } = await row.request(aim);
  const isRead = endpoint.method === 'GET' && endpoint.id !== 'order'; // an order keeps the number of its unit
  const before = isRead ? '' : await stored();
  const response = await aim.world.server.send(path, {
    key: aim.world.keys[aim.actor],
    method: endpoint.method,
    headers: { ...headers, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const told = `${JSON.stringify([...response.headers])}\n${await response.text()}`.replaceAll(response.headers.get('X-Request-Id') ?? '–', '');
  const changed = !isRead && before !== (await stored());
  return { status: response.status, told, requestText: `${decodeURIComponent(path)} ${JSON.stringify(body ?? null)}`, changed };
}

/** An answer without the words that it repeats from its request. */
function withoutEcho({ told, requestText }: Asked): string {
  const words = new Set(requestText.match(/[\p{L}\p{N}-]+/gu));
  return told.replace(/[\p{L}\p{N}-]+/gu, (word) => (words.has(word) ? '…' : word));
}

test('every endpoint has a row in the matrix', () => {
  expect(Object.keys(rows).toSorted()).toEqual(
    Object.values(endpoints)
      .map(({ id }) => id)
      .toSorted(),
  );
});

test('every credential gets from every endpoint what it may, and not a byte of what is not its own', { timeout: 180_000 }, async () => {
  const world = await seedWorld();
  const wrong: string[] = [];
  const seen = { cells: 0, unchanged: 0, searched: 0, ownSecrets: 0 };
  for (const [endpoint, row] of everyRow()) {
    for (const actor of actors) {
      for (const target of targets) {
        const relation = relationOf(actor, target);
        const there = target === 'otherWorkspace' ? world.other : world.own;
        const asked = await ask(endpoint, row, { world, actor, target, relation, there, isAbsent: false });
        const cell = `${endpoint.id} × ${actor} × ${target}`;
        const expected = expectedStatus(endpoint, row, actor, relation);
        seen.cells += 1;
        if (asked.status !== expected) wrong.push(`${cell}: ${asked.status} instead of ${expected}: ${asked.told.slice(-300)}`);
        if (asked.status >= 400 || relation !== 'own') {
          if (typeof row.status !== 'number' || asked.status >= 400) {
            seen.unchanged += 1;
            if (asked.changed) wrong.push(`${cell}: something was written`);
          }
        }
        for (const text of foreignTexts(world, actor)) {
          if (asked.requestText.includes(text)) continue;
          seen.searched += 1;
          if (asked.told.includes(text)) wrong.push(`${cell}: tells “${text}”: ${asked.told.slice(0, 300)}`);
        }
        const { secret } = world.units[target];
        if (relation === 'own' && asked.told.includes(secret)) seen.ownSecrets += 1;
      }
    }
  }
  console.log(
    `authorization matrix: ${Object.keys(rows).length} endpoints × ${actors.length} credentials × ${targets.length} targets = ${seen.cells} cells; ` +
      `${seen.searched} searches for foreign bytes, ${seen.unchanged} refusals found to have written nothing, ${wrong.length} wrong; own secrets were told ${seen.ownSecrets} times`,
  );
  expect(wrong).toEqual([]);
  expect(seen.ownSecrets).toBeGreaterThan(50); // the search finds what is there
});

test('what is forbidden answers as what is absent: the same bytes after the same queries', { timeout: 60_000 }, async () => {
  const { server: _server, ...rest } = await seedWorld();
  let queries = 0;
  const db = new Proxy(env.DB, {
    get(target, name) {
      if (name === 'prepare') queries += 1;
      return Reflect.get(target, name).bind(target) as unknown;
    },
  });
  const world = { ...rest, server: startServer({ store: d1Store(db), history: historyStore(db), members: memberStore(db), entra: SIGN_IN }) };
  let compared = 0;
  for (const [endpoint, row] of everyRow()) {
    if (typeof row.status === 'number' || row.status.otherUnit !== 404) continue;
    for (const [actor, target] of [
      ['clerkA', 'unitB'],
      ['clerkA', 'otherWorkspace'],
      ['admin', 'otherWorkspace'],
      ['otherAdmin', 'unitA'],
    ] as const) {
      if (expectedStatus(endpoint, row, actor, relationOf(actor, target)) !== 404) continue;
      const aim = { world, actor, target, relation: relationOf(actor, target), there: target === 'otherWorkspace' ? world.other : world.own };
      const counted = async (isAbsent: boolean): Promise<{ told: string; queries: number }> => {
        const { path, body, headers } = await row.request({ ...aim, isAbsent });
        await world.server.send('/v1/me', { key: world.keys[actor] });
        queries = 0;
        const response = await world.server.send(path, {
          key: world.keys[actor],
          method: endpoint.method,
          headers: { ...headers, 'Content-Type': 'application/json' },
          ...(endpoint.method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
        });
        const after = queries;
        const told = `${JSON.stringify([...response.headers])}\n${await response.text()}`.replaceAll(response.headers.get('X-Request-Id') ?? '–', '');
        return { told: withoutEcho({ status: response.status, told, requestText: decodeURIComponent(path) }), queries: after };
      };
      const [forbidden, absent] = [await counted(false), await counted(true)];
      expect({ endpoint: endpoint.id, actor, target, ...forbidden }).toEqual({ endpoint: endpoint.id, actor, target, ...absent });
      compared += 1;
    }
  }
  console.log(`${compared} things that are forbidden answered as things that are absent`);
  expect(compared).toBeGreaterThan(15);
});
