import type { CustomXmlPart as Part } from '../../model/book.ts';
import { ApiCollection, ApiObject } from '../api-object.ts';
import type { HostContext } from '../context.ts';
import { ApiError, invalidArgument, itemNotFound } from '../errors.ts';

/** The namespace of the document element; `''` without one. The XML is not parsed beyond that. */
function namespaceOf(xml: string): string {
  const [whole, prefix, attributes = ''] =
    /<(?:([\w.-]+):)?[A-Za-z_][\w.-]*((?:\s+[^<>]*?)?)\/?>/.exec(xml.replaceAll(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->/g, '')) ?? [];
  if (whole === undefined) throw invalidArgument();
  return new RegExp(`\\sxmlns${prefix === undefined ? '' : `:${prefix}`}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? '';
}

/** The custom XML parts, all or those of a namespace. */
export class CustomXmlPartCollection extends ApiCollection<CustomXmlPart> {
  readonly apiClass = 'CustomXmlPartCollection';
  readonly #context: HostContext;
  readonly #namespace: string | null;

  constructor(context: HostContext, namespace: string | null = null) {
    super();
    this.#context = context;
    this.#namespace = namespace;
  }

  get items(): readonly CustomXmlPart[] {
    const parts = this.#context.book.customXmlParts.filter(({ xml }) => this.#namespace === null || namespaceOf(xml) === this.#namespace);
    return parts.map(({ id }) => new CustomXmlPart(this.#context, id));
  }
  add(xml: string): CustomXmlPart {
    namespaceOf(xml);
    const { book } = this.#context;
    let number = book.customXmlParts.length + 1;
    const idOf = () => `{00000000-0000-0000-0000-${String(number).padStart(12, '0')}}`;
    while (book.customXmlParts.some(({ id }) => id === idOf())) number++;
    book.customXmlParts = [...book.customXmlParts, { id: idOf(), xml }];
    this.#context.changed('customXml');
    return new CustomXmlPart(this.#context, idOf());
  }
  getByNamespace(namespace: string): CustomXmlPartCollection {
    return new CustomXmlPartCollection(this.#context, namespace);
  }
  getItem(id: string): CustomXmlPart {
    return this.getItemOrNullObject(id) ?? missing();
  }
  getItemOrNullObject(id: string): CustomXmlPart | null {
    return this.items.find((part) => part.id === id) ?? null;
  }
  getOnlyItem(): CustomXmlPart {
    return this.getOnlyItemOrNullObject() ?? missing();
  }
  getOnlyItemOrNullObject(): CustomXmlPart | null {
    const [only, ...more] = this.items;
    if (more.length > 0) throw new ApiError('GeneralException', 'There is more than one part of this namespace.');
    return only ?? null;
  }
}

export class CustomXmlPart extends ApiObject {
  readonly apiClass = 'CustomXmlPart';
  readonly #context: HostContext;
  readonly #id: string;

  constructor(context: HostContext, id: string) {
    super();
    this.#context = context;
    this.#id = id;
  }

  override get scalars(): readonly string[] {
    return ['id', 'namespaceUri'];
  }
  override get identity(): Readonly<Record<string, unknown>> {
    return { Id: this.#id };
  }
  get id(): string {
    return this.#id;
  }
  get namespaceUri(): string {
    return namespaceOf(this.getXml());
  }
  getXml(): string {
    return (this.#context.book.customXmlParts.find(({ id }) => id === this.#id) ?? missing()).xml;
  }
  setXml(xml: string): void {
    namespaceOf(xml);
    this.#replace({ id: this.#id, xml });
  }
  delete(): void {
    this.#replace(null);
  }

  #replace(part: Part | null): void {
    this.getXml();
    const { book } = this.#context;
    book.customXmlParts = book.customXmlParts.flatMap((one) => (one.id === this.#id ? (part ? [part] : []) : [one]));
    this.#context.changed('customXml');
  }
}

function missing(): never {
  throw itemNotFound();
}
