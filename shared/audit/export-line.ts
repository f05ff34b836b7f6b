import type { Head, Link } from './chain.ts';
import type { VersionRecord } from './revision-text.ts';

/** What the first line says of the file. */
export const EXPORT_FORMAT = 'taizhang-export/2';

/** A value of a database's column. */
type Value = string | number | null;
export type ExportRow = Readonly<Record<string, Value>>;

/** The tables beside the history, in the order in which they stand in an export: one that another refers to comes first. */
export const plainTables = [
  'workspace',
  'plan',
  'access_key',
  'member',
  'account',
  'draw',
  'draw_item',
  'draw_party',
  'order_place',
  'snapshot',
  'lost_request',
] as const;
export type PlainTable = (typeof plainTables)[number];

/** A row of a table; `version` is the view that is the whole history of entries. */
export interface TableLine {
  readonly table: PlainTable | 'revision' | 'version';
  readonly row: ExportRow;
}

/**
 * One line of an export: JSON, the tables in their order, the rows of each in order of its key. Every revision stands
 * before the versions of entries that it wrote. The last line tells that it is whole: how many lines there are, and their digest (`lineDigest`).
 */
export type ExportLine =
  | { readonly format: typeof EXPORT_FORMAT }
  | TableLine
  | { readonly end: { readonly lines: number; readonly head: Head; readonly digest: string } };

/** A revision as a row of an export. */
export function revisionLine(link: Link): TableLine {
  const { workspace, number, kind, register, request, push, principal, madeBy, at, asOf, inserted, updated, deleted, hash, reverts, ids } = link;
  const columns = { workspace, number, kind, register, request, push, principal, made_by: madeBy, at, as_of: asOf, inserted, updated, deleted, hash };
  return { table: 'revision', row: { ...columns, reverts: JSON.stringify(reverts), ids: JSON.stringify(ids) } };
}

/** A version that a revision wrote as a row of an export. */
export function versionLine({ workspace, number }: Pick<Link, 'workspace' | 'number'>, { id, register, deleted, content, memory }: VersionRecord): TableLine {
  return { table: 'version', row: { workspace, id, revision: number, register, deleted, content, memory } };
}

const linkTexts = ['workspace', 'kind', 'register', 'request', 'principal', 'at', 'as_of', 'hash', 'reverts', 'ids'] as const;
const linkNumbers = ['number', 'inserted', 'updated', 'deleted'] as const;
const versionTexts = ['id', 'register', 'content', 'memory'] as const;

/** The revision whose line a text is; null when it is none, to the letter. */
export function linkOf(row: ExportRow, text: string): Link | null {
  const { as_of: asOf, reverts, ids, push, made_by: madeBy, ...columns } = row;
  const isTyped =
    areOf('string', row, linkTexts) && areOf('number', row, linkNumbers) && [push, madeBy].every((value) => value === null || typeof value === 'string');
  if (!isTyped) return null;
  const link = { ...columns, push, madeBy, asOf, reverts: listOf(reverts), ids: listOf(ids) } as unknown as Link;
  return JSON.stringify(revisionLine(link)) === text ? link : null;
}

/** The version whose line a text is, written by a revision; null when it is none, to the letter. */
export function versionOf(row: ExportRow, by: Pick<Link, 'workspace' | 'number'>, text: string): VersionRecord | null {
  if (!areOf('string', row, versionTexts) || !areOf('number', row, ['deleted'])) return null;
  const { id, register, deleted, content, memory } = row;
  const version = { id, register, deleted, content, memory } as unknown as VersionRecord;
  return JSON.stringify(versionLine(by, version)) === text ? version : null;
}

function areOf(kind: 'string' | 'number', row: ExportRow, columns: readonly string[]): boolean {
  return columns.every((column) => typeof row[column] === kind);
}

/** A line as it was read, by what it has; null when it is none, or not written the way an export writes it, such as with a name given twice. */
export function lineOf(text: string): ExportLine | null {
  try {
    const line: unknown = JSON.parse(text);
    if (typeof line !== 'object' || line === null || JSON.stringify(line) !== text) return null;
    if ('format' in line) return line as ExportLine;
    if ('end' in line) return line as ExportLine;
    const isRow = 'table' in line && typeof line.table === 'string' && 'row' in line && typeof line.row === 'object' && line.row !== null;
    return isRow ? (line as ExportLine) : null;
  } catch {
    return null;
  }
}

/** A JSON list; what is none is a list that cannot be what was hashed. */
function listOf(text: Value | undefined): unknown[] {
  try {
    const list: unknown = JSON.parse(String(text));
    return Array.isArray(list) ? list : [list];
  } catch {
    return [text];
  }
}
