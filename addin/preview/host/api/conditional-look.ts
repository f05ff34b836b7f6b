import { ApiCollection, ApiObject } from '../api-object.ts';
import { invalidArgument, notImplemented } from '../errors.ts';
import type { Border, ConditionalLook, Font } from '../../model/book.ts';
import { colourOf } from './colour.ts';
import { entryOf, hasKey } from './format-part.ts';

abstract class Part extends ApiObject {
  protected readonly look: ConditionalLook;
  protected readonly changed: () => void;
  constructor(look: ConditionalLook, changed: () => void) {
    super();
    this.look = look;
    this.changed = changed;
  }
}

/** What a conditional format lays over the cells; `changed` is called after every change. */
export class ConditionalRangeFormat extends Part {
  readonly apiClass = 'ConditionalRangeFormat';
  get fill(): ConditionalRangeFill {
    return new ConditionalRangeFill(this.look, this.changed);
  }
  get font(): ConditionalRangeFont {
    return new ConditionalRangeFont(this.look, this.changed);
  }
  get borders(): ConditionalRangeBorderCollection {
    return new ConditionalRangeBorderCollection(this.look, this.changed);
  }
}

class ConditionalRangeFill extends Part {
  readonly apiClass = 'ConditionalRangeFill';
  override get scalars(): readonly string[] {
    return ['color'];
  }
  get color(): string {
    return this.look.fill ?? '';
  }
  set color(value: unknown) {
    this.look.fill = colourOf(value);
    this.changed();
  }
  clear(): void {
    delete this.look.fill;
    this.changed();
  }
}

class ConditionalRangeFont extends Part {
  readonly apiClass = 'ConditionalRangeFont';
  override get scalars(): readonly string[] {
    return ['bold', 'color', 'italic', 'strikethrough', 'underline'];
  }
  get color(): string {
    return this.look.font?.color ?? '';
  }
  set color(value: unknown) {
    this.#set({ color: colourOf(value) });
  }
  get bold(): boolean | null {
    return this.look.font?.bold ?? null;
  }
  set bold(bold: boolean) {
    this.#set({ bold });
  }
  get italic(): boolean | null {
    return this.look.font?.italic ?? null;
  }
  set italic(italic: boolean) {
    this.#set({ italic });
  }
  get strikethrough(): boolean | null {
    return this.look.font?.strike ?? null;
  }
  set strikethrough(strike: boolean) {
    this.#set({ strike });
  }
  get underline(): string {
    return this.look.font?.underline ? 'Single' : 'None';
  }
  set underline(kind: string) {
    this.#set({ underline: kind !== 'None' });
  }
  clear(): void {
    delete this.look.font;
    this.changed();
  }
  #set(font: Font): void {
    this.look.font = { ...this.look.font, ...font };
    this.changed();
  }
}

const EDGES = { EdgeTop: 'top', EdgeBottom: 'bottom', EdgeLeft: 'left', EdgeRight: 'right' } as const;
const EDGE_NAMES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const satisfies readonly (keyof typeof EDGES)[];

class ConditionalRangeBorderCollection extends ApiCollection<ConditionalRangeBorder> {
  readonly apiClass = 'ConditionalRangeBorderCollection';
  readonly #look: ConditionalLook;
  readonly #changed: () => void;
  constructor(look: ConditionalLook, changed: () => void) {
    super();
    this.#look = look;
    this.#changed = changed;
  }
  get items(): readonly ConditionalRangeBorder[] {
    return EDGE_NAMES.map((edge) => this.getItem(edge));
  }
  get top(): ConditionalRangeBorder {
    return this.getItem('EdgeTop');
  }
  get bottom(): ConditionalRangeBorder {
    return this.getItem('EdgeBottom');
  }
  get left(): ConditionalRangeBorder {
    return this.getItem('EdgeLeft');
  }
  get right(): ConditionalRangeBorder {
    return this.getItem('EdgeRight');
  }
  getItem(index: string): ConditionalRangeBorder {
    if (!hasKey(EDGES, index)) throw invalidArgument();
    return new ConditionalRangeBorder(index, this.#look, this.#changed);
  }
  getItemAt(index: number): ConditionalRangeBorder {
    const item = this.items[index];
    if (!item) throw invalidArgument();
    return item;
  }
}

const DASHES = { Continuous: 'thin', Dash: 'dashed', Dot: 'dotted' } as const;
/** How Excel names each border of the model; a file may have others than a conditional format can be given. */
const STYLE_NAMES: Readonly<Record<Border['style'], string>> = {
  hair: 'Continuous',
  thin: 'Continuous',
  medium: 'Continuous',
  thick: 'Continuous',
  double: 'Continuous',
  dashed: 'Dash',
  dotted: 'Dot',
};

/** One side of the cells. It has no weight: Excel draws it thin. */
class ConditionalRangeBorder extends Part {
  readonly apiClass = 'ConditionalRangeBorder';
  readonly #edge: keyof typeof EDGES;
  constructor(edge: keyof typeof EDGES, look: ConditionalLook, changed: () => void) {
    super(look, changed);
    this.#edge = edge;
  }
  override get scalars(): readonly string[] {
    return ['color', 'sideIndex', 'style'];
  }
  get sideIndex(): string {
    return this.#edge;
  }
  get style(): string {
    const border = this.look.borders?.[EDGES[this.#edge]];
    return border ? STYLE_NAMES[border.style] : 'None';
  }
  set style(name: string) {
    if (name === 'DashDot' || name === 'DashDotDot') throw notImplemented(`ConditionalRangeBorder.style = '${name}'`);
    this.#set(name === 'None' ? null : { style: entryOf(DASHES, name) });
  }
  get color(): string {
    return this.look.borders?.[EDGES[this.#edge]]?.color ?? '#000000';
  }
  set color(value: unknown) {
    this.#set({ color: colourOf(value) });
  }
  #set(change: Partial<Border> | null): void {
    const side = EDGES[this.#edge];
    const { [side]: old, ...others } = this.look.borders ?? {};
    const borders = change ? { ...others, [side]: { style: 'thin', ...old, ...change } } : others;
    if (Object.keys(borders).length > 0) this.look.borders = borders;
    else delete this.look.borders;
    this.changed();
  }
}
