import { IRenderManagerService, SHEET_VIEWPORT_KEY, SheetSkeletonManagerService } from '@univerjs/preset-sheets-core';
import type { Corner } from '../../model/geometry.ts';
import type { UniverBook } from '../univer.ts';

const PIXELS_PER_POINT = 4 / 3;
/** Univer draws its scroll bars within the grid. */
const SCROLL_BAR = 12;

/** A part of the grid that scrolls by itself: frozen rows, frozen columns, both, or the rest. In pixels of the page. */
export interface Pane {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Where the sheet's top left corner lies, from the pane's own. */
  readonly originX: number;
  readonly originY: number;
}

export interface Panes {
  /** What the grid is drawn in. */
  readonly canvas: HTMLElement;
  readonly panes: readonly Pane[];
  readonly zoom: number;
  /** Pixels from the sheet's top left corner, before zooming. */
  pointOf(corner: Corner): { readonly x: number; readonly y: number };
}

/** How Univer shows the sheet `id` at this moment; null while it shows another, or nothing yet. */
export function panesOf(univer: UniverBook, id: string): Panes | null {
  const render = univer.injector.get(IRenderManagerService).getRenderById(univer.unitId);
  const current = render?.with(SheetSkeletonManagerService).getCurrentParam();
  const main = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  if (!render || !main || current?.sheetId !== id) return null;
  const { skeleton } = current;
  const canvas = render.engine.getCanvasElement();
  const zoom = render.scene.scaleX;
  const [headerX, headerY] = [skeleton.rowHeaderWidth * zoom, skeleton.columnHeaderHeight * zoom];
  const pane = (left: number, top: number, right: number, bottom: number, scrollX: number, scrollY: number): Pane => ({
    left,
    top,
    width: right - left,
    height: bottom - top,
    originX: headerX - left - scrollX * zoom,
    originY: headerY - top - scrollY * zoom,
  });
  const [right, bottom] = [canvas.clientWidth - SCROLL_BAR, canvas.clientHeight - SCROLL_BAR];
  const [x, y] = [main.viewportScrollX, main.viewportScrollY];
  const panes = [
    pane(main.left, main.top, right, bottom, x, y),
    pane(main.left, headerY, right, main.top, x, 0),
    pane(headerX, main.top, main.left, bottom, 0, y),
    pane(headerX, headerY, main.left, main.top, 0, 0),
  ].filter(({ width, height }) => width > 0 && height > 0);
  return {
    canvas,
    panes,
    zoom,
    pointOf: (corner) => ({
      x: endOf(skeleton.columnWidthAccumulation, corner.column - 1) + corner.x * PIXELS_PER_POINT,
      y: endOf(skeleton.rowHeightAccumulation, corner.row - 1) + corner.y * PIXELS_PER_POINT,
    }),
  };
}

/** Where a row or column ends; the last one where there are no more. */
function endOf(ends: readonly number[], at: number): number {
  return at < 0 ? 0 : (ends[Math.min(at, ends.length - 1)] ?? 0);
}
