import type { DeleteRequest } from '../../../shared/contract/delete.ts';
import { MAX_PENDING, MAX_ROWS } from '../../../shared/contract/push.ts';
import type { Binding } from '../../excel/port.ts';
import { newId, newRequestId } from '../../work/new-id.ts';
import type { PushOptions } from '../push/push-options.ts';
import { remembered } from '../push/send-remembered.ts';
import type { Decision } from '../push/decisions.ts';

/**
 * Deletes entries whose rows the sheet no longer has, in requests of 5,000 that are one push; one that others changed since the clerk has
 * seen it stays. Resolves to the ids that are gone, also those that were before. Rejects with an `ApiError`; what was deleted until then stays so.
 */
export async function deleteMissing(
  { workbook, api, signal, mostRows = MAX_ROWS }: Pick<PushOptions, 'workbook' | 'api' | 'signal' | 'mostRows'>,
  binding: Binding,
  missing: readonly Decision[],
): Promise<ReadonlySet<string>> {
  const gone = new Set<string>();
  const bodies = requestsOf(binding, missing, mostRows);
  if (bodies.length === 0) return gone;
  const requests = bodies.map(({ request }) => request);
  await remembered(workbook, binding, requests, async (onSend) => {
    for (const body of bodies) {
      onSend(body.request);
      const { rows } = await api.deleteEntries(binding.register, body, signal);
      for (const [at, id] of rows.id.entries()) if (rows.outcome[at] === 'deleted' || rows.outcome[at] === 'unchanged') gone.add(id);
    }
  });
  return gone;
}

function requestsOf({ base, workspace, pending }: Binding, missing: readonly Decision[], mostRows: number): readonly DeleteRequest[] {
  const push = newId();
  return Array.from({ length: Math.ceil(missing.length / mostRows) }, (_, at) => {
    const some = missing.slice(at * mostRows, (at + 1) * mostRows);
    const bases = Object.fromEntries(some.map(({ id, revision }) => [id, revision]));
    return { base, bases, workspace, request: newRequestId(), pending: pending.slice(-MAX_PENDING), push, ids: some.map(({ id }) => id) };
  });
}
