/** A point of a line; without `y` the line has a gap. */
export interface LinePoint {
  readonly x: number;
  readonly y: number | null;
}

/** A box to draw in, in pixels; the line keeps `inset` from its edges. */
export interface Box {
  readonly width: number;
  readonly height: number;
  readonly inset: number;
}

/** The points scaled into the box, least x left, greatest y up; one without y stays without. Where all are alike they lie in the middle. */
export function scaled(points: readonly LinePoint[], { width, height, inset }: Box): readonly LinePoint[] {
  const xs = points.map(({ x }) => x);
  const ys = points.flatMap(({ y }) => (y === null ? [] : [y]));
  const across = scale(Math.min(...xs), Math.max(...xs), inset, width - inset);
  const up = scale(Math.min(...ys), Math.max(...ys), height - inset, inset);
  return points.map(({ x, y }) => ({ x: across(x), y: y === null ? null : up(y) }));
}

function scale(from: number, to: number, start: number, end: number): (value: number) => number {
  return (value) => round(from === to ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The line through scaled points as an SVG path, broken where one has no y. */
export function linePath(points: readonly LinePoint[]): string {
  let isDrawing = false;
  let path = '';
  for (const { x, y } of points) {
    if (y !== null) path += `${isDrawing ? 'L' : 'M'}${x} ${y}`;
    isDrawing = y !== null;
  }
  return path;
}
