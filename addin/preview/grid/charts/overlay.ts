import type { Book, Sheet } from '../../model/book.ts';
import type { Chart } from '../../model/chart.ts';
import { titleOf } from '../../model/chart-data.ts';
import type { UniverBook } from '../univer.ts';
import { panesOf, type Pane, type Panes } from './panes.ts';
import { chartSvg } from './svg.ts';

/**
 * Shows the charts of the active sheet over the grid, where Univer's open edition has none. They are pictures that let mouse and wheel
 * through. Looks at every frame whether anything moved: scrolling, zooming and sizing come from many sides. Returns what takes it away.
 */
export function overlayCharts(univer: UniverBook, book: Book, idOf: (sheet: Sheet) => string): () => void {
  const layer = document.createElement('div');
  layer.className = 'charts';
  let frame = 0;
  let shown = '';
  let isStale = true;
  const stop = book.onChange(({ kind }) => {
    if (kind !== 'selection') isStale = true;
  });
  const look = (): void => {
    frame = requestAnimationFrame(look);
    const { charts } = book.activeSheet;
    const view = charts.length > 0 ? panesOf(univer, idOf(book.activeSheet)) : null;
    if (!view) {
      layer.remove();
      shown = '';
      return;
    }
    const boxes = charts.map((chart) => boxOf(view, chart));
    const now = JSON.stringify([book.activeSheet.id, view.panes, view.zoom, boxes]);
    if (now === shown && !isStale && layer.isConnected) return;
    [shown, isStale] = [now, false];
    layer.replaceChildren(...view.panes.map((pane) => paneElement(book, charts, boxes, pane, view.zoom)));
    if (!layer.isConnected) view.canvas.after(layer);
  };
  look();
  return () => {
    cancelAnimationFrame(frame);
    stop();
    layer.remove();
  };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function boxOf(view: Panes, { from, to }: Chart): Box {
  const [start, end] = [view.pointOf(from), view.pointOf(to)];
  return { x: start.x, y: start.y, width: Math.max(0, end.x - start.x), height: Math.max(0, end.y - start.y) };
}

/** A pane with the charts in it, cut off at its edges. */
function paneElement(book: Book, charts: readonly Chart[], boxes: readonly Box[], pane: Pane, zoom: number): HTMLElement {
  const element = document.createElement('div');
  element.style.cssText = `left:${pane.left}px;top:${pane.top}px;width:${pane.width}px;height:${pane.height}px`;
  charts.forEach((chart, at) => {
    const box = boxes[at];
    if (!box || box.width === 0 || box.height === 0) return;
    const [left, top] = [pane.originX + box.x * zoom, pane.originY + box.y * zoom];
    const [width, height] = [box.width * zoom, box.height * zoom];
    if (left >= pane.width || top >= pane.height || left + width <= 0 || top + height <= 0) return;
    const picture = chartSvg(book, chart, box);
    picture.setAttribute('aria-label', titleOf(book, chart) ?? chart.name);
    picture.style.cssText = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
    element.append(picture);
  });
  return element;
}
