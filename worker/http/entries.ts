import type { Hono } from 'hono';
import { endpoints } from '../../shared/contract/endpoints/index.ts';
import type { Deps } from '../deps.ts';
import { listEntries } from '../usecases/list-entries.ts';
import { listOverdue } from '../usecases/list-overdue.ts';
import type { HonoEnv } from './context.ts';
import { registerNamed } from './register-param.ts';
import { guarded } from './route.ts';
import { verdictColumns } from '../../shared/contract/words.ts';

export function entryRoutes(app: Hono<HonoEnv>, deps: Deps): void {
  guarded(app, deps, endpoints.entries, async ({ principal, params, query, language }) => {
    const register = registerNamed(params.register);
    const { revision, asOf, entries, deleted, next } = await listEntries(deps, principal, { ...query, register });
    const fields = register.fields.map(({ id }) => id);
    return {
      revision,
      asOf,
      columns: ['id', ...fields],
      rows: entries.map(({ entry }) => [entry.id, ...fields.map((field) => entry.content[field] ?? null)]),
      revisions: entries.map(({ entry }) => entry.revision),
      memories: entries.map(({ entry }) => ({ ...entry.memory })),
      verdicts: verdictColumns(
        entries.map(({ verdict }) => verdict),
        language,
      ),
      deleted,
      next,
    };
  });

  guarded(app, deps, endpoints.overdue, async ({ principal, query }) => {
    const { assessment, within, entries } = await listOverdue(deps, principal, query);
    return {
      asOf: assessment.asOf,
      revision: assessment.revision,
      within,
      entries: entries.map(({ entry: { id, register, content }, verdict: { flag, card }, lead, co, due, daysLeft }) => ({
        id,
        register,
        unit: lead,
        coUnits: co,
        title: String(content['title'] ?? ''),
        leader: textOf(content['leader']),
        wording: String(content['due'] ?? ''),
        due,
        daysLeft,
        flag,
        card,
        progress: typeof content['progress'] === 'number' ? content['progress'] : null,
      })),
    };
  });
}

function textOf(value: string | number | undefined): string | null {
  return value === undefined ? null : String(value);
}
