import { openDatabase } from '../../support/runtime.ts';

/** A version that the server keeps of an entry. */
export interface Version {
  readonly id: string;
  readonly revision: number;
  /** As JSON; of a deletion the last one. */
  readonly content: string;
  readonly deleted: number;
  /** The request that made it. */
  readonly request: string;
}

/** Every version of a workspace, oldest first. */
export async function historyOf(dataDir: string, workspace: string): Promise<readonly Version[]> {
  const database = await openDatabase(dataDir);
  const rows = database
    .prepare(
      'SELECT v.id, v.revision, v.content, v.deleted, r.request FROM version v JOIN revision r ON r.workspace = v.workspace AND r.number = v.revision WHERE v.workspace = ? ORDER BY v.revision, v.id',
    )
    .all(workspace);
  database.close();
  return rows as unknown as Version[];
}

/** What a version holds of what the clerks change; null of a deletion. */
export function held({ content, deleted }: Version): string | null {
  if (deleted === 1) return null;
  const { title, progress = null } = JSON.parse(content) as Record<string, unknown>;
  return JSON.stringify([title, progress]);
}
