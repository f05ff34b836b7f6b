/** The custom XML parts that keep something of a binding, found without reading the others; one, but for files that other programs have put together. One `context.sync()`. */
export async function partsOf(context: Excel.RequestContext, namespace: string): Promise<readonly Excel.CustomXmlPart[]> {
  const parts = context.workbook.customXmlParts.getByNamespace(namespace).load('items/id');
  await context.sync();
  return parts.items;
}

/** The namespace of what is kept of a binding, such as `urn:taizhang:unsent:1:` and its id. */
export function namespaceOf(kind: string, bindingId: string): string {
  return `${kind}:${encodeURIComponent(bindingId).replaceAll("'", '%27')}`;
}
