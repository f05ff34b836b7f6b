import type { IsoDate } from '../../shared/calendar/day.ts';
import type { EntriesAnswer } from '../../shared/contract/entries.ts';
import type { Card, Flag } from '../../shared/verdict/types.ts';
import type { Transport } from './transport.ts';

/** The flags of measures that need someone, worst first. */
export const openFlags = ['overdue', 'dueSoon', 'behind', 'unreadable'] as const satisfies readonly Flag[];
type OpenFlag = (typeof openFlags)[number];

/** A measure that needs someone. */
export interface OpenMeasure {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly leader: string;
  /** The deadline as the clerk wrote it. */
  readonly wording: string;
  readonly flag: OpenFlag;
  readonly card: Card;
  readonly due: IsoDate | null;
  readonly daysLeft: number | null;
}

export interface OpenMeasures {
  /** Whether any measure was ever pushed, so that nothing open can be told from nothing there. */
  readonly isLedgerEmpty: boolean;
  /** Worst first: by flag, then by days left. */
  readonly measures: readonly OpenMeasure[];
}

const PATH = '/v1/registers/measures/entries';

/** Asks for the measures of every open flag, page by page. */
export async function openMeasures(transport: Transport, asOf: string, signal?: AbortSignal): Promise<OpenMeasures> {
  const page = (query: Readonly<Record<string, string | number>>): Promise<EntriesAnswer> =>
    transport<EntriesAnswer>('GET', PATH, { signal, query: { asOf, ...query } });
  const withFlag = async (flag: OpenFlag): Promise<readonly OpenMeasure[]> => {
    const found: OpenMeasure[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const answer: EntriesAnswer = await page(cursor === '' ? { flag } : { flag, cursor });
      found.push(...measuresOf(answer, flag));
      cursor = answer.next;
    }
    return found.toSorted((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0));
  };
  const [any, ...byFlag] = await Promise.all([page({ limit: 1 }), ...openFlags.map(withFlag)]);
  return { isLedgerEmpty: any.rows.length === 0, measures: byFlag.flat() };
}

function measuresOf({ columns, rows, verdicts }: EntriesAnswer, flag: OpenFlag): readonly OpenMeasure[] {
  return rows.map((cells, row) => {
    const text = (field: string): string => String(cells[columns.indexOf(field)] ?? '');
    return {
      id: text('id'),
      title: text('title'),
      unit: text('unit'),
      leader: text('leader'),
      wording: text('due'),
      flag,
      card: verdicts.card[row] ?? 'grey',
      due: verdicts.due[row] ?? null,
      daysLeft: verdicts.daysLeft[row] ?? null,
    };
  });
}
