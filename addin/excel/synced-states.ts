import { ULID_PATTERN } from '../../shared/contract/primitives.ts';
import type { SyncedStates } from '../../shared/sync/alignment.ts';
import type { RowState } from '../../shared/sync/row-state.ts';
import { runExcel } from './errors.ts';
import { namespaceOf, partsOf } from './xml-parts.ts';

/**
 * The states of a ledger's rows are kept in the file as a custom XML part: settings are loaded with the pane and meant to be
 * small. One part a ledger, each with its own namespace so that it is found without reading the others; a line a row.
 */
const NAMESPACE = 'urn:taizhang:synced-rows:1';

/** Excel on the web takes 5 MB at once: about 70,000 rows. Of longer ledgers the rows beyond are not kept, and a sort that parts them from their ids is not noticed. */
const MOST_CHARACTERS = 4_000_000;

/** What was kept for a binding; empty when there is nothing. Two `context.sync()`, one when there is nothing. */
export function readSyncedStates(bindingId: string): Promise<SyncedStates> {
  return runExcel(async (context) => {
    const parts = await partsOf(context, namespaceOf(NAMESPACE, bindingId));
    const xml = parts.at(-1)?.getXml();
    if (xml === undefined) return new Map();
    await context.sync();
    return statesIn(xml.value);
  });
}

/** The ids kept for each of several bindings, in their order. Two `context.sync()`, one when there is nothing. */
export async function syncedIdsOf(context: Excel.RequestContext, bindingIds: readonly string[]): Promise<readonly ReadonlySet<string>[]> {
  const parts = bindingIds.map((id) => context.workbook.customXmlParts.getByNamespace(namespaceOf(NAMESPACE, id)).load('items/id'));
  await context.sync();
  const texts = parts.map(({ items }) => items.at(-1)?.getXml());
  if (texts.some((text) => text !== undefined)) await context.sync();
  return texts.map((text) => new Set(text === undefined ? [] : statesIn(text.value).keys()));
}

/** Keeps the states of a binding in place of those before, the first of them where not all can be kept. Two `context.sync()`. */
export function saveSyncedStates(bindingId: string, states: SyncedStates): Promise<void> {
  return runExcel(async (context) => {
    const [part, ...more] = (await partsOf(context, namespaceOf(NAMESPACE, bindingId))).toReversed();
    const xml = xmlOf(bindingId, states);
    if (part) part.setXml(xml);
    else context.workbook.customXmlParts.add(xml);
    for (const other of more) other.delete();
    await context.sync();
  });
}

/** Takes away what was kept for a binding. Two `context.sync()`, one when there is nothing. */
export function forgetSyncedStates(bindingId: string): Promise<void> {
  return runExcel(async (context) => {
    const parts = await partsOf(context, namespaceOf(NAMESPACE, bindingId));
    for (const part of parts) part.delete();
    if (parts.length > 0) await context.sync();
  });
}

function xmlOf(bindingId: string, states: SyncedStates): string {
  const lines: string[] = [];
  let characters = 0;
  for (const [id, { content, key }] of states) {
    const line = `${id} ${content} ${key}`;
    characters += line.length + 1;
    if (characters > MOST_CHARACTERS) break;
    lines.push(line);
  }
  return `<rows xmlns="${namespaceOf(NAMESPACE, bindingId)}">\n${lines.join('\n')}\n</rows>`;
}

/** What the custom XML parts of a file that is not open in Excel, as their texts, keep for a binding; empty when there is nothing. */
export function syncedStatesIn(parts: readonly string[], bindingId: string): SyncedStates {
  const own = `<rows xmlns="${namespaceOf(NAMESPACE, bindingId)}">`;
  return statesIn(parts.findLast((xml) => xml.includes(own)) ?? '');
}

/** The file may have been changed by anyone: only lines that can be ours are taken. */
function statesIn(xml: string): SyncedStates {
  const states = new Map<string, RowState>();
  for (const line of xml.split(/\r?\n/)) {
    const [id = '', content, key, ...more] = line.split(' ');
    if (content && key && more.length === 0 && ULID_PATTERN.test(id)) states.set(id, { content, key });
  }
  return states;
}
