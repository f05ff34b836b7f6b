import type { Digest } from '../text/digest.ts';
import { revisionText, type RevisionRecord, type VersionRecord } from './revision-text.ts';

/** A revision as it is kept, with the hash that links it to the one before. */
export interface Link extends RevisionRecord {
  readonly hash: string;
}

/** The last revision and its hash: whoever knows it can tell later whether anything up to it was changed or cut off. */
export interface Head {
  readonly revision: number;
  readonly hash: string;
}

/**
 * What is wrong with a history.
 * - `missing`: a number was left out or came twice; `unsealed`: it has no hash.
 * - `changed`: the hash is not that of what is kept: it, an entry it wrote, or an earlier one was edited.
 * - `stray`: a version of an entry that the revision did not write; `misplaced`: versions of an entry are out of order.
 * - `cutOff`: the history ends before the head that was noted; `rewritten`: at that number it has another hash.
 */
export const faults = ['missing', 'unsealed', 'changed', 'stray', 'misplaced', 'cutOff', 'rewritten'] as const;
export type Fault = (typeof faults)[number];

/** The first revision that does not stand. */
export interface Broken {
  readonly revision: number;
  readonly why: Fault;
}

/** Follows a chain of revisions from the first on. */
export interface ChainCheck {
  /** The revision followed last; number 0 and an empty hash before the first. */
  readonly head: Head;
  /** Checks the next revision with the versions it wrote in order of id; null when it stands. */
  follow(link: Link, versions: readonly VersionRecord[]): Promise<Broken | null>;
  /** What is wrong once all were followed; null when nothing is. */
  end(): Broken | null;
}

/** A check of a chain; `noted` is a head noted down earlier, such as one printed on a bulletin. */
export function checkChain(digest: Digest, noted: Head | null): ChainCheck {
  let head: Head = { revision: 0, hash: '' };
  return {
    get head() {
      return head;
    },
    async follow({ hash, ...record }, versions) {
      const revision = head.revision + 1;
      if (record.number !== revision) return { revision, why: 'missing' };
      if (hash === '') return { revision, why: 'unsealed' };
      if (versions.some(({ deleted }) => deleted !== 0 && deleted !== 1)) return { revision, why: 'changed' };
      if ((await digest(revisionText(head.hash, record, versions))) !== hash) return { revision, why: 'changed' };
      head = { revision, hash };
      return noted !== null && noted.revision === revision && noted.hash !== hash ? { revision, why: 'rewritten' } : null;
    },
    end: () => (noted !== null && noted.revision > head.revision ? { revision: head.revision + 1, why: 'cutOff' } : null),
  };
}

/** A head as it is printed: `42:9f86…`, the revision's number and its hash. */
export function headText({ revision, hash }: Head): string {
  return `${revision}:${hash}`;
}

/** A head as it is printed, `42:9f86…`; null for anything else. */
export function readHead(text: string): Head | null {
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim().toLowerCase()) ?? [];
  return number === undefined || hash === undefined ? null : { revision: Number(number), hash };
}
