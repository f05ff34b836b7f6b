import type { Digest } from '../text/digest.ts';
import { checkChain, type Broken, type Fault, type Head, type Link } from './chain.ts';
import type { VersionRecord } from './revision-text.ts';

/** What the first line says of the file. */
export const EXPORT_FORMAT = 'taizhang-export/1';

/** A value of a database's column. */
type Value = string | number | null;
export type ExportRow = Readonly<Record<string, Value>>;

/**
 * One line of an export: JSON, the tables in a fixed order, the rows of each in order of its key. Every revision stands
 * before the versions of entries that it wrote, which are rows of the view `version`. The last line tells that it is whole.
 */
export type ExportLine =
  | { readonly format: typeof EXPORT_FORMAT }
  | { readonly table: string; readonly row: ExportRow }
  | { readonly end: { readonly lines: number; readonly head: Head } };

/** What is wrong with an export: a broken revision, or a line that cannot be (`line` counts from 1). */
export type ExportFault =
  | { readonly broken: Broken }
  | { readonly line: number; readonly why: 'notALine' | 'notAnExport' | 'afterTheEnd' | 'noEnd' | 'endDiffers' };

/** Follows an export line by line. */
export interface ExportCheck {
  /** The last revision that stands. */
  readonly head: Head;
  /** Versions of entries met. */
  readonly versions: number;
  /** Checks the next line, without its line break; null when nothing is wrong so far. */
  follow(text: string): Promise<ExportFault | null>;
  /** What is wrong once all lines were followed. */
  end(): Promise<ExportFault | null>;
}

/** A check of an export; `noted` is a head noted down earlier. */
export function checkExport(digest: Digest, noted: Head | null): ExportCheck {
  const chain = checkChain(digest, noted);
  const newest = new Map<string, number>();
  let lines = 0;
  let versions = 0;
  let isWhole = false;
  let open: { readonly link: Link; readonly versions: VersionRecord[] } | null = null;
  const broken = (revision: number, why: Fault): ExportFault => ({ broken: { revision, why } });

  /** Checks the revision whose versions have all been met. */
  async function close(): Promise<ExportFault | null> {
    if (open === null) return null;
    const found = await chain.follow(open.link, open.versions);
    open = null;
    return found === null ? null : { broken: found };
  }

  async function take(line: ExportLine): Promise<ExportFault | null> {
    if ('format' in line) return line.format === EXPORT_FORMAT && lines === 1 ? null : { line: lines, why: 'notAnExport' };
    if (lines === 1) return { line: 1, why: 'notAnExport' };
    if ('end' in line) {
      const fault = await close();
      isWhole = true;
      const agrees = line.end.lines === lines && line.end.head.revision === chain.head.revision && line.end.head.hash === chain.head.hash;
      return fault ?? (agrees ? null : { line: lines, why: 'endDiffers' });
    }
    const { table, row } = line;
    if (table === 'revision') {
      const fault = await close();
      open = { link: linkOf(row), versions: [] };
      return fault;
    }
    if (table !== 'version') return close();
    const [id, revision] = [String(row['id']), Number(row['revision'])];
    if (open === null || open.link.number !== revision) return broken(revision, 'stray');
    if ((newest.get(id) ?? 0) >= revision) return broken(revision, 'misplaced');
    newest.set(id, revision);
    versions += 1;
    open.versions.push(versionOf(row));
    return null;
  }

  return {
    get head() {
      return chain.head;
    },
    get versions() {
      return versions;
    },
    async follow(text) {
      lines += 1;
      if (isWhole) return { line: lines, why: 'afterTheEnd' };
      const line = lineOf(text);
      return line === null ? { line: lines, why: 'notALine' } : take(line);
    },
    async end() {
      const cut = (await close()) ?? (isWhole ? null : { line: lines + 1, why: 'noEnd' as const });
      const missing = chain.end();
      return cut ?? (missing === null ? null : { broken: missing });
    },
  };
}

/** A line as it was read; null when it is none. */
export function lineOf(text: string): ExportLine | null {
  try {
    const line: unknown = JSON.parse(text);
    if (typeof line !== 'object' || line === null) return null;
    if ('format' in line) return line as ExportLine;
    if ('end' in line) return typeof line.end === 'object' && line.end !== null && 'head' in line.end ? (line as ExportLine) : null;
    const isRow = 'table' in line && typeof line.table === 'string' && 'row' in line && typeof line.row === 'object' && line.row !== null;
    return isRow ? (line as ExportLine) : null;
  } catch {
    return null;
  }
}

function linkOf(row: ExportRow): Link {
  const text = (column: string): string => String(row[column]);
  const push = row['push'] ?? null;
  return {
    workspace: text('workspace'),
    number: Number(row['number']),
    kind: text('kind'),
    reverts: listOf(row['reverts']) as number[],
    register: text('register'),
    request: text('request'),
    push: push === null ? null : String(push),
    principal: text('principal'),
    at: text('at'),
    asOf: text('as_of'),
    inserted: Number(row['inserted']),
    updated: Number(row['updated']),
    deleted: Number(row['deleted']),
    hash: text('hash'),
    ids: listOf(row['ids']) as string[],
  };
}

function versionOf(row: ExportRow): VersionRecord {
  const text = (column: string): string => String(row[column]);
  return { id: text('id'), register: text('register'), deleted: Number(row['deleted']), content: text('content'), memory: text('memory') };
}

/** A JSON list; a text that is none is a list that cannot be what was hashed. */
function listOf(text: Value | undefined): unknown[] {
  try {
    const list: unknown = JSON.parse(String(text));
    return Array.isArray(list) ? list : [list];
  } catch {
    return [text];
  }
}
