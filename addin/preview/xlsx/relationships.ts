/** How the parts of a package refer to each other (ECMA-376 part 2, 9.3). */

import type { XmlElement } from './xml.ts';

export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** The part's path without a leading slash; for an external one, the address as written. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** The type of a relationship defined by the Office Open XML standard. */
export function officeRelation(kind: string): string {
  return `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`;
}

/** Where the relationships of a part stand. */
export function relationshipsPath(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The path a target stands for: absolute (`/xl/tables/table1.xml`, as openpyxl writes) or relative to its source part. */
export function resolveTarget(source: string, target: string): string {
  if (target.startsWith('/')) return decodeURI(target.slice(1));
  const steps = source.split('/').slice(0, -1);
  for (const step of decodeURI(target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** A path as a target relative to its source part, which every reader understands (some fail on absolute ones). */
export function relativeTarget(source: string, path: string): string {
  const from = source.split('/').slice(0, -1);
  const to = path.split('/');
  while (from.length > 0 && to.length > 1 && from[0] === to[0]) {
    from.shift();
    to.shift();
  }
  return encodeURI([...from.map(() => '..'), ...to].join('/'));
}

/** The relationship id an element names, whatever prefix its writer chose for the attribute. */
export function relationshipId(element: XmlElement): string {
  return Object.entries(element.attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}
