import { DataValidationStatus } from '@univerjs/core';
import { SheetInterceptorService, VALIDATE_CELL } from '@univerjs/preset-sheets-core';
import { SheetsDataValidationValidatorService } from '@univerjs/preset-sheets-data-validation';
import type { UniverBook } from './univer.ts';

/** Before Univer's own, which has priority 0. */
const FIRST = 1;
const PAUSE = 5;
const LONGEST_WAIT = 2_000;

/**
 * Lets a check of a typed value finish before it is judged. Univer 0.25.1 checks a cell while drawing it, and takes a check that is
 * still under way for a refusal, so that a value from the list is sometimes refused. The answer ends it, before the workbook goes: nothing is checked any more.
 */
export function awaitValidation(book: UniverBook): () => void {
  const validator = book.injector.get(SheetsDataValidationValidatorService);
  const ended = new AbortController();
  const finished = async (unitId: string, sheetId: string, row: number, column: number): Promise<void> => {
    for (let waited = 0; waited < LONGEST_WAIT && !ended.signal.aborted; waited += PAUSE) {
      if ((await validator.validatorCell(unitId, sheetId, row, column)) !== DataValidationStatus.VALIDATING) return;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  };
  const intercepting = book.injector.get(SheetInterceptorService).writeCellInterceptor.intercept(VALIDATE_CELL, {
    id: 'taizhang-await-validation',
    priority: FIRST,
    handler: (result, { unitId, subUnitId, row, col }, next) => next(finished(unitId, subUnitId, row, col).then(() => result ?? true)),
  });
  return () => {
    ended.abort();
    intercepting();
    // Univer leaves the sheets out of view until the page is idle, even when it has been disposed of by then, and throws for the workbook that is gone.
    validator.validatorRanges = () => Promise.resolve([]);
  };
}
