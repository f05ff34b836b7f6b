import type { Hono } from 'hono';
import { endpoints } from '../../shared/contract/endpoints/index.ts';
import type { Deps } from '../deps.ts';
import { deleteEntries } from '../usecases/delete-entries.ts';
import { pushEntries } from '../usecases/push-entries.ts';
import type { HonoEnv } from './context.ts';
import { conflictsOf, incomingOf } from './others.ts';
import { registerNamed } from './register-param.ts';
import { guarded } from './route.ts';
import { unitScoreOf } from './scores.ts';
import { countsOf, outcomeColumns, verdictColumns } from '../../shared/contract/words.ts';

export function pushRoutes(app: Hono<HonoEnv>, deps: Deps): void {
  guarded(app, deps, endpoints.push, async ({ principal, params, readBody, language, note }) => {
    const register = registerNamed(params.register);
    const result = await pushEntries(deps, principal, register, readBody);
    const counts = countsOf(result.rows);
    note({ register: params.register, revision: result.revision, counts });
    return {
      revision: result.revision,
      asOf: result.asOf,
      counts,
      rows: { ...outcomeColumns(result.rows, language), ...verdictColumns(result.verdicts, language) },
      incoming: incomingOf(register, result),
      conflicts: conflictsOf(result),
      units: result.units.map(unitScoreOf),
      newUnits: result.newUnits,
      provisional: result.provisional,
    };
  });

  guarded(app, deps, endpoints.deleteEntries, async ({ principal, params, readBody, language, note }) => {
    const { revision, rows, ...others } = await deleteEntries(deps, principal, registerNamed(params.register), readBody);
    const counts = countsOf(rows);
    note({ register: params.register, revision, counts });
    return {
      revision,
      counts,
      rows: outcomeColumns(rows, language),
      conflicts: conflictsOf(others),
    };
  });
}
