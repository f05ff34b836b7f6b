import { runExcel } from './errors.ts';
import { namespaceOf, partsOf } from './xml-parts.ts';

/**
 * A push that could not be sent is kept in the file, so that whoever opens it next can send it: a custom XML part a ledger, with its package
 * as compressed text. Settings are meant to be small, and XML does not take every character a cell may hold.
 */
const NAMESPACE = 'urn:taizhang:unsent:1';

/** Excel on the web takes 5 MB at once. */
const MOST_CHARACTERS = 4_000_000;

/** What was kept for a binding; null when there is nothing. Two `context.sync()`, one when there is nothing. */
export async function readUnsent(bindingId: string): Promise<string | null> {
  const xml = await runExcel(async (context) => {
    const part = (await partsOf(context, namespaceOf(NAMESPACE, bindingId))).at(-1)?.getXml();
    if (part === undefined) return null;
    await context.sync();
    return part.value;
  });
  const packed = />([A-Za-z0-9+/=\s]+)</.exec(xml ?? '')?.[1];
  return packed === undefined ? null : unpacked(packed);
}

/** Keeps a text for a binding in place of the one before; null takes it away. False when it is too long to be kept. Two `context.sync()`. */
export async function writeUnsent(bindingId: string, text: string | null): Promise<boolean> {
  const packed = text === null ? null : await packedText(text);
  if (packed !== null && packed.length > MOST_CHARACTERS) return false;
  await runExcel(async (context) => {
    const parts = await partsOf(context, namespaceOf(NAMESPACE, bindingId));
    for (const part of parts) part.delete();
    if (packed !== null) context.workbook.customXmlParts.add(`<unsent xmlns="${namespaceOf(NAMESPACE, bindingId)}">${packed}</unsent>`);
    if (packed !== null || parts.length > 0) await context.sync();
  });
  return true;
}

async function packedText(text: string): Promise<string> {
  const bytes = new Uint8Array(await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** The file may have been changed by anyone: what cannot be unpacked is not there. */
async function unpacked(packed: string): Promise<string | null> {
  try {
    const bytes = Uint8Array.from(atob(packed.trim()), (letter) => letter.charCodeAt(0));
    return await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  } catch {
    return null;
  }
}
