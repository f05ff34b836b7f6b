import { InterceptorEffectEnum } from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import type { UniverBook } from './univer.ts';

/** After Univer's own, which have priority 0, and before the end of the chain at -1. */
const LAST = -0.5;

/** Lays filter buttons over the header's text as Excel does; Univer would set the text narrower, and break headers that fit. */
export function overlayFilterButtons(book: UniverBook): () => void {
  const overlay = book.injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    id: 'taizhang-filter-buttons',
    priority: LAST,
    effect: InterceptorEffectEnum.Style,
    handler: (cell, _position, next) => {
      if (cell?.fontRenderExtension?.rightOffset) cell.fontRenderExtension = { ...cell.fontRenderExtension, rightOffset: 0 };
      return next(cell);
    },
  });
  return () => overlay.dispose();
}
