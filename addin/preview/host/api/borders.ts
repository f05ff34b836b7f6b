import { ApiCollection } from '../api-object.ts';
import { itemNotFound } from '../errors.ts';
import type { Area, Border } from '../../model/book.ts';
import { finite, restyle } from './cells.ts';
import { colourOf } from './colour.ts';
import { entryOf, FormatPart, hasKey } from './format-part.ts';

const EDGES = { EdgeTop: 'top', EdgeRight: 'right', EdgeBottom: 'bottom', EdgeLeft: 'left', InsideHorizontal: null, InsideVertical: null } as const;
type Edge = keyof typeof EDGES;
const EDGE_NAMES = ['EdgeTop', 'EdgeRight', 'EdgeBottom', 'EdgeLeft', 'InsideHorizontal', 'InsideVertical'] as const satisfies readonly Edge[];

export class RangeBorderCollection extends ApiCollection<RangeBorder> {
  readonly apiClass = 'RangeBorderCollection';
  readonly #parts: ConstructorParameters<typeof FormatPart>;
  constructor(...parts: ConstructorParameters<typeof FormatPart>) {
    super();
    this.#parts = parts;
  }
  get items(): readonly RangeBorder[] {
    return EDGE_NAMES.map((edge) => new RangeBorder(edge, ...this.#parts));
  }
  getItem(index: string): RangeBorder {
    if (!hasKey(EDGES, index)) throw itemNotFound();
    return new RangeBorder(index, ...this.#parts);
  }
}

const DASHES = { Continuous: 'thin', Dash: 'dashed', Dot: 'dotted', Double: 'double' } as const;
const WEIGHTS = { Hairline: 'hair', Thin: 'thin', Medium: 'medium', Thick: 'thick' } as const;
/** How Excel names each border of the model. */
const STYLE_NAMES: Readonly<Record<Border['style'], readonly [style: string, weight: string]>> = {
  hair: ['Continuous', 'Hairline'],
  thin: ['Continuous', 'Thin'],
  medium: ['Continuous', 'Medium'],
  thick: ['Continuous', 'Thick'],
  dashed: ['Dash', 'Thin'],
  dotted: ['Dot', 'Thin'],
  double: ['Double', 'Thick'],
};

class RangeBorder extends FormatPart {
  readonly apiClass = 'RangeBorder';
  readonly #edge: Edge;
  constructor(edge: Edge, ...parts: ConstructorParameters<typeof FormatPart>) {
    super(...parts);
    this.#edge = edge;
  }
  override get scalars(): readonly string[] {
    return ['color', 'sideIndex', 'style', 'weight'];
  }
  get sideIndex(): string {
    return this.#edge;
  }
  get style(): string {
    const border = this.#first();
    return border ? STYLE_NAMES[border.style][0] : 'None';
  }
  set style(name: string) {
    this.#set(name === 'None' ? null : { style: entryOf(DASHES, name) });
  }
  get weight(): string {
    return STYLE_NAMES[this.#first()?.style ?? 'thin'][1];
  }
  set weight(name: string) {
    this.#set({ style: entryOf(WEIGHTS, name) });
  }
  get color(): string {
    return this.#first()?.color ?? '#000000';
  }
  set color(value: unknown) {
    this.#set({ color: colourOf(value) });
  }
  #first(): Border | undefined {
    const area = this.areas[0];
    const side = EDGES[this.#edge] ?? (this.#edge === 'InsideHorizontal' ? 'bottom' : 'right');
    return area && this.sheet.cells.get(area.row)?.get(area.column)?.style?.borders?.[side];
  }
  #set(change: Partial<Border> | null): void {
    for (const area of this.areas) {
      const within = finite(this.sheet, area);
      for (const [part, side] of strips(within, this.#edge)) {
        restyle(this.context, this.sheet, [part], (style) => {
          const { [side]: old, ...others } = style.borders ?? {};
          return { ...style, borders: change ? { ...others, [side]: { style: 'thin', ...old, ...change } } : others };
        });
      }
    }
  }
}

type Side = 'top' | 'right' | 'bottom' | 'left';

/** The cells an edge of the area runs along, and the side of them it is. */
function strips(area: Area, edge: Edge): readonly (readonly [Area, Side])[] {
  const { row, column, rows, columns } = area;
  const along: Readonly<Record<Edge, readonly [Area, Side]>> = {
    EdgeTop: [{ ...area, rows: 1 }, 'top'],
    EdgeBottom: [{ ...area, row: row + rows - 1, rows: 1 }, 'bottom'],
    EdgeLeft: [{ ...area, columns: 1 }, 'left'],
    EdgeRight: [{ ...area, column: column + columns - 1, columns: 1 }, 'right'],
    InsideHorizontal: [{ ...area, rows: rows - 1 }, 'bottom'],
    InsideVertical: [{ ...area, columns: columns - 1 }, 'right'],
  };
  const [strip, side] = along[edge];
  return strip.rows > 0 && strip.columns > 0 ? [[strip, side]] : [];
}
