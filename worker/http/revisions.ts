import type { Hono } from 'hono';
import { endpoints } from '../../shared/contract/endpoints/index.ts';
import type { RevisionView } from '../../shared/contract/revisions.ts';
import type { Content } from '../../shared/ledger/entry.ts';
import type { Deps } from '../deps.ts';
import { listRevisions, type SeenRevision } from '../usecases/history/list-revisions.ts';
import { revertRevision } from '../usecases/history/revert-revision.ts';
import { showHistory } from '../usecases/history/show-history.ts';
import { showRevision } from '../usecases/history/show-revision.ts';
import type { HonoEnv } from './context.ts';
import { registerNamed } from './register-param.ts';
import { guarded } from './route.ts';

export function revisionRoutes(app: Hono<HonoEnv>, deps: Deps): void {
  guarded(app, deps, endpoints.history, async ({ principal, params }) => {
    const register = registerNamed(params.register);
    const versions = await showHistory(deps, principal, register, params.id);
    return {
      id: params.id,
      register: register.id,
      versions: versions.map(({ revision: { number, kind, by, madeBy, at }, change, changes }) => ({
        revision: number,
        kind,
        change,
        by,
        madeBy,
        at,
        changes,
      })),
    };
  });

  guarded(app, deps, endpoints.revisions, async ({ principal, query }) => {
    const { head, revisions, next } = await listRevisions(deps, principal, query);
    return { head, revisions: revisions.map(viewOf), next };
  });

  guarded(app, deps, endpoints.revision, async ({ principal, params, query }) => {
    const { revision, entries, next } = await showRevision(deps, principal, { ...params, ...query });
    return {
      ...viewOf(revision),
      entries: entries.map(({ id, content, change, changes }) => ({ id, unit: textOf(content['unit']), title: titleOf(content), change, changes })),
      next,
    };
  });

  guarded(app, deps, endpoints.revert, async ({ principal, params, note }) => {
    const { revision, reverts, already, counts, left } = await revertRevision(deps, principal, params.revision);
    note({ revision, reverts, counts });
    return {
      revision,
      reverts,
      already,
      counts: { ...counts, left: left.length },
      left: left.map(({ entry, reason, isTold, author }) => ({
        id: entry.id,
        title: isTold ? titleOf(entry.content) : null,
        reason,
        revision: isTold ? entry.revision : null,
        by: author?.by ?? '',
        at: author?.at ?? '',
      })),
    };
  });
}

function viewOf({
  number,
  kind,
  register,
  push,
  by,
  madeBy,
  at,
  asOf,
  inserted,
  updated,
  deleted,
  reverts,
  revertedBy,
  mayRevert,
}: SeenRevision): RevisionView {
  return { revision: number, kind, register, push, by, madeBy, at, asOf, counts: { inserted, updated, deleted }, reverts, revertedBy, mayRevert };
}

/** What people call an entry: its title, or a unit's name. */
function titleOf(content: Content): string | null {
  return textOf(content['title'] ?? content['name']);
}

function textOf(value: string | number | undefined): string | null {
  return value === undefined ? null : String(value);
}
