import type { Sheet } from '../../model/book.ts';
import { ApiObject } from '../api-object.ts';
import type { HostContext } from '../context.ts';
import { accessDenied } from '../errors.ts';

/** A sheet's protection: on or off. Options are not modelled (nothing but unlocked cells may change), passwords are not asked for. */
export class WorksheetProtection extends ApiObject {
  readonly apiClass = 'WorksheetProtection';
  readonly #context: HostContext;
  readonly #sheet: Sheet;

  constructor(context: HostContext, sheet: Sheet) {
    super();
    this.#context = context;
    this.#sheet = sheet;
  }

  override get scalars(): readonly string[] {
    return ['protected'];
  }
  get protected(): boolean {
    return this.#sheet.isProtected;
  }
  protect(): void {
    if (this.#sheet.isProtected) throw accessDenied();
    this.#set(true);
  }
  unprotect(): void {
    this.#set(false);
  }

  #set(isProtected: boolean): void {
    this.#sheet.isProtected = isProtected;
    this.#context.changed('protection', this.#sheet);
  }
}
