import { ApiCollection, ApiObject } from '../api-object.ts';
import type { HostContext } from '../context.ts';
import { invalidArgument, itemNotFound } from '../errors.ts';

/** The document's settings; values are any JSON and are saved with the workbook. */
export class SettingCollection extends ApiCollection<Setting> {
  readonly apiClass = 'SettingCollection';
  readonly #context: HostContext;

  constructor(context: HostContext) {
    super();
    this.#context = context;
  }

  get items(): readonly Setting[] {
    return [...this.#context.book.settings.keys()].map((key) => new Setting(this.#context, key));
  }
  /** Sets or adds. */
  add(key: string, value: unknown): Setting {
    if (typeof key !== 'string' || key === '') throw invalidArgument();
    this.#context.book.settings.set(key, value ?? null);
    this.#context.changed('settings');
    return new Setting(this.#context, key);
  }
  getItem(key: string): Setting {
    const item = this.getItemOrNullObject(key);
    if (!item) throw itemNotFound();
    return item;
  }
  getItemOrNullObject(key: string): Setting | null {
    return this.#context.book.settings.has(key) ? new Setting(this.#context, key) : null;
  }
}

export class Setting extends ApiObject {
  readonly apiClass = 'Setting';
  readonly #context: HostContext;
  readonly #key: string;

  constructor(context: HostContext, key: string) {
    super();
    this.#context = context;
    this.#key = key;
  }

  override get scalars(): readonly string[] {
    return ['key', 'value'];
  }
  override get identity(): Readonly<Record<string, unknown>> {
    return { _Id: this.#key };
  }
  get key(): string {
    return this.#key;
  }
  get value(): unknown {
    return this.#context.book.settings.get(this.#key);
  }
  set value(value: unknown) {
    this.#context.book.settings.set(this.#key, value);
    this.#context.changed('settings');
  }
  delete(): void {
    if (!this.#context.book.settings.delete(this.#key)) throw itemNotFound();
    this.#context.changed('settings');
  }
}
