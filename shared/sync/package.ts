import { PACKAGE_FORMAT, pushPackage } from '../contract/package.ts';
import type { PackageContent } from '../contract/package.ts';
import type { Digest } from '../text/digest.ts';

/** A text that cannot be taken for a package: it is none, or its content is not what was sealed. */
export type PackageFault = 'notAPackage' | 'tampered';

/** The package of a push as text: JSON with the seal over its content. */
export async function sealPackage(content: PackageContent, digest: Digest): Promise<string> {
  return `${JSON.stringify({ format: PACKAGE_FORMAT, version: 1, content, seal: await digest(stableText(content)) })}\n`;
}

/** The content of a package, or why it is refused. Any change of its content is noticed; how the JSON is laid out makes no difference. */
export async function openPackage(
  text: string,
  digest: Digest,
): Promise<{ readonly content: PackageContent; readonly seal: string } | { readonly fault: PackageFault }> {
  const raw = jsonOf(text);
  if (!isPackage(raw)) return { fault: 'notAPackage' };
  if ((await digest(stableText(raw.content))) !== raw.seal) return { fault: 'tampered' };
  // What is sent is what was sealed, not what a schema makes of it.
  return pushPackage.safeParse(raw).success ? { content: raw.content as PackageContent, seal: raw.seal } : { fault: 'notAPackage' };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

function isPackage(value: unknown): value is { readonly content: unknown; readonly seal: unknown } {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === PACKAGE_FORMAT && 'content' in value && 'seal' in value;
}

/** One text for a value, whatever the order of its keys. */
function stableText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
