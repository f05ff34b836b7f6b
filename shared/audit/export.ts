import type { Digest } from '../text/digest.ts';
import { checkChain, type Broken, type Fault, type Head, type Link } from './chain.ts';
import { EXPORT_FORMAT, lineOf, linkOf, plainTables, versionOf, type ExportLine, type TableLine } from './export-line.ts';
import { lineDigest } from './line-digest.ts';
import type { VersionRecord } from './revision-text.ts';

/**
 * What cannot be of a line.
 * - `notALine`: it is none, or has columns or values that no export writes; `notAnExport`: the file does not begin as one.
 * - `outOfOrder`: a row of a table that is unknown or was passed; `otherWorkspace`: a row of another workspace than the first one's.
 * - `afterTheEnd`, `noEnd`: the end is not the end; `endDiffers`: it does not agree with the lines before it.
 */
export const lineFaults = ['notALine', 'notAnExport', 'outOfOrder', 'otherWorkspace', 'afterTheEnd', 'noEnd', 'endDiffers'] as const;
type LineFault = (typeof lineFaults)[number];

const FIRST = JSON.stringify({ format: EXPORT_FORMAT } satisfies ExportLine);

/** What is wrong with an export: a broken revision, or a line that cannot be (`line` counts from 1). */
export type ExportFault = { readonly broken: Broken } | { readonly line: number; readonly why: LineFault };

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
  const all = lineDigest(digest);
  const mayComeNext = orderOfTables();
  const newest = new Map<string, number>();
  let lines = 0;
  let versions = 0;
  let isWhole = false;
  let open: { readonly link: Link; readonly versions: VersionRecord[] } | null = null;
  const broken = (revision: number, why: Fault): ExportFault => ({ broken: { revision, why } });
  const fault = (why: LineFault): ExportFault => ({ line: lines, why });

  /** Checks the revision whose versions have all been met. */
  async function close(): Promise<ExportFault | null> {
    if (open === null) return null;
    const found = await chain.follow(open.link, open.versions);
    open = null;
    return found === null ? null : { broken: found };
  }

  async function takeEnd(text: string): Promise<ExportFault | null> {
    const found = await close();
    isWhole = true;
    const end: ExportLine = { end: { lines, head: chain.head, digest: await all.end() } };
    return found ?? (JSON.stringify(end) === text ? null : fault('endDiffers'));
  }

  function takeVersion(line: TableLine, text: string): ExportFault | null {
    const [id, revision] = [String(line.row['id']), Number(line.row['revision'])];
    if (open === null || open.link.number !== revision) return broken(revision, 'stray');
    const version = versionOf(line.row, open.link, text);
    if (version === null) return fault('notALine');
    if ((newest.get(id) ?? 0) >= revision) return broken(revision, 'misplaced');
    newest.set(id, revision);
    versions += 1;
    open.versions.push(version);
    return null;
  }

  async function take(line: ExportLine, text: string): Promise<ExportFault | null> {
    if (lines === 1 || 'format' in line) return lines === 1 && text === FIRST ? null : fault('notAnExport');
    if ('end' in line) return takeEnd(text);
    const why = mayComeNext(line);
    if (why !== null) return fault(why);
    if (line.table === 'version') return takeVersion(line, text);
    const found = await close();
    if (found !== null || line.table !== 'revision') return found;
    const link = linkOf(line.row, text);
    if (link === null) return fault('notALine');
    open = { link, versions: [] };
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
      if (isWhole) return fault('afterTheEnd');
      const line = lineOf(text);
      if (line === null) return fault('notALine');
      const found = await take(line, text);
      if (found === null && !isWhole) await all.add(text);
      return found;
    },
    async end() {
      const cut = (await close()) ?? (isWhole ? null : { line: lines + 1, why: 'noEnd' as const });
      const missing = chain.end();
      return cut ?? (missing === null ? null : { broken: missing });
    },
  };
}

/** Whether a row may stand where it does: the tables in their order, the one workspace first, and the history, revision by revision, last. */
function orderOfTables(): (line: TableLine) => LineFault | null {
  const places = new Map<string, number>([...plainTables, 'revision'].map((table, at) => [table, at]));
  let reached = -1;
  let workspace: unknown = null;
  return ({ table, row }) => {
    const place = places.get(table === 'version' ? 'revision' : table);
    const isFirst = reached < 0;
    if (place === undefined || place < reached || (place === 0) !== isFirst) return 'outOfOrder';
    reached = place;
    if (isFirst) workspace = row['id'];
    return isFirst || row['workspace'] === workspace ? null : 'otherWorkspace';
  };
}
