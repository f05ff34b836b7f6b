import { headlessHost, type HeadlessHost } from '../../../../addin/preview/node/headless-host.ts';
import { Book, type Sheet } from '../../../../addin/preview/model/book.ts';

/** A book with one sheet named 台账, behind Microsoft's own client. */
export function open(): HeadlessHost & { readonly sheet: Sheet } {
  const book = new Book();
  const sheet = book.addSheet('台账');
  return { ...headlessHost(book, { today: () => ({ year: 2022 }) }), sheet };
}

/** Writes values from A1 on and answers what `work` returns after a last sync. */
export async function onSheet<T>(
  values: readonly (readonly unknown[])[],
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => T | Promise<T>,
): Promise<T> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('台账');
    if (values.length > 0) sheet.getRangeByIndexes(0, 0, values.length, values[0]?.length ?? 0).values = values.map((row) => [...row]);
    await context.sync();
    const result = await work(sheet, context);
    await context.sync();
    return result;
  });
}

/** The values of an address. */
export async function valuesAt(address: string): Promise<unknown[][]> {
  return onSheet([], async (sheet, context) => {
    const range = sheet.getRange(address).load('values');
    await context.sync();
    return range.values as unknown[][];
  });
}

export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly debugInfo: { readonly errorLocation: string | null; readonly statement?: string };
}

/** The error a piece of work fails with. */
export async function failureOf(work: Promise<unknown>): Promise<Failure> {
  try {
    await work;
  } catch (error) {
    if (isFailure(error)) return error;
    throw error;
  }
  throw new Error('It did not fail.');
}

function isFailure(error: unknown): error is Failure {
  return error instanceof Error && 'code' in error && 'debugInfo' in error;
}
