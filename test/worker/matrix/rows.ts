import type { Plan } from '../../../shared/scoring/plan.ts';
import { TENANT } from '../support/issuer.ts';
import { draftOf, ulid } from '../support/server.ts';
import { newDraw, newKey, newMember, type Actor, type SeededWorkspace, type Target, type World } from './world.ts';

/** How what is asked for stands to who asks. */
export type Relation = 'own' | 'otherUnit' | 'otherWorkspace';

/** What a cell of the matrix is about. */
export interface Aim {
  readonly world: World;
  readonly actor: Actor;
  readonly target: Target;
  readonly relation: Relation;
  /** The workspace the target is in. */
  readonly there: SeededWorkspace;
  /** Whether the same is to be asked of something that is not there at all. */
  readonly isAbsent: boolean;
}

export interface Request {
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How an endpoint is asked, and what it answers to a role that it is for. */
export interface Row {
  readonly request: (aim: Aim) => Request | Promise<Request>;
  /** By relation; one number: whatever the target, for it is about the asker's own workspace. */
  readonly status: number | Readonly<Record<Relation, number>>;
  /** Of single actors, where they differ. */
  readonly except?: Partial<Readonly<Record<Actor, number>>>;
  /** The same endpoint asked for something else. */
  readonly also?: Row;
}

const hidden = (own: number): Record<Relation, number> => ({ own, otherUnit: 404, otherWorkspace: 404 });
const get = (path: string): Row => ({ request: () => ({ path }), status: 200 });
const unitOf = ({ world, target, isAbsent }: Aim): string => encodeURIComponent(isAbsent ? '无此局' : world.units[target].name);
const measureOf = ({ world, target, isAbsent }: Aim): string => (isAbsent ? '01G00000000000000000000000' : world.units[target].measure);
const askersPlan = async ({ world, actor }: Aim): Promise<string> => {
  const { headers } = await world.server.get<Plan>('/v1/plan', world.keys[actor] ?? '');
  return headers.get('ETag') ?? '"1"';
};
/** A draw of its own for every cell, since a step changes it. */
const drawOf = async ({ world, there, isAbsent }: Aim): Promise<string> => (isAbsent ? ulid() : newDraw(world.server, there.adminKey));

/** A row for every endpoint of the table, by its id. */
export const rows: Readonly<Record<string, Row>> = {
  health: get('/v1/health'),
  me: get('/v1/me'),
  registers: get('/v1/registers'),
  plan: get('/v1/plan?asOf=2022-06-30'),
  planVersions: get('/v1/plan/versions'),
  changePlan: { request: async (aim) => ({ path: '/v1/plan', headers: { 'If-Match': await askersPlan(aim) }, body: draftOf(2022) }), status: 200 },
  replayPlan: { request: () => ({ path: '/v1/plan/replay', body: { asOf: '2022-06-30', plan: draftOf(2022) } }), status: 200 },

  keys: get('/v1/keys'),
  createKey: { request: () => ({ path: '/v1/keys', body: { name: 'made in a cell', role: 'viewer' } }), status: 201 },
  revokeKey: {
    request: async ({ world, there, isAbsent }) => ({
      path: `/v1/keys/${isAbsent ? ulid() : (await newKey(world.server, there.adminKey, { name: 'to go', role: 'viewer' })).id}`,
    }),
    status: hidden(200),
  },
  createWorkspace: { request: () => ({ path: '/v1/workspaces', body: { name: 'made in a cell' } }), status: 201, except: { otherAdmin: 403 } },

  signIn: get('/v1/sign-in'),
  members: get('/v1/members'),
  putMember: {
    request: () => ({ path: `/v1/members/${TENANT}/${crypto.randomUUID()}`, body: { kind: 'person', name: 'made in a cell', role: 'viewer' } }),
    status: 200,
  },
  removeMember: {
    request: async ({ world, there, target, isAbsent }) => ({
      path: isAbsent ? `/v1/members/${TENANT}/${crypto.randomUUID()}` : await newMember(world.server, there.adminKey, world.units[target].secret),
    }),
    status: hidden(200),
  },

  push: {
    request: (aim) => ({
      path: '/v1/registers/measures/push',
      body: {
        base: 100_000,
        asOf: '2022-06-30',
        request: ulid(),
        workspace: aim.there.id,
        columns: ['id', 'unit', 'title', 'note'],
        rows: [[measureOf(aim), aim.world.units[aim.target].name, 'pushed in a cell', ulid()]],
        dryRun: aim.relation === 'own',
      },
    }),
    status: { own: 200, otherUnit: 200, otherWorkspace: 409 },
  },
  deleteEntries: {
    request: (aim) => ({
      path: '/v1/registers/measures/delete',
      body: { base: 100_000, request: ulid(), workspace: aim.there.id, ids: [measureOf(aim)], dryRun: aim.relation === 'own' },
    }),
    status: { own: 200, otherUnit: 200, otherWorkspace: 409 },
  },
  entries: {
    request: (aim) => ({ path: `/v1/registers/measures/entries?since=0&asOf=2022-06-30&unit=${unitOf(aim)}` }),
    status: 200,
    also: get('/v1/registers/units/entries?since=0'),
  },
  history: {
    request: (aim) => ({ path: `/v1/registers/measures/entries/${measureOf(aim)}/history` }),
    status: hidden(200),
    also: {
      request: ({ world, target, isAbsent }) => ({ path: `/v1/registers/units/entries/${isAbsent ? ulid() : world.units[target].listed.id}/history` }),
      status: hidden(200),
    },
  },
  revisions: get('/v1/revisions'),
  revision: {
    request: ({ world, target, isAbsent }) => ({ path: `/v1/revisions/${isAbsent ? 777_777 : world.units[target].revision}` }),
    status: hidden(200),
    also: {
      request: ({ world, target, isAbsent }) => ({ path: `/v1/revisions/${isAbsent ? 777_777 : world.units[target].listed.revision}` }),
      status: hidden(200),
    },
  },
  revert: {
    request: async (aim) => ({ path: `/v1/revisions/${await revisionOf(aim)}/revert` }),
    status: hidden(200),
    except: { assessor: 403 },
  },
  verify: get('/v1/audit/verify'),
  export: get('/v1/export'),

  scores: get('/v1/scores?asOf=2022-06-30'),
  trend: { request: (aim) => ({ path: `/v1/scores/trend?from=2022-06-01&to=2022-06-02&unit=${unitOf(aim)}` }), status: 200 },
  receipt: { request: (aim) => ({ path: `/v1/scores/${unitOf(aim)}?asOf=2022-06-30` }), status: hidden(200) },
  overdue: get('/v1/overdue?asOf=2022-06-30&within=3650'),
  rollup: get('/v1/rollup?month=2022-05'),
  bulletin: get('/v1/bulletin?asOf=2022-06-30'),
  order: { request: (aim) => ({ path: `/v1/orders/${unitOf(aim)}?asOf=2022-06-30` }), status: hidden(200) },

  startDraw: {
    request: () => ({ path: '/v1/draws', body: { of: 'measures', asOf: '2022-06-30', sizes: { key: 1, other: 0 }, parties: ['甲方', '乙方'] } }),
    status: 201,
  },
  draws: get('/v1/draws'),
  draw: { request: ({ there, isAbsent }) => ({ path: `/v1/draws/${isAbsent ? ulid() : there.draw}` }), status: hidden(200) },
  commitToDraw: {
    request: async (aim) => ({ path: `/v1/draws/${await drawOf(aim)}/commitments`, body: { party: '甲方', commitment: '0'.repeat(64) } }),
    status: hidden(200),
  },
  revealInDraw: {
    request: async (aim) => ({ path: `/v1/draws/${await drawOf(aim)}/reveals`, body: { party: '甲方', secret: 'a secret of sixteen and more' } }),
    status: hidden(409), // all must commit first
  },
  abandonDraw: { request: async (aim) => ({ path: `/v1/draws/${await drawOf(aim)}/abandon`, body: { reason: '测试' } }), status: hidden(200) },
};

/** A new revision of the target's: by the clerk of the unit in the own workspace, by the admin of the other one. */
async function revisionOf({ world, target, isAbsent, there }: Aim): Promise<number> {
  if (isAbsent) return 777_777;
  const { name, secret } = world.units[target];
  const key = target === 'otherWorkspace' ? there.adminKey : world.keys[target === 'unitA' ? 'clerkA' : 'clerkB'];
  const answer = await world.server.push({ base: 100_000, push: ulid(), columns: ['id', 'unit', 'title'], rows: [[ulid(), name, secret]] }, { key: key ?? '' });
  return answer.revision;
}
