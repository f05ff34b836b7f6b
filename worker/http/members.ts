import type { Hono } from 'hono';
import { endpoints } from '../../shared/contract/endpoints/index.ts';
import type { SignInAnswer } from '../../shared/contract/members.ts';
import type { Deps } from '../deps.ts';
import { listMembers } from '../usecases/access/list-members.ts';
import { putMember } from '../usecases/access/put-member.ts';
import { removeMember } from '../usecases/access/remove-member.ts';
import type { HonoEnv } from './context.ts';
import { guarded } from './route.ts';

export function memberRoutes(app: Hono<HonoEnv>, deps: Deps): void {
  app.get(endpoints.signIn.path, (c) => {
    c.set('route', endpoints.signIn.path);
    const answer: SignInAnswer = { entra: deps.entra?.offer ?? null };
    return c.json(answer);
  });

  guarded(app, deps, endpoints.members, ({ principal }) => listMembers(deps, principal));

  guarded(app, deps, endpoints.putMember, async ({ principal, params, readBody, note }) => {
    note({ member: params.object });
    return putMember(deps, principal, params, readBody);
  });

  guarded(app, deps, endpoints.removeMember, async ({ principal, params, note }) => {
    note({ member: params.object });
    return removeMember(deps, principal, params);
  });
}
