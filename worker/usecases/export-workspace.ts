import { EXPORT_FORMAT, type ExportLine } from '../../shared/audit/export.ts';
import type { Principal } from '../auth/principal.ts';
import { requireRole } from '../auth/scope.ts';
import type { Deps } from '../deps.ts';

/**
 * Everything of a workspace, line by line: its settings, plan versions, keys (as hashes), draws, snapshots, and the whole
 * history up to the revision that is the last when it begins. The same data give the same lines, whenever and wherever.
 */
export function exportWorkspace(deps: Deps, principal: Principal): AsyncIterable<ExportLine> {
  requireRole(principal, 'admin');
  return linesOf(deps, principal.workspace.id);
}

async function* linesOf(deps: Deps, id: string): AsyncIterable<ExportLine> {
  const { head, hash } = await deps.store.read(id);
  let lines = 1;
  yield { format: EXPORT_FORMAT };
  for await (const line of deps.export.rows(id)) {
    lines += 1;
    yield line;
  }
  for await (const line of deps.export.history(id, head)) {
    lines += 1;
    yield line;
  }
  yield { end: { lines: lines + 1, head: { revision: head, hash } } };
}
