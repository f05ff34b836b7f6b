import { BorderStyleTypes, InterceptorEffectEnum } from '@univerjs/core';
import type { IBorderData, ICellData, Nullable } from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import type { UniverBook } from './univer.ts';

/** After Univer's own, which have priority 0, and before the end of the chain at -1. */
const LAST = -0.5;

/**
 * Draws borders as Excel does. A cell's own stand beside those of a conditional format, where Univer would draw only the latter.
 * And the left border of the first column is seen: Univer centres it under the line of the row header, which is as broad as a thin one.
 */
export function drawBorders(book: UniverBook): () => void {
  const drawing = book.injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    id: 'taizhang-borders',
    priority: LAST,
    effect: InterceptorEffectEnum.Style,
    handler: (cell, { rawData, workbook, col }, next) => {
      const styles = workbook.getStyles();
      const shown = bordersOf(styles.getStyleByCell(cell));
      if (!cell || !shown) return next(cell);
      const borders = withSeenEdge({ ...bordersOf(styles.getStyleByCell(rawData)), ...shown }, col);
      return next({ ...cell, s: { ...styles.getStyleByCell(cell), bd: borders } } satisfies ICellData);
    },
  });
  return () => drawing.dispose();
}

function bordersOf(style: Nullable<{ readonly bd?: Nullable<IBorderData> }>): IBorderData | undefined {
  return style?.bd ?? undefined;
}

function withSeenEdge(borders: IBorderData, column: number): IBorderData {
  return column === 0 && borders.l?.s === BorderStyleTypes.THIN ? { ...borders, l: { ...borders.l, s: BorderStyleTypes.THICK } } : borders;
}
