import type { Sheet } from '../../model/book.ts';
import type { PageLine } from '../../model/page-setup.ts';
import { ApiObject } from '../api-object.ts';
import type { HostContext } from '../context.ts';
import { invalidArgument } from '../errors.ts';

const BLANK: PageLine = { left: '', center: '', right: '' };

/** Of the headers and footers only those alike on all pages. */
export class HeaderFooterGroup extends ApiObject {
  readonly apiClass = 'HeaderFooterGroup';
  readonly #parts: [HostContext, Sheet];
  constructor(context: HostContext, sheet: Sheet) {
    super();
    this.#parts = [context, sheet];
  }
  override get scalars(): readonly string[] {
    return ['state'];
  }
  get state(): string {
    return 'Default';
  }
  get defaultForAllPages(): HeaderFooter {
    return new HeaderFooter(...this.#parts);
  }
}

class HeaderFooter extends ApiObject {
  readonly apiClass = 'HeaderFooter';
  readonly #context: HostContext;
  readonly #sheet: Sheet;
  constructor(context: HostContext, sheet: Sheet) {
    super();
    this.#context = context;
    this.#sheet = sheet;
  }
  override get scalars(): readonly string[] {
    return ['centerFooter', 'centerHeader', 'leftFooter', 'leftHeader', 'rightFooter', 'rightHeader'];
  }
  get leftHeader(): string {
    return this.#line('header').left;
  }
  set leftHeader(text: unknown) {
    this.#put('header', 'left', text);
  }
  get centerHeader(): string {
    return this.#line('header').center;
  }
  set centerHeader(text: unknown) {
    this.#put('header', 'center', text);
  }
  get rightHeader(): string {
    return this.#line('header').right;
  }
  set rightHeader(text: unknown) {
    this.#put('header', 'right', text);
  }
  get leftFooter(): string {
    return this.#line('footer').left;
  }
  set leftFooter(text: unknown) {
    this.#put('footer', 'left', text);
  }
  get centerFooter(): string {
    return this.#line('footer').center;
  }
  set centerFooter(text: unknown) {
    this.#put('footer', 'center', text);
  }
  get rightFooter(): string {
    return this.#line('footer').right;
  }
  set rightFooter(text: unknown) {
    this.#put('footer', 'right', text);
  }

  #line(line: 'header' | 'footer'): PageLine {
    return this.#sheet.page?.[line] ?? BLANK;
  }
  #put(line: 'header' | 'footer', side: keyof PageLine, text: unknown): void {
    if (typeof text !== 'string') throw invalidArgument();
    this.#sheet.page = { ...this.#sheet.page, [line]: { ...this.#line(line), [side]: text } };
    this.#context.changed('page', this.#sheet);
  }
}
