/** Notes on cells: the text in a comments part, the box in a VML drawing, and the threads of newer Excel beside them. */

import { parseAddress } from '../model/address.ts';
import type { Comment, Sheet } from '../model/book.ts';
import type { Package } from './package.ts';
import { officeRelation } from './relationships.ts';
import { cellReference } from './references.ts';
import { plainItem, readString } from './strings.ts';
import { childOf, childrenOf, parseXml, xml, type XmlElement } from './xml.ts';

interface CommentOrigin {
  readonly element: XmlElement;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
const EMPTY_DRAWING = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
</xml>`;

function originOf(comment: Comment): CommentOrigin | undefined {
  return comment.origin as CommentOrigin | undefined;
}

function readList(element: XmlElement | null): Comment[] {
  return childrenOf(childOf(element ?? undefined, 'commentList'), 'comment').flatMap((one) => {
    const place = parseAddress(one.attributes['ref'] ?? '');
    const text = childOf(one, 'text');
    if (place === null) return [];
    const { row, column } = place;
    const origin: CommentOrigin = { element: one, row, column, text: text === undefined ? '' : readString(text).text };
    return [{ row, column, text: origin.text, origin }];
  });
}

/** Puts the notes of a sheet part into the sheet. */
export function readComments(source: Package, sheetPath: string, sheet: Sheet): void {
  const path = source.related(sheetPath, 'comments');
  if (path !== undefined) sheet.comments.push(...readList(source.read(path)));
}

function isUntouched(comment: Comment): boolean {
  const origin = originOf(comment);
  return origin !== undefined && origin.row === comment.row && origin.column === comment.column && origin.text === comment.text;
}

function commentElement(comment: Comment): XmlElement {
  const ref = cellReference(comment.row, comment.column);
  const origin = originOf(comment);
  if (origin !== undefined && origin.text === comment.text) return { ...origin.element, attributes: { ...origin.element.attributes, ref } };
  const attributes = origin?.element.attributes ?? { authorId: '0' };
  return xml('comment', { ...attributes, ref }, [parseXml(plainItem('text', comment.text), 'comment')]);
}

function newShape(comment: Comment, number: number): string {
  const { row, column } = comment;
  const top = Math.max(0, row - 1);
  return `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 15, ${top}, 4, ${column + 3}, 31, ${top + 4}, 9</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
}

/** A shape moved along with its cell. */
function movedShape(shape: string, origin: CommentOrigin, comment: Comment): string {
  const rows = comment.row - origin.row;
  const columns = comment.column - origin.column;
  return shape
    .replace(/<x:Row>[^<]*</, `<x:Row>${comment.row}<`)
    .replace(/<x:Column>[^<]*</, `<x:Column>${comment.column}<`)
    .replace(/<x:Anchor>([^<]*)</, (_, anchor: string) => {
      const moved = anchor.split(',').map((part, at) => (at % 2 === 1 ? part.trim() : String(Math.max(0, Number(part) + (at % 4 === 0 ? columns : rows)))));
      return `<x:Anchor>${moved.join(', ')}<`;
    });
}

/** The drawing with the boxes of the notes as they stand; other shapes (form controls) stay. VML is not always well-formed, so it is edited as text. */
function drawingText(was: string, comments: readonly Comment[]): string {
  const shapes = new Map<string, string>();
  const rest = was.replace(/<v:shape\b[\s\S]*?<\/v:shape>/g, (shape) => {
    if (!shape.includes('ObjectType="Note"')) return shape;
    const row = /<x:Row>\s*(\d+)/.exec(shape)?.[1] ?? '';
    shapes.set(`${row},${/<x:Column>\s*(\d+)/.exec(shape)?.[1] ?? ''}`, shape);
    return '';
  });
  const numbers = [...was.matchAll(/_x0000_s(\d+)/g)].map((match) => Number(match[1]));
  let next = Math.max(1024, ...numbers) + 1;
  const boxes = comments.map((comment) => {
    const origin = originOf(comment);
    const shape = origin === undefined ? undefined : shapes.get(`${origin.row},${origin.column}`);
    return shape === undefined || origin === undefined ? newShape(comment, next++) : movedShape(shape, origin, comment);
  });
  return rest.replace(/<\/xml>\s*$/, `${boxes.join('')}</xml>`);
}

/** Moves the threads of newer Excel with their cells, and drops those whose note is gone. */
function writeThreads(target: Package, sheetPath: string, comments: readonly Comment[]): void {
  const path = target.related(sheetPath, 'threadedComment');
  if (path === undefined) return;
  const moves = new Map(
    comments.flatMap((comment) => {
      const origin = originOf(comment);
      return origin === undefined ? [] : [[cellReference(origin.row, origin.column), cellReference(comment.row, comment.column)] as const];
    }),
  );
  const threads = target.read(path);
  threads.children = childrenOf(threads).flatMap((thread) => {
    const ref = moves.get(thread.attributes['ref'] ?? '');
    return ref === undefined ? [] : [{ ...thread, attributes: { ...thread.attributes, ref } }];
  });
  target.write(path, threads);
}

/**
 * Writes the notes of a sheet if any changed, was added or is gone. Returns the relationship id of a drawing newly made for
 * them, which the sheet must name in `legacyDrawing`; null otherwise.
 */
export function writeComments(target: Package, sheetPath: string, sheet: Sheet): string | null {
  const oldPath = target.related(sheetPath, 'comments');
  const was = oldPath === undefined ? null : target.read(oldPath);
  if (sheet.comments.length === readList(was).length && sheet.comments.every(isUntouched)) return null;
  const path = oldPath ?? target.freePath('xl/comments#.xml');
  const authors = childOf(was ?? undefined, 'authors') ?? xml('authors', {}, [xml('author')]);
  const list = sheet.comments.toSorted((a, b) => a.row - b.row || a.column - b.column);
  const root = xml('comments', { xmlns: MAIN, ...was?.attributes }, [authors, xml('commentList', {}, list.map(commentElement))]);
  target.write(path, root, COMMENTS_TYPE);
  if (oldPath === undefined) target.relate(sheetPath, officeRelation('comments'), path);
  writeThreads(target, sheetPath, list);
  const oldDrawing = target.related(sheetPath, 'vmlDrawing');
  const drawing = oldDrawing ?? target.freePath('xl/drawings/vmlDrawing#.vml');
  const bytes = oldDrawing === undefined ? undefined : target.bytes(oldDrawing);
  target.write(drawing, drawingText(bytes === undefined ? EMPTY_DRAWING : new TextDecoder().decode(bytes), list));
  target.declareExtension('vml', VML_TYPE);
  return oldDrawing === undefined ? target.relate(sheetPath, officeRelation('vmlDrawing'), drawing) : null;
}
