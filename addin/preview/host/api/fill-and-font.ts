import type { Font } from '../../model/book.ts';
import { colourOf } from './colour.ts';
import { FormatPart, without } from './format-part.ts';

export class RangeFill extends FormatPart {
  readonly apiClass = 'RangeFill';
  override get scalars(): readonly string[] {
    return ['color'];
  }
  /** `#FFFFFF` without a fill; `''` when cells differ. */
  get color(): string {
    return this.common((style) => style?.fill ?? '#FFFFFF') ?? '';
  }
  set color(value: unknown) {
    const fill = colourOf(value);
    this.restyle((style) => ({ ...style, fill }));
  }
  clear(): void {
    this.restyle((style) => without(style, 'fill'));
  }
}

export class RangeFont extends FormatPart {
  readonly apiClass = 'RangeFont';
  override get scalars(): readonly string[] {
    return ['bold', 'color', 'italic', 'name', 'size', 'strikethrough', 'underline'];
  }
  get bold(): boolean | null {
    return this.common((style) => style?.font?.bold ?? false);
  }
  set bold(bold: boolean) {
    this.#set({ bold });
  }
  get italic(): boolean | null {
    return this.common((style) => style?.font?.italic ?? false);
  }
  set italic(italic: boolean) {
    this.#set({ italic });
  }
  get strikethrough(): boolean | null {
    return this.common((style) => style?.font?.strike ?? false);
  }
  set strikethrough(strike: boolean) {
    this.#set({ strike });
  }
  /** `None` or `Single`; other underlines are drawn as single. */
  get underline(): string | null {
    return this.common((style) => (style?.font?.underline ? 'Single' : 'None'));
  }
  set underline(kind: string) {
    this.#set({ underline: kind !== 'None' });
  }
  get color(): string {
    return this.common((style) => style?.font?.color ?? '#000000') ?? '';
  }
  set color(value: unknown) {
    this.#set({ color: colourOf(value) });
  }
  get name(): string | null {
    return this.common((style) => style?.font?.name ?? 'Calibri');
  }
  set name(name: string) {
    this.#set({ name });
  }
  get size(): number | null {
    return this.common((style) => style?.font?.size ?? 11);
  }
  set size(size: number) {
    this.#set({ size });
  }
  #set(font: Font): void {
    this.restyle((style) => ({ ...style, font: { ...style.font, ...font } }));
  }
}

export class FormatProtection extends FormatPart {
  readonly apiClass = 'FormatProtection';
  override get scalars(): readonly string[] {
    return ['locked'];
  }
  get locked(): boolean | null {
    return this.common((style) => style?.locked ?? true);
  }
  set locked(locked: boolean) {
    this.restyle((style) => ({ ...style, locked }));
  }
}
