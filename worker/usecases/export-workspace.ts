import { EXPORT_FORMAT, type ExportLine } from '../../shared/audit/export-line.ts';
import { lineDigest } from '../../shared/audit/line-digest.ts';
import { hashOf } from '../auth/keys.ts';
import type { Principal } from '../auth/principal.ts';
import { requireRole } from '../auth/scope.ts';
import type { Deps } from '../deps.ts';

/**
 * Everything of a workspace, line by line, without line breaks: its settings, plan versions, keys (as hashes), draws, snapshots, and the whole
 * history up to the revision that is the last when it begins. The same data give the same lines, whenever and wherever.
 */
export function exportWorkspace(deps: Deps, principal: Principal): AsyncIterable<string> {
  requireRole(principal, 'admin');
  return linesOf(deps, principal.workspace.id);
}

async function* linesOf(deps: Deps, id: string): AsyncIterable<string> {
  const { head: revision, hash } = await deps.store.read(id);
  const before = lineDigest(hashOf);
  let lines = 0;
  const taken = async (line: ExportLine): Promise<string> => {
    const text = JSON.stringify(line);
    lines += 1;
    await before.add(text);
    return text;
  };
  yield taken({ format: EXPORT_FORMAT });
  for await (const line of deps.export.rows(id)) yield taken(line);
  for await (const line of deps.export.history(id, revision)) yield taken(line);
  yield JSON.stringify({ end: { lines: lines + 1, head: { revision, hash }, digest: await before.end() } } satisfies ExportLine);
}
