/** The sample ledger: the workbook the preview opens with, as a clerk of the assessment group would have made it. */

import { Book } from '../model/book.ts';
import { adjustmentsSheet } from './adjustments.ts';
import { inspectionsSheet } from './inspections.ts';
import { measuresSheet, unitsSheet } from './measures.ts';
import { problemsSheet } from './problems.ts';
import { reportsSheet } from './reports.ts';
import { addSampleSheet } from './sheet.ts';
import { spotchecksSheet } from './spotchecks.ts';
import { surveysSheet } from './surveys.ts';

/** The workbook's settings pin the day the sample is for, under the key the add-in reads. */
const SAMPLE_AS_OF = '2022-06-30';

/** A sheet for each register, units first as they are pushed, with the responsibility list in front of the reader. */
export async function sampleLedger(): Promise<Book> {
  await Promise.resolve();
  const book = new Book();
  book.name = '两化一核心责任清单（示例）.xlsx';
  book.settings.set('taizhang.asOf', SAMPLE_AS_OF);
  addSampleSheet(book, unitsSheet);
  const list = addSampleSheet(book, measuresSheet);
  for (const sheet of [reportsSheet, inspectionsSheet, problemsSheet, spotchecksSheet, surveysSheet, adjustmentsSheet]) addSampleSheet(book, sheet);
  book.activeSheet = list;
  return book;
}
