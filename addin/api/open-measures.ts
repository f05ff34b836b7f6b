import type { IsoDate } from '../../shared/calendar/day.ts';
import type { EntriesAnswer } from '../../shared/contract/entries.ts';
import type { Content } from '../../shared/ledger/entry.ts';
import { unitDirectory } from '../../shared/ledger/unit-names.ts';
import type { UnitDirectory } from '../../shared/ledger/unit-names.ts';
import type { Plan } from '../../shared/scoring/plan.ts';
import type { Card, Flag } from '../../shared/verdict/types.ts';
import { liveEntries } from './live-entries.ts';
import type { Transport } from './transport.ts';

/** The flags of measures that need someone, worst first. */
export const openFlags = ['overdue', 'dueSoon', 'behind', 'unreadable'] as const satisfies readonly Flag[];
type OpenFlag = (typeof openFlags)[number];

/** A measure that needs someone. */
export interface OpenMeasure {
  readonly id: string;
  readonly title: string;
  /** The unit that leads it, by its name in the register of units whatever spelling the row has. */
  readonly unit: string;
  /** Those that support it, named likewise. */
  readonly coUnits: readonly string[];
  readonly leader: string;
  /** The deadline as the clerk wrote it. */
  readonly wording: string;
  readonly flag: OpenFlag;
  readonly card: Card;
  readonly due: IsoDate | null;
  readonly daysLeft: number | null;
  /** What was read as the deadline, or why none could be, in words. */
  readonly reading: string;
}

export interface OpenMeasures {
  /** Whether any measure was ever pushed, so that nothing open can be told from nothing there. */
  readonly isLedgerEmpty: boolean;
  /** Worst first: by flag, then by days left. */
  readonly measures: readonly OpenMeasure[];
}

const PATH = '/v1/registers/measures/entries';

/** Asks for the measures of every open flag, page by page, and for what tells the units of their names. */
export async function openMeasures(transport: Transport, asOf: string, signal?: AbortSignal): Promise<OpenMeasures> {
  const page = (query: Readonly<Record<string, string | number>>): Promise<EntriesAnswer> =>
    transport<EntriesAnswer>('GET', PATH, { signal, query: { asOf, ...query } });
  const withFlag = async (flag: OpenFlag): Promise<readonly Found[]> => {
    const found: Found[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const answer: EntriesAnswer = await page(cursor === '' ? { flag } : { flag, cursor });
      found.push(...measuresOf(answer, flag));
      cursor = answer.next;
    }
    return found.toSorted((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0));
  };
  const [any, units, { district }, ...byFlag] = await Promise.all([
    page({ limit: 1 }),
    liveEntries(transport, 'units', signal),
    transport<Plan>('GET', '/v1/plan', { signal, query: { asOf } }),
    ...openFlags.map(withFlag),
  ]);
  const directory = unitDirectory(units, district);
  return { isLedgerEmpty: any.rows.length === 0, measures: byFlag.flat().map(({ cells, ...measure }) => ({ ...measure, ...namedUnits(cells, directory) })) };
}

/** The lead and co-units of a measure by their names in the register of units. */
export function namedUnits(content: Content, directory: UnitDirectory): Pick<OpenMeasure, 'unit' | 'coUnits'> {
  const { lead, co } = directory.resolveMeasure(content);
  return { unit: lead.name, coUnits: co.map(({ name }) => name) };
}

/** A measure whose units are still as written. */
type Found = Omit<OpenMeasure, 'unit' | 'coUnits'> & { readonly cells: Content };

function measuresOf({ columns, rows, verdicts }: EntriesAnswer, flag: OpenFlag): readonly Found[] {
  return rows.map((cells, row) => {
    const text = (field: string): string => String(cells[columns.indexOf(field)] ?? '');
    return {
      id: text('id'),
      title: text('title'),
      cells: { unit: text('unit'), coUnits: text('coUnits') },
      leader: text('leader'),
      wording: text('due'),
      flag,
      card: verdicts.card[row] ?? 'grey',
      due: verdicts.due[row] ?? null,
      daysLeft: verdicts.daysLeft[row] ?? null,
      reading: verdicts.reading[row] ?? '',
    };
  });
}
