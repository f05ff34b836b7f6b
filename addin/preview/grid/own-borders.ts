import { InterceptorEffectEnum } from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import type { UniverBook } from './univer.ts';

/** After Univer's own, which have priority 0, and before the end of the chain at -1. */
const LAST = -0.5;

/** Draws a cell's own borders beside those of a conditional format, as Excel does; Univer would draw only the latter. */
export function keepOwnBorders(book: UniverBook): () => void {
  const keeping = book.injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    id: 'taizhang-own-borders',
    priority: LAST,
    effect: InterceptorEffectEnum.Style,
    handler: (cell, { rawData, workbook }, next) => {
      const laid = typeof cell?.s === 'object' ? cell.s?.bd : undefined;
      if (!cell || !laid || cell === rawData) return next(cell);
      const own = workbook.getStyles().getStyleByCell(rawData)?.bd;
      return next(own ? { ...cell, s: { ...(cell.s as object), bd: { ...own, ...laid } } } : cell);
    },
  });
  return () => keeping.dispose();
}
