import type { RevisionAnswer } from '../../../shared/contract/revisions.ts';

/** A page of what a revision changed. */
export interface Part {
  readonly revision: number;
  /** Where it begins; null for the beginning. */
  readonly cursor: string | null;
}

/** The page after one of several revisions: the next of the same revision, then the first of the next; null after the last. */
export function nextPart(revisions: readonly number[], { revision, next }: Pick<RevisionAnswer, 'revision' | 'next'>): Part | null {
  if (next !== null) return { revision, cursor: next };
  const following = revisions[revisions.indexOf(revision) + 1];
  return following === undefined ? null : { revision: following, cursor: null };
}
