import type { DrawRequest } from '../../../shared/contract/draws.ts';
import type { DrawnKind, Stratum } from '../../../shared/draw/types.ts';
import { MIN_PARTIES } from '../../../shared/draw/verify.ts';

/** How long the parties have, in hours; none: as long as they like. */
export const deadlines = { none: null, hour: 1, day: 24, threeDays: 72 } as const;
export type DeadlineChoice = keyof typeof deadlines;

const HOUR = 3_600_000;

/** What a draw is about to be made of. */
export interface DrawDraft {
  readonly of: DrawnKind;
  /** Only measures reported as done. */
  readonly onlyDone: boolean;
  /** As typed. */
  readonly sizes: Readonly<Record<Stratum, string>>;
  readonly exclude: readonly { readonly unit: string; readonly reason: string }[];
  readonly parties: readonly string[];
  readonly deadline: DeadlineChoice;
}

export const emptyDraft: DrawDraft = { of: 'measures', onlyDone: false, sizes: { key: '3', other: '2' }, exclude: [], parties: ['', ''], deadline: 'none' };

/** What is missing before a draft can be frozen. */
export type DraftFault = 'sizes' | 'parties' | 'partyTwice';

function sizeOf(text: string): number {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
}

function namesOf({ parties }: DrawDraft): readonly string[] {
  return parties.map((name) => name.trim()).filter((name) => name !== '');
}

export function faultOf(draft: DrawDraft): DraftFault | null {
  const total = sizeOf(draft.sizes.key) + sizeOf(draft.sizes.other);
  if (!(total > 0)) return 'sizes';
  const names = namesOf(draft);
  if (names.length < MIN_PARTIES) return 'parties';
  return new Set(names).size < names.length ? 'partyTwice' : null;
}

/** The request of a draft without a fault. */
export function requestOf(draft: DrawDraft, asOf: string, now: Date): DrawRequest {
  const hours = deadlines[draft.deadline];
  return {
    of: draft.of,
    asOf,
    flags: draft.of === 'measures' && draft.onlyDone ? ['done', 'doneLate'] : [],
    exclude: [...draft.exclude],
    sizes: { key: sizeOf(draft.sizes.key), other: sizeOf(draft.sizes.other) },
    parties: [...namesOf(draft)],
    ...(hours !== null && { revealBy: new Date(now.getTime() + hours * HOUR).toISOString() }),
  };
}
