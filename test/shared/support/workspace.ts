import type { Content, Entry } from '../../../shared/ledger/entry.ts';
import type { RegisterId } from '../../../shared/registers/types.ts';
import { assess } from '../../../shared/scoring/assess.ts';
import type { ClauseId, IndicatorId, Plan } from '../../../shared/scoring/plan.ts';
import type { Receipt, ReceiptLine } from '../../../shared/scoring/types.ts';
import { AS_OF, calendar, day, plan2022 } from './measures.ts';

/** Rows by register, in canonical form; `unit` is 区发改委 unless given, `id` may be given to be referred to. */
export type Rows = Readonly<Partial<Record<RegisterId, readonly Content[]>>>;

let next = 0;

function entryOf(register: RegisterId, { id, ...content }: Content): Entry {
  const unit = register === 'units' ? {} : { unit: '区发改委' };
  return { id: String(id ?? `${register}-${++next}`), register, revision: 1, content: { ...unit, ...content }, memory: {} };
}

/** The entries of the rows, by register. */
export function entriesOf(rows: Rows): Partial<Record<RegisterId, Entry[]>> {
  return Object.fromEntries(
    Object.entries(rows).map(([register, contents]) => [register, contents.map((content) => entryOf(register as RegisterId, content))]),
  );
}

/** The receipt of a unit over the rows, as of 30 June 2022 unless said otherwise. */
export function receiptOver(rows: Rows, options: { unit?: string; asOf?: string; plan?: Plan } = {}): Receipt {
  const { receipts } = assess({ entries: entriesOf(rows), plan: options.plan ?? plan2022, asOf: day(options.asOf ?? AS_OF), calendar });
  const unit = options.unit ?? '区发改委';
  const receipt = receipts.find((one) => one.unit === unit);
  if (receipt === undefined) throw new Error(`${unit} is not listed`);
  return receipt;
}

/** The line of an indicator; it must have been assessed or not, as the caller expects. */
export function indicatorLine(receipt: Receipt, id: IndicatorId): Extract<ReceiptLine, { kind: 'indicator' | 'notAssessed' }> {
  const line = receipt.lines.find((one) => (one.kind === 'indicator' || one.kind === 'notAssessed') && one.id === id);
  if (line === undefined || (line.kind !== 'indicator' && line.kind !== 'notAssessed')) throw new Error(`no line for ${id}`);
  return line;
}

/** The x of an indicator, or the code of why it was not assessed. */
export function assessed(receipt: Receipt, id: IndicatorId): number | string {
  const line = indicatorLine(receipt, id);
  return line.kind === 'indicator' ? line.x : line.reason.code;
}

/** The line of a clause; undefined when it did not hit. */
export function clauseLine(receipt: Receipt, id: ClauseId): Extract<ReceiptLine, { kind: 'clause' }> | undefined {
  return receipt.lines.find((line): line is Extract<ReceiptLine, { kind: 'clause' }> => line.kind === 'clause' && line.id === id);
}
