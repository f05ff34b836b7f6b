import { readFile } from 'node:fs/promises';
import { XMLParser } from 'fast-xml-parser';

/** Office's limits on the manifest's resources. */
const RESID_MAX = 32;
const SHORT_MAX = 125;
const LONG_MAX = 250;
const ICON_SIZES = ['16', '32', '80'];
const OTHER_LOCALE = 'en-US';

type Node = { readonly [name: string]: unknown };

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', removeNSPrefix: true, isArray: () => true });

/** Every element of a name, wherever it stands below `node`. */
function elements(node: unknown, name: string): Node[] {
  if (Array.isArray(node)) return node.flatMap((item) => elements(item, name));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => [...(key === name ? [value].flat() : []), ...elements(value, name)]) as Node[];
}

function attribute(node: Node, name: string): string {
  const [value] = [node[`@${name}`]].flat();
  return typeof value === 'string' ? value : '';
}

/** Width in pixels of a PNG, from its header. */
async function pngWidth(path: URL): Promise<number | null> {
  try {
    return (await readFile(path)).readUInt32BE(16);
  } catch {
    return null;
  }
}

/**
 * What is wrong with an add-in manifest, in words; empty when nothing is. It checks what Microsoft's validation service would
 * refuse and can be seen without it: the id, https addresses, resources that resolve and keep their lengths, both
 * languages, and icon files of the size they claim (looked up in `iconFolder` by file name).
 */
export async function manifestFaults(xml: string, iconFolder: URL): Promise<string[]> {
  const root = parser.parse(xml) as Node;
  const faults: string[] = [];
  const id = /<Id>([^<]*)<\/Id>/.exec(xml)?.[1] ?? '';
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) faults.push(`Id “${id}” is not a GUID`);

  const strings = [
    { kind: 'ShortStrings', max: SHORT_MAX },
    { kind: 'LongStrings', max: LONG_MAX },
  ].flatMap(({ kind, max }) => elements(root, kind).flatMap((group) => elements(group, 'String').map((node) => ({ node, max }))));
  const [images, urls] = [elements(root, 'Image').filter((node) => '@id' in node), elements(root, 'Url')];

  const resources = new Set<string>();
  for (const node of [...strings.map((entry) => entry.node), ...images, ...urls]) {
    const name = attribute(node, 'id');
    if (name.length > RESID_MAX) faults.push(`resource id “${name}” is longer than ${RESID_MAX}`);
    if (resources.has(name)) faults.push(`resource id “${name}” stands twice`);
    resources.add(name);
  }
  for (const { node, max } of strings) {
    const overrides = elements(node, 'Override');
    for (const text of [attribute(node, 'DefaultValue'), ...overrides.map((override) => attribute(override, 'Value'))]) {
      if (text.length === 0 || text.length > max) faults.push(`string “${attribute(node, 'id')}” has ${text.length} characters, expected 1 to ${max}`);
    }
    if (!overrides.some((override) => attribute(override, 'Locale') === OTHER_LOCALE))
      faults.push(`string “${attribute(node, 'id')}” has no ${OTHER_LOCALE} text`);
  }
  for (const [, resid = ''] of xml.matchAll(/resid="([^"]*)"/g)) if (!resources.has(resid)) faults.push(`resid “${resid}” names no resource`);
  for (const [, url = ''] of xml.matchAll(/DefaultValue="(\w+:\/\/[^"]*)"/g)) if (!url.startsWith('https://')) faults.push(`“${url}” is not https`);

  for (const node of images) {
    const file = attribute(node, 'DefaultValue').split('/').at(-1) ?? '';
    const claimed = /(\d+)\.png$/.exec(file)?.[1];
    const width = await pngWidth(new URL(file, iconFolder));
    if (width === null) faults.push(`icon file ${file} is missing`);
    else if (String(width) !== claimed) faults.push(`icon ${file} is ${width} pixels wide`);
  }
  for (const icon of elements(root, 'Icon')) {
    const sizes = new Set(elements(icon, 'Image').map((image) => attribute(image, 'size')));
    for (const size of ICON_SIZES) if (!sizes.has(size)) faults.push(`an Icon lacks size ${size}`);
  }
  if (!/xsi:type="ShowTaskpane"/.test(xml)) faults.push('no button shows the task pane');
  return faults;
}
