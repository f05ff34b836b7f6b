import type { Content, EntryMemory } from '../../shared/ledger/entry.ts';
import type { RegisterId } from '../../shared/registers/index.ts';
import type { Plan } from '../../shared/scoring/plan.ts';
import type { Version } from '../../shared/sync/outcome.ts';
import type { PlanVersion, StoredEntry } from './port.ts';

/** Who made the revision `r`, by name; whoever has none by what stands as the principal. */
export const AUTHOR_OF_REVISION = 'coalesce((SELECT a.name FROM author a WHERE a.workspace = r.workspace AND a.id = r.principal), r.principal)';

/** Rows as the database gives them. What they hold was checked when it was written, so it is taken at its word. */
export interface EntryRow {
  id: string;
  register: RegisterId;
  revision: number;
  deleted: number;
  content: string;
  memory: string;
}

export interface HeadRow {
  head: number;
  hash: string | null;
  remembered: string | null;
}

export interface PlanRow {
  content: string;
}

export interface PlanVersionRow extends PlanRow {
  created_at: string;
  principal: string | null;
  by: string | null;
}

export interface OwnRow {
  number: number;
  is_repeat: number;
  is_same: number;
}

export interface VersionRow {
  id: string;
  revision: number;
  deleted: number;
  content: string;
}

export interface AuthorRow {
  number: number;
  author: string;
  at: string;
}

const NO_MEMORY: EntryMemory = {};

export function entryOf(row: EntryRow): StoredEntry {
  const memory = row.memory === '{}' ? NO_MEMORY : (JSON.parse(row.memory) as EntryMemory);
  return { id: row.id, register: row.register, revision: row.revision, isDeleted: row.deleted === 1, content: JSON.parse(row.content) as Content, memory };
}

export function versionOf({ content, revision, deleted }: VersionRow): Version {
  return { content: JSON.parse(content) as Content, revision, isDeleted: deleted === 1 };
}

export function planOf(row: PlanRow): Plan {
  return JSON.parse(row.content) as Plan;
}

export function planVersionOf(row: PlanVersionRow): PlanVersion {
  return { plan: planOf(row), at: row.created_at, principal: row.principal, by: row.by };
}
